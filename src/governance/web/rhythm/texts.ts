import { textBundle } from '../../../platform/web/i18n/texts.ts'

/** The texts of calendar, leader's page, measurability and the front page's blocks. */
export const texts = textBundle('rhythm', {
  nb: () => import('../../texts/rhythm.nb.ts').then((m) => m.texts),
  nn: () => import('../../texts/rhythm.nn.ts').then((m) => m.texts),
  en: () => import('../../texts/rhythm.en.ts').then((m) => m.texts),
})
