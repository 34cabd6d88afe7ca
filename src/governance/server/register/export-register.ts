import type { Static } from 'typebox'
import type { Locale } from '../../../platform/rules/locale.ts'
import { type Cell, type Column, type Sheet, writeExcel } from '../../../platform/server/documents/excel.ts'
import type { ExportList } from '../../../platform/server/register/export-list.ts'
import { pageOf, totalOf } from '../../../platform/server/register/list.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import type { FormQuery } from '../../rules/follow-up/form-shape.ts'
import { ExportFilter } from '../../rules/follow-up/list-shape.ts'
import { exportTexts, letterTexts, lightTexts, registerTexts } from '../texts.ts'
import { commitmentList } from './list-source.ts'
import { viewCommitment } from './view-commitment.ts'
import { viewCommitmentHistory } from './view-commitment-history.ts'
import { commitmentRows } from './view-commitments.ts'
import { viewReportingForm } from './view-reporting-form.ts'

const text = (title: string, width = 24): Column => ({ title, kind: 'text', width })
const date = (title: string): Column => ({ title, kind: 'date', width: 12 })

const instant = new Intl.DateTimeFormat('nb-NO', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Oslo' })
const moment = (at: string): string => instant.format(new Date(at))

/** The list as it is filtered and sorted on the screen. */
export const exportCommitments: ExportList<typeof ExportFilter> = {
  name: 'commitments',
  permission: 'followup.read',
  summary: 'the register’s list, as filtered and sorted',
  filter: ExportFilter,
  formats: ['xlsx'],
  asked: { action: 'commitment.export', kind: 'commitment' },
  words: (locale) => {
    const t = registerTexts[locale]
    const { sheet } = exportTexts[locale].register
    const columns: Column[] = [
      { title: t.filters.year, kind: 'number', width: 7 },
      text(t.filters.kind, 20),
      text(t.fields.code, 14),
      text(t.fields.title, 60),
      text(t.filters.goal, 8),
      text(t.fields.owner_unit, 28),
      text(t.fields.owner_person, 24),
      text(t.fields.light, 10),
      text(t.fields.state, 14),
      date(t.fields.next_deadline),
    ]
    return { file: sheet, title: sheet, columns }
  },
  count: (tx, { sort: _sort, ...filter }) => totalOf(tx, commitmentList, filter),
  page: async (tx, { sort = 'deadline', ...filter }, after, limit) => {
    const { locale } = tx.actor
    const t = registerTexts[locale]
    const { ids, next } = await pageOf(tx, commitmentList, { filter, sort, limit, after })
    const rows = await commitmentRows(tx, filter, ids)
    return {
      rows: rows.flatMap((row) =>
        (row.meant ? [row, ...row.parts] : row.parts).map((each) => [
          row.year,
          t.kinds[each.kind],
          each.code,
          each.title,
          row.goal,
          each.unit,
          each.person,
          each.light === null ? null : lightTexts[locale][each.light],
          t.states[each.state],
          each.due,
        ]),
      ),
      next,
    }
  },
}

const shown = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)

const historySheet = async (tx: Tx, id: string, locale: Locale): Promise<Sheet> => {
  const { lines } = await viewCommitmentHistory(tx, id)
  const t = registerTexts[locale]
  const own = exportTexts[locale].register
  const kinds = {
    commitment: own.commitment,
    deadline: t.fields.due,
    delivery: t.kinds.delivery,
    requirement: t.activities.requirement,
    activity: t.kinds.activity,
  }
  const columns = [
    text(own.at, 18),
    text(own.by),
    text(own.change, 12),
    text(own.what, 30),
    text(own.field),
    text(own.before, 40),
    text(own.after, 40),
  ]
  const rows = lines.flatMap((line): Cell[][] => {
    const head = [moment(line.at), line.by, own[line.verb], [kinds[line.kind], line.what].filter(Boolean).join(': ')]
    return line.changes.length === 0
      ? [[...head, null, null, null]]
      : line.changes.map((change) => [...head, change.field, shown(change.before), shown(change.after)])
  })
  return { name: t.history.title, columns, rows }
}

/** All that has happened with one commitment: status notes, deadlines, deliveries, history; a sheet each. */
export const exportDetail = async (tx: Tx, id: string): Promise<{ name: string; bytes: Buffer }> => {
  const { locale } = tx.actor
  const t = registerTexts[locale]
  const own = exportTexts[locale].register
  const detail = await viewCommitment(tx, id)
  const bytes = await writeExcel([
    {
      name: t.status.notes,
      columns: [
        text(own.at, 18),
        text(own.by),
        text(t.fields.light, 10),
        text(t.fields.note, 50),
        text(t.fields.deviation, 50),
        text(t.status.measures, 50),
      ],
      rows: detail.notes.map((n) => [moment(n.at), n.by, lightTexts[locale][n.light], n.note, n.deviation, n.measures]),
    },
    {
      name: letterTexts[locale].fields.deadlines,
      columns: [date(t.fields.due), text(t.fields.label, 50), date(t.fields.met_on), text(own.origin, 22)],
      rows: detail.deadlines.map((d) => [d.due, d.label, d.metOn, d.own ? own.own : own.letter]),
    },
    {
      name: t.deliveries.title,
      columns: [
        date(own.deliveredOn),
        text(t.fields.recipient, 30),
        text(t.fields.note, 60),
        text(own.document, 40),
        text(own.by),
      ],
      rows: detail.deliveries.map((d) => [d.on, d.recipient, d.note, d.document?.name ?? null, d.by]),
    },
    await historySheet(tx, id, locale),
  ])
  return { name: detail.code ?? detail.title.slice(0, 60), bytes }
}

/** The reporting form of 2006: one row an activity, and one for a requirement that has none yet. */
export const exportForm = async (tx: Tx, query: Static<typeof FormQuery>): Promise<Buffer> => {
  const { activities: t, filters, nav } = registerTexts[tx.actor.locale]
  const { requirements } = await viewReportingForm(tx, query)
  const columns = [
    text(filters.goal, 6),
    text(t.requirement, 50),
    text(exportTexts[tx.actor.locale].register.reporting, 20),
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
  return writeExcel([{ name: nav.form, columns, rows }])
}
