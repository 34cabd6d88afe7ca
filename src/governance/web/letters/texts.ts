import { textBundle } from '../../../platform/web/i18n/texts.ts'

/** The texts of the letters' pages. */
export const texts = textBundle('letters', {
  nb: () => import('./texts.nb.ts').then((m) => m.texts),
  nn: () => import('./texts.nn.ts').then((m) => m.texts),
  en: () => import('./texts.en.ts').then((m) => m.texts),
})
