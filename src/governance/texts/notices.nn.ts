import type { texts as nb } from './notices.nb.ts'

/** What people are told, in nynorsk. */
export const texts: typeof nb = {
  'letter-read': { title: '{title} er lese inn', body: 'Funn til kontroll: {findings}. Usikre: {unsure}.' },
  'letter-failed': { title: '{name} kunne ikkje lesast', body: 'Sjå under Brev kva som er gale, og kva du kan gjere.' },
  'commitment-withdrawn': {
    title: 'Trekt tilbake: {title}',
    body: 'Departementet har trekt oppdraget tilbake i «{letter}».',
  },
  'commitment-replaced': {
    title: 'Endra: {title}',
    body: 'Oppdraget er gitt på nytt i «{letter}». Du eig det framleis.',
  },
  'commitment-assigned': {
    title: 'Du har fått ansvar for {what}',
    body: '{by} har sett deg som ansvarleg. Sjå fristar og status.',
  },
  'commitments-assigned': {
    title: 'Du har fått ansvar for fleire oppdrag og krav ({count})',
    body: '{by} har sett deg som ansvarleg.',
  },
  'deadline-near': {
    title: 'Frist {due}: {what}',
    body: '{what} skal leverast {due}. Sjå status og kva som står att.',
  },
  'deadline-today': {
    title: 'Fristen er no: {what}',
    body: '{what} har frist {due}. Registrer leveringa når ho er send.',
  },
  'deadline-owner': {
    title: 'Over fristen: {what}',
    body: '{what} hadde frist {due}, og inga levering er registrert. Registrer henne, eller gje status.',
  },
  'deadline-unit-leader': {
    title: 'Ei veke over fristen: {what}',
    body: '{what} i eininga di hadde frist {due} og er ikkje levert.',
  },
  'deadline-directorate-leaders': {
    title: 'To veker over fristen: {what}',
    body: '{what} hadde frist {due}. Vurder om departementet skal varslast om eit vesentleg avvik.',
  },
  'deadlines-near': { title: '{count} fristar nærmar seg', body: 'Dette har frist snart:\n{list}' },
  'deadlines-over': {
    title: '{count} fristar: {over} over fristen',
    body: 'Dette er over fristen eller har frist snart:\n{list}',
  },
}
