/** What only the workbooks and the calendar say, in bokmål; gives the keys of the other languages. */
export const texts = {
  asAt: 'per',
  register: {
    sheet: 'Oppdrag og krav',
    at: 'Tidspunkt',
    by: 'Av',
    origin: 'Satt av',
    letter: 'brevet',
    own: 'oss (intern frist)',
    deliveredOn: 'Dato',
    document: 'Dokument',
    what: 'Gjelder',
    change: 'Endring',
    field: 'Felt',
    before: 'Før',
    after: 'Etter',
    made: 'Opprettet',
    changed: 'Endret',
    removed: 'Fjernet',
    commitment: 'Oppdraget',
    reporting: 'Særskilt rapportering',
  },
  difference: {
    details: 'Hva som er endret',
  },
  leader: {
    items: 'Rødt, forsinket, uten eier',
    none: 'Ingen',
  },
  measurability: {
    sheet: 'Målbarhet',
    measured: 'Måles',
    source: 'Tall eller kilde',
    decidedBy: 'Bestemt av',
    ways: {
      figure: 'med tall herfra',
      outside: 'med kilde utenfor',
      'not-measurable': 'kan ikke måles',
    },
    proposed: 'forslag',
  },
  calendar: {
    name: 'Frister i Fotfeste',
    part: 'Del av',
    lights: {
      red: 'rødt',
      yellow: 'gult',
      green: 'grønt',
    },
  },
}
