import type { texts as nb } from './notices.nb.ts'

/** Texts of the notices in English. */
export const texts: typeof nb = { 'trial-asked': { title: 'You are asked about {title}', body: 'Answer in time.' } }
