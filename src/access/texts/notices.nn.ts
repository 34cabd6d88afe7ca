import type { texts as nb } from './notices.nb.ts'

/** What people are told, in nynorsk. */
export const texts: typeof nb = {
  'access.given': { title: 'Du har fått tilgang', body: '{by} har gitt deg ei rolle i {organisation}.' },
  'access.invited': {
    title: 'Invitasjon til Fotfeste',
    body: '{by} inviterer deg til Fotfeste for {organisation}. Lenkja gjeld i fjorten dagar, og du loggar inn på vanleg måte.',
  },
}
