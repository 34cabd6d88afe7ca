import type { Module } from '../../platform/server/module.ts'

/** What people are told about their access. */
export const accessNotices: NonNullable<Module['notices']> = {
  'access.given': {
    nb: { title: 'Du har fått tilgang', body: '{by} har gitt deg en rolle i {organisation}.' },
    nn: { title: 'Du har fått tilgang', body: '{by} har gitt deg ei rolle i {organisation}.' },
    en: { title: 'You have been given access', body: '{by} has given you a role in {organisation}.' },
  },
  'access.invited': {
    nb: {
      title: 'Invitasjon til Fotfeste',
      body: '{by} inviterer deg til Fotfeste for {organisation}. Lenken gjelder i fjorten dager, og du logger inn på vanlig måte.',
    },
    nn: {
      title: 'Invitasjon til Fotfeste',
      body: '{by} inviterer deg til Fotfeste for {organisation}. Lenkja gjeld i fjorten dagar, og du loggar inn på vanleg måte.',
    },
    en: {
      title: 'Invitation to Fotfeste',
      body: '{by} invites you to Fotfeste for {organisation}. The link is valid for fourteen days, and you log in as usual.',
    },
  },
}
