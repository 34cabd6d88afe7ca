import type { Static } from 'typebox'
import { type Cell, type Column, type Sheet, writeExcel } from '../../../platform/server/documents/excel.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import type { FormQuery } from '../../rules/follow-up/form-shape.ts'
import type { ListFilter } from '../../rules/follow-up/list-shape.ts'
import type { Sorting } from '../../rules/follow-up/sortings.ts'
import { commitmentDetail } from './commitment-detail.ts'
import { commitmentHistory } from './commitment-history.ts'
import { type ExportTexts, exportTexts } from './export-texts.ts'
import { listRows } from './list-commitments.ts'
import { reportingForm } from './reporting-form.ts'

/** Rows that one spreadsheet takes: far more than a register has, and bounded all the same. */
const mostRows = 50_000

const text = (title: string, width = 24): Column => ({ title, kind: 'text', width })
const date = (title: string): Column => ({ title, kind: 'date', width: 12 })

const instant = new Intl.DateTimeFormat('nb-NO', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Oslo' })
const moment = (at: string): string => instant.format(new Date(at))

/** A list as it is filtered and sorted on the screen. */
export const exportList = async (tx: Tx, filter: ListFilter, sorting: Sorting): Promise<Buffer> => {
  const t = exportTexts[tx.actor.locale]
  const rows = await listRows(tx, filter, sorting, mostRows, 0)
  const columns: Column[] = [
    { title: t.year, kind: 'number', width: 7 },
    text(t.kind, 20),
    text(t.code, 14),
    text(t.title, 60),
    text(t.goal, 8),
    text(t.unit, 28),
    text(t.person, 24),
    text(t.light, 10),
    text(t.state, 14),
    date(t.due),
  ]
  const cells = rows.map((row): Cell[] => [
    row.year,
    t[row.kind],
    row.code,
    row.title,
    row.goal,
    row.unit,
    row.person,
    row.light === null ? null : t[row.light],
    t[row.state],
    row.due,
  ])
  return writeExcel([{ name: t.register, columns, rows: cells }])
}

const shown = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)

const historySheet = async (tx: Tx, id: string, t: ExportTexts): Promise<Sheet> => {
  const { lines } = await commitmentHistory(tx, id)
  const columns = [
    text(t.at, 18),
    text(t.by),
    text(t.change, 12),
    text(t.what, 30),
    text(t.field),
    text(t.before, 40),
    text(t.after, 40),
  ]
  const rows = lines.flatMap((line): Cell[][] => {
    const head = [moment(line.at), line.by, t[line.verb], [t[line.kind], line.what].filter(Boolean).join(': ')]
    return line.changes.length === 0
      ? [[...head, null, null, null]]
      : line.changes.map((change) => [...head, change.field, shown(change.before), shown(change.after)])
  })
  return { name: t.history, columns, rows }
}

/** All that has happened with one commitment: status notes, deadlines, deliveries, history; a sheet each. */
export const exportDetail = async (tx: Tx, id: string): Promise<{ name: string; bytes: Buffer }> => {
  const t = exportTexts[tx.actor.locale]
  const detail = await commitmentDetail(tx, id)
  const bytes = await writeExcel([
    {
      name: t.notes,
      columns: [
        text(t.at, 18),
        text(t.by),
        text(t.light, 10),
        text(t.note, 50),
        text(t.deviation, 50),
        text(t.measures, 50),
      ],
      rows: detail.notes.map((n) => [moment(n.at), n.by, t[n.light], n.note, n.deviation, n.measures]),
    },
    {
      name: t.deadlines,
      columns: [date(t.deadline), text(t.label, 50), date(t.metOn), text(t.origin, 22)],
      rows: detail.deadlines.map((d) => [d.due, d.label, d.metOn, d.own ? t.own : t.letter]),
    },
    {
      name: t.deliveries,
      columns: [date(t.deliveredOn), text(t.recipient, 30), text(t.note, 60), text(t.document, 40), text(t.by)],
      rows: detail.deliveries.map((d) => [d.on, d.recipient, d.note, d.document?.name ?? null, d.by]),
    },
    await historySheet(tx, id, t),
  ])
  return { name: detail.code ?? detail.title.slice(0, 60), bytes }
}

/** The reporting form of 2006: one row an activity, and one for a requirement that has none yet. */
export const exportForm = async (tx: Tx, query: Static<typeof FormQuery>): Promise<Buffer> => {
  const t = exportTexts[tx.actor.locale]
  const { requirements } = await reportingForm(tx, query)
  const columns = [
    text(t.goal, 6),
    text(t.requirement, 50),
    text(t.reporting, 20),
    text(t.ansv, 20),
    text(t.activity, 40),
    text(t.indicator, 30),
    text(t.achievement, 40),
    text(t.deviation, 30),
    text(t.remark, 30),
    text(t.measuresDone, 30),
    text(t.measuresPlanned, 30),
  ]
  const rows = requirements.flatMap((row): Cell[][] => {
    const named = [[row.code, row.title].filter(Boolean).join(' '), ...row.requirements].join('\n')
    const head = [row.goal, named, row.reporting]
    if (row.activities.length === 0) return [[...head, row.unit]]
    return row.activities.map((a) => [
      ...head,
      a.unit ?? row.unit,
      a.activity,
      a.indicator,
      a.achievement,
      a.deviation,
      a.remark,
      a.measuresDone,
      a.measuresPlanned,
    ])
  })
  return writeExcel([{ name: t.form, columns, rows }])
}
