import { textBundle } from '../../platform/web/i18n/texts.ts'

/** The texts of the money's page. */
export const texts = textBundle('appropriations', {
  nb: () => import('./texts.nb.ts').then((m) => m.texts),
  nn: () => import('./texts.nn.ts').then((m) => m.texts),
  en: () => import('./texts.en.ts').then((m) => m.texts),
})
