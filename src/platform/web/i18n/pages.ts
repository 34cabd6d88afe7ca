import { textBundle } from './texts.ts'

/** The texts of the platform's own pages. */
export const pageTexts = textBundle('pages', {
  nb: () => import('./pages.nb.ts').then((m) => m.texts),
  nn: () => import('./pages.nn.ts').then((m) => m.texts),
  en: () => import('./pages.en.ts').then((m) => m.texts),
})
