/** The figures' page in bokmål. */
export const texts = {
  title: 'Tall',
  lead: 'Tall som telles fra registrene, med definisjon, kilde og versjon. Ingen skriver dem inn for hånd.',
  table: 'Tall som er definert',
  name: 'Navn',
  code: 'Kode',
  unit: 'Enhet',
  countsOver: 'Telles fra',
  units: {
    count: 'antall',
    percent: 'prosent',
    days: 'dager',
    months: 'måneder',
    kroner: 'kroner',
    index: 'indeks',
  },
  empty: 'Ingen tall er definert ennå',
  emptyLead:
    'Fotfeste har foreløpig brev, mål, oppdrag og penger. Når et register tas i bruk – bosetting, kvalifisering, tilskudd eller tolk – følger definisjonene av tallene med det, og de står her.',
  emptyMeaning:
    'Til da kan ingen styringsparameter måles med et tall herfra. Hvilke som kan måles med en kilde utenfor, og hvilke som ikke kan måles, ser du under Målbarhet.',
  toMeasurability: 'Se målbarheten',
}
