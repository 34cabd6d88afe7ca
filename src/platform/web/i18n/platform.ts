import { textBundle } from './texts.ts'

/** The texts of the frame and the shared parts; loaded before the first page is shown. */
export const platformTexts = textBundle('platform', {
  nb: () => import('../../texts/frame.nb.ts').then((m) => m.texts),
  nn: () => import('../../texts/frame.nn.ts').then((m) => m.texts),
  en: () => import('../../texts/frame.en.ts').then((m) => m.texts),
})
