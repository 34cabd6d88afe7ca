/** What people are told, by the notice's code, in bokmål; gives the codes. `{name}` takes a value. */
export const texts = {
  'letter-read': { title: '{title} er lest inn', body: 'Funn til kontroll: {findings}. Usikre: {unsure}.' },
  'letter-failed': { title: '{name} kunne ikke leses', body: 'Se under Brev hva som er galt, og hva du kan gjøre.' },
  'commitment-withdrawn': {
    title: 'Trukket tilbake: {title}',
    body: 'Departementet har trukket oppdraget tilbake i «{letter}».',
  },
  'commitment-replaced': {
    title: 'Endret: {title}',
    body: 'Oppdraget er gitt på nytt i «{letter}». Du eier det fortsatt.',
  },
  'commitment-assigned': {
    title: 'Du har fått ansvar for {what}',
    body: '{by} har satt deg som ansvarlig. Se frister og status.',
  },
  'commitments-assigned': {
    title: 'Du har fått ansvar for flere oppdrag og krav ({count})',
    body: '{by} har satt deg som ansvarlig.',
  },
  'deadline-near': { title: 'Frist {due}: {what}', body: '{what} skal leveres {due}. Se status og hva som gjenstår.' },
  'deadline-today': {
    title: 'Fristen er nå: {what}',
    body: '{what} har frist {due}. Registrer leveringen når den er sendt.',
  },
  'deadline-owner': {
    title: 'Over fristen: {what}',
    body: '{what} hadde frist {due}, og ingen levering er registrert. Registrer den, eller gi status.',
  },
  'deadline-unit-leader': {
    title: 'En uke over fristen: {what}',
    body: '{what} i enheten din hadde frist {due} og er ikke levert.',
  },
  'deadline-directorate-leaders': {
    title: 'To uker over fristen: {what}',
    body: '{what} hadde frist {due}. Vurder om departementet skal varsles om et vesentlig avvik.',
  },
  'deadlines-near': { title: '{count} frister nærmer seg', body: 'Dette har frist snart:\n{list}' },
  'deadlines-over': {
    title: '{count} frister: {over} over fristen',
    body: 'Dette er over fristen eller har frist snart:\n{list}',
  },
}
