import type { Module } from '../../../platform/server/module.ts'

/** What people are told about deadlines, and about what cannot be measured. */
export const rhythmNotices: NonNullable<Module['notices']> = {
  'deadline-near': {
    nb: { title: 'Frist {due}: {what}', body: '{what} skal leveres {due}. Se status og hva som gjenstår.' },
    nn: { title: 'Frist {due}: {what}', body: '{what} skal leverast {due}. Sjå status og kva som står att.' },
    en: { title: 'Due {due}: {what}', body: '{what} is due on {due}. See its status and what remains.' },
  },
  'deadline-today': {
    nb: { title: 'Fristen er nå: {what}', body: '{what} har frist {due}. Registrer leveringen når den er sendt.' },
    nn: { title: 'Fristen er no: {what}', body: '{what} har frist {due}. Registrer leveringa når ho er send.' },
    en: { title: 'Due now: {what}', body: '{what} is due on {due}. Record the delivery when it has been sent.' },
  },
  'deadline-owner': {
    nb: {
      title: 'Over fristen: {what}',
      body: '{what} hadde frist {due}, og ingen levering er registrert. Registrer den, eller gi status.',
    },
    nn: {
      title: 'Over fristen: {what}',
      body: '{what} hadde frist {due}, og inga levering er registrert. Registrer henne, eller gje status.',
    },
    en: {
      title: 'Overdue: {what}',
      body: '{what} was due on {due}, and no delivery has been recorded. Record it, or give its status.',
    },
  },
  'deadline-unit-leader': {
    nb: {
      title: 'En uke over fristen: {what}',
      body: '{what} i enheten din hadde frist {due} og er ikke levert.',
    },
    nn: {
      title: 'Ei veke over fristen: {what}',
      body: '{what} i eininga di hadde frist {due} og er ikkje levert.',
    },
    en: {
      title: 'A week overdue: {what}',
      body: '{what} in your unit was due on {due} and has not been delivered.',
    },
  },
  'deadline-directorate-leaders': {
    nb: {
      title: 'To uker over fristen: {what}',
      body: '{what} hadde frist {due}. Vurder om departementet skal varsles om et vesentlig avvik.',
    },
    nn: {
      title: 'To veker over fristen: {what}',
      body: '{what} hadde frist {due}. Vurder om departementet skal varslast om eit vesentleg avvik.',
    },
    en: {
      title: 'Two weeks overdue: {what}',
      body: '{what} was due on {due}. Consider whether the ministry should be told of a material deviation.',
    },
  },
  'deadlines-near': {
    nb: { title: '{count} frister nærmer seg', body: 'Dette har frist snart:\n{list}' },
    nn: { title: '{count} fristar nærmar seg', body: 'Dette har frist snart:\n{list}' },
    en: { title: '{count} deadlines are near', body: 'This is due soon:\n{list}' },
  },
  'deadlines-over': {
    nb: { title: '{count} frister: {over} over fristen', body: 'Dette er over fristen eller har frist snart:\n{list}' },
    nn: { title: '{count} fristar: {over} over fristen', body: 'Dette er over fristen eller har frist snart:\n{list}' },
    en: { title: '{count} deadlines: {over} have passed', body: 'This is overdue or due soon:\n{list}' },
  },
}
