import type { Module } from '../../../platform/server/module.ts'

/** What owners are told. */
export const registerNotices: NonNullable<Module['notices']> = {
  'commitment-assigned': {
    nb: { title: 'Du har fått ansvar for {what}', body: '{by} har satt deg som ansvarlig. Se frister og status.' },
    nn: { title: 'Du har fått ansvar for {what}', body: '{by} har sett deg som ansvarleg. Sjå fristar og status.' },
    en: { title: 'You are now responsible for {what}', body: '{by} made you the owner. See deadlines and status.' },
  },
  'commitments-assigned': {
    nb: { title: 'Du har fått ansvar for flere oppdrag og krav ({count})', body: '{by} har satt deg som ansvarlig.' },
    nn: { title: 'Du har fått ansvar for fleire oppdrag og krav ({count})', body: '{by} har sett deg som ansvarleg.' },
    en: { title: 'You are now responsible for several commitments ({count})', body: '{by} made you the owner.' },
  },
}
