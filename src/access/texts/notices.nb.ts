/** What people are told, by the notice's code, in bokmål; gives the codes. `{name}` takes a value. */
export const texts = {
  'access.given': { title: 'Du har fått tilgang', body: '{by} har gitt deg en rolle i {organisation}.' },
  'access.invited': {
    title: 'Invitasjon til Fotfeste',
    body: '{by} inviterer deg til Fotfeste for {organisation}. Lenken gjelder i fjorten dager, og du logger inn på vanlig måte.',
  },
}
