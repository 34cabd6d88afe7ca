import { textBundle } from '../../platform/web/i18n/texts.ts'

/** The texts of the figures' page. */
export const texts = textBundle('figures', {
  nb: () => import('../texts/figures.nb.ts').then((m) => m.texts),
  nn: () => import('../texts/figures.nn.ts').then((m) => m.texts),
  en: () => import('../texts/figures.en.ts').then((m) => m.texts),
})
