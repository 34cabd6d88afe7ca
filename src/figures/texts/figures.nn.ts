import type { texts as nb } from './figures.nb.ts'

/** The figures' page in nynorsk. */
export const texts: typeof nb = {
  title: 'Tal',
  lead: 'Tal som blir talde frå registera, med definisjon, kjelde og versjon. Ingen skriv dei inn for hand.',
  table: 'Tal som er definerte',
  name: 'Namn',
  code: 'Kode',
  unit: 'Eining',
  countsOver: 'Blir talt frå',
  units: {
    count: 'tal',
    percent: 'prosent',
    days: 'dagar',
    months: 'månader',
    kroner: 'kroner',
    index: 'indeks',
  },
  empty: 'Ingen tal er definerte enno',
  emptyLead:
    'Fotfeste har førebels brev, mål, oppdrag og pengar. Når eit register blir teke i bruk – busetjing, kvalifisering, tilskot eller tolk – følgjer definisjonane av tala med det, og dei står her.',
  emptyMeaning:
    'Til då kan ingen styringsparameter målast med eit tal herifrå. Kva for nokre som kan målast med ei kjelde utanfor, og kva for nokre som ikkje kan målast, ser du under Målbarheit.',
  toMeasurability: 'Sjå målbarheita',
}
