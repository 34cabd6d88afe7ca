import { textBundle } from './texts.ts'

/** The texts of the platform's own pages. */
export const pageTexts = textBundle('pages', {
  nb: () => import('../../texts/pages.nb.ts').then((m) => m.texts),
  nn: () => import('../../texts/pages.nn.ts').then((m) => m.texts),
  en: () => import('../../texts/pages.en.ts').then((m) => m.texts),
})
