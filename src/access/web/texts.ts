import { textBundle } from '../../platform/web/i18n/texts.ts'

/** The texts of roles, the access log and one's own logins. */
export const texts = textBundle('access', {
  nb: () => import('../texts/access.nb.ts').then((m) => m.texts),
  nn: () => import('../texts/access.nn.ts').then((m) => m.texts),
  en: () => import('../texts/access.en.ts').then((m) => m.texts),
})

/** What Fotfeste is for each role: on the front page. */
export const frontTexts = textBundle('access-front', {
  nb: () => import('../texts/front.nb.ts').then((m) => m.texts),
  nn: () => import('../texts/front.nn.ts').then((m) => m.texts),
  en: () => import('../texts/front.en.ts').then((m) => m.texts),
})

/** The names of the roles. */
export const roleNames = textBundle('roles', {
  nb: () => import('../texts/roles.nb.ts').then((m) => m.texts),
  nn: () => import('../texts/roles.nn.ts').then((m) => m.texts),
  en: () => import('../texts/roles.en.ts').then((m) => m.texts),
})
