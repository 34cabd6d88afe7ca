import { type Row, type Sheet, writeExcel } from '../../../platform/server/documents/excel.ts'
import type { LeaderAnswer, LeaderItem, StatusGroup } from '../../rules/rhythm/shapes.ts'

type Locale = 'nb' | 'nn' | 'en'

const words = {
  nb: {
    units: 'Etter enhet',
    goals: 'Etter mål',
    items: 'Rødt, forsinket, uten eier',
    unit: 'Enhet',
    goal: 'Mål',
    counts: [
      'Åpne',
      'Røde',
      'Gule',
      'Grønne',
      'Ikke vurdert',
      'Over fristen',
      'Uten ansvarlig',
      'Frist innen 30 dager',
    ],
    item: ['Hva', 'Kode', 'Tittel', 'Status', 'Frist', 'Mål', 'Enhet', 'Ansvarlig', 'Avvik', 'Tiltak'],
    none: 'Ingen',
    sum: 'Sum',
    what: { red: 'Rødt', late: 'Over fristen', ownerless: 'Uten ansvarlig', soon: 'Frist innen 30 dager' },
    light: { red: 'Rødt', yellow: 'Gult', green: 'Grønt' },
  },
  nn: {
    units: 'Etter eining',
    goals: 'Etter mål',
    items: 'Raudt, forseinka, utan eigar',
    unit: 'Eining',
    goal: 'Mål',
    counts: [
      'Opne',
      'Raude',
      'Gule',
      'Grøne',
      'Ikkje vurdert',
      'Over fristen',
      'Utan ansvarleg',
      'Frist innan 30 dagar',
    ],
    item: ['Kva', 'Kode', 'Tittel', 'Status', 'Frist', 'Mål', 'Eining', 'Ansvarleg', 'Avvik', 'Tiltak'],
    none: 'Ingen',
    sum: 'Sum',
    what: { red: 'Raudt', late: 'Over fristen', ownerless: 'Utan ansvarleg', soon: 'Frist innan 30 dagar' },
    light: { red: 'Raudt', yellow: 'Gult', green: 'Grønt' },
  },
  en: {
    units: 'By unit',
    goals: 'By goal',
    items: 'Red, late, without owner',
    unit: 'Unit',
    goal: 'Goal',
    counts: ['Open', 'Red', 'Yellow', 'Green', 'Not assessed', 'Overdue', 'Without owner', 'Due within 30 days'],
    item: ['What', 'Code', 'Title', 'Status', 'Due', 'Goal', 'Unit', 'Owner', 'Deviation', 'Measures'],
    none: 'None',
    sum: 'Sum',
    what: { red: 'Red', late: 'Overdue', ownerless: 'Without owner', soon: 'Due within 30 days' },
    light: { red: 'Red', yellow: 'Yellow', green: 'Green' },
  },
} as const

const numbers = (group: Omit<StatusGroup, 'id' | 'name'>): number[] => [
  group.open,
  group.red,
  group.yellow,
  group.green,
  group.none,
  group.late,
  group.ownerless,
  group.soon,
]

/** The leader's page as a workbook: the counts by unit and by goal, and what they are made of. */
export const leaderWorkbook = (view: LeaderAnswer, locale: Locale): Promise<Buffer> => {
  const w = words[locale]
  const groupSheet = (name: string, title: string, groups: readonly StatusGroup[]): Sheet => ({
    name,
    columns: [
      { title, kind: 'text', width: 48 },
      ...w.counts.map((count) => ({ title: count, kind: 'number', width: 14 }) as const),
    ],
    rows: [
      ...groups.map((group): Row => [group.name ?? w.none, ...numbers(group)]),
      { strong: [w.sum, ...numbers(view.total)] },
    ],
  })
  const itemRow = (what: string, item: LeaderItem): Row => [
    what,
    item.code,
    item.title,
    item.light === null ? null : w.light[item.light],
    item.due,
    item.goal,
    item.unit,
    item.person,
    item.deviation,
    item.measures,
  ]
  const kinds = ['red', 'late', 'ownerless', 'soon'] as const
  const itemSheet: Sheet = {
    name: w.items,
    columns: w.item.map((title, index) => ({
      title,
      kind: index === 4 ? 'date' : 'text',
      width: [18, 14, 54, 10, 12, 30, 26, 22, 40, 40][index] ?? 20,
    })),
    rows: kinds.flatMap((kind) => view[kind].map((item) => itemRow(w.what[kind], item))),
  }
  return writeExcel([groupSheet(w.units, w.unit, view.units), groupSheet(w.goals, w.goal, view.goals), itemSheet])
}
