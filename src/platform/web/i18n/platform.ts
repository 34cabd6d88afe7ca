import { textBundle } from './texts.ts'

/** The texts of the frame and the shared parts; loaded before the first page is shown. */
export const platformTexts = textBundle('platform', {
  nb: () => import('./nb.ts').then((m) => m.texts),
  nn: () => import('./nn.ts').then((m) => m.texts),
  en: () => import('./en.ts').then((m) => m.texts),
})
