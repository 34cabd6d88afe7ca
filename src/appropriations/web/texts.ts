import { textBundle } from '../../platform/web/i18n/texts.ts'

/** The texts of the money's page. */
export const texts = textBundle('appropriations', {
  nb: () => import('../texts/appropriations.nb.ts').then((m) => m.texts),
  nn: () => import('../texts/appropriations.nn.ts').then((m) => m.texts),
  en: () => import('../texts/appropriations.en.ts').then((m) => m.texts),
})
