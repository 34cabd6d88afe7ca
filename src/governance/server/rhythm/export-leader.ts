import type { Locale } from '../../../platform/rules/locale.ts'
import { type Row, type Sheet, writeExcel } from '../../../platform/server/documents/excel.ts'
import type { LeaderAnswer, LeaderItem, StatusGroup } from '../../rules/rhythm/shapes.ts'
import { exportTexts, letterTexts, lightTexts, rhythmTexts } from '../texts.ts'

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
export const exportLeader = (view: LeaderAnswer, locale: Locale): Promise<Buffer> => {
  const { leader: t, calendar, tones } = rhythmTexts[locale]
  const { leader: own } = exportTexts[locale]
  const { code, title } = letterTexts[locale].fields
  const counts = [t.open, t.red, t.yellow, t.green, t.none, t.late, t.ownerless, t.soon]
  const groupSheet = (name: string, first: string, groups: readonly StatusGroup[]): Sheet => ({
    name,
    columns: [
      { title: first, kind: 'text', width: 48 },
      ...counts.map((count) => ({ title: count, kind: 'number', width: 14 }) as const),
    ],
    rows: [
      ...groups.map((group): Row => [group.name ?? own.none, ...numbers(group)]),
      { strong: [calendar.tableSum, ...numbers(view.total)] },
    ],
  })
  const itemRow = (what: string, item: LeaderItem): Row => [
    what,
    item.code,
    item.title,
    item.light === null ? null : lightTexts[locale][item.light],
    item.due,
    item.goal,
    item.unit,
    item.person,
    item.deviation,
    item.measures,
  ]
  const kinds = { red: tones.red, late: t.late, ownerless: t.ownerless, soon: t.soon }
  const column = (title: string, width: number, kind: 'text' | 'date' = 'text') => ({ title, kind, width })
  const itemSheet: Sheet = {
    name: own.items,
    columns: [
      column(t.what, 18),
      column(code, 14),
      column(title, 54),
      column(t.status, 10),
      column(t.due, 12, 'date'),
      column(t.goal, 30),
      column(t.unit, 26),
      column(t.owner, 22),
      column(t.deviation, 40),
      column(t.measures, 40),
    ],
    rows: (['red', 'late', 'ownerless', 'soon'] as const).flatMap((kind) =>
      view[kind].map((item) => itemRow(kinds[kind], item)),
    ),
  }
  return writeExcel([groupSheet(t.byUnit, t.unit, view.units), groupSheet(t.byGoal, t.goal, view.goals), itemSheet])
}
