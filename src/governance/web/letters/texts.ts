import { textBundle } from '../../../platform/web/i18n/texts.ts'

/** The texts of the letters' pages. */
export const texts = textBundle('letters', {
  nb: () => import('../../texts/letters.nb.ts').then((m) => m.texts),
  nn: () => import('../../texts/letters.nn.ts').then((m) => m.texts),
  en: () => import('../../texts/letters.en.ts').then((m) => m.texts),
})
