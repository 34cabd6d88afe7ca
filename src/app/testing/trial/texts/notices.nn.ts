import type { texts as nb } from './notices.nb.ts'

/** Texts of the notices in nynorsk. */
export const texts: typeof nb = { 'trial-asked': { title: 'Du er spurd om {title}', body: 'Svar før fristen.' } }
