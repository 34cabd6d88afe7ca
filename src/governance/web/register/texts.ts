import { textBundle } from '../../../platform/web/i18n/texts.ts'

/** The texts of the register's pages. */
export const texts = textBundle('register', {
  nb: () => import('../../texts/register.nb.ts').then((m) => m.texts),
  nn: () => import('../../texts/register.nn.ts').then((m) => m.texts),
  en: () => import('../../texts/register.en.ts').then((m) => m.texts),
})
