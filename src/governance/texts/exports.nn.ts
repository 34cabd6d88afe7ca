import type { texts as nb } from './exports.nb.ts'

/** What only the workbooks and the calendar say, in nynorsk. */
export const texts: typeof nb = {
  asAt: 'per',
  register: {
    sheet: 'Oppdrag og krav',
    at: 'Tidspunkt',
    by: 'Av',
    origin: 'Sett av',
    letter: 'brevet',
    own: 'oss (intern frist)',
    deliveredOn: 'Dato',
    document: 'Dokument',
    what: 'Gjeld',
    change: 'Endring',
    field: 'Felt',
    before: 'Før',
    after: 'Etter',
    made: 'Oppretta',
    changed: 'Endra',
    removed: 'Fjerna',
    commitment: 'Oppdraget',
    reporting: 'Særskild rapportering',
  },
  difference: {
    details: 'Kva som er endra',
  },
  leader: {
    items: 'Raudt, forseinka, utan eigar',
    none: 'Ingen',
  },
  measurability: {
    sheet: 'Målbarheit',
    measured: 'Blir målt',
    source: 'Tal eller kjelde',
    decidedBy: 'Avgjort av',
    ways: {
      figure: 'med tal herifrå',
      outside: 'med kjelde utanfor',
      'not-measurable': 'kan ikkje målast',
    },
    proposed: 'framlegg',
  },
  calendar: {
    name: 'Fristar i Fotfeste',
    part: 'Del av',
    lights: {
      red: 'raudt',
      yellow: 'gult',
      green: 'grønt',
    },
  },
}
