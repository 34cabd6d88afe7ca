import type { texts as nb } from './notices.nb.ts'

/** What people are told, in English. */
export const texts: typeof nb = {
  'access.given': { title: 'You have been given access', body: '{by} has given you a role in {organisation}.' },
  'access.invited': {
    title: 'Invitation to Fotfeste',
    body: '{by} invites you to Fotfeste for {organisation}. The link is valid for fourteen days, and you log in as usual.',
  },
}
