import { osloDate, type PlainDate } from '../../../platform/rules/plain-date.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import type { CalendarAnswer, RhythmLine, Scope } from '../../rules/rhythm/shapes.ts'
import { listDueDates } from './due-dates.ts'

/** The year asked for, else this year, else the latest that the register has. Also the years to choose from. */
export const chooseYear = async (tx: Tx, wanted: number | undefined): Promise<{ year: number; years: number[] }> => {
  const rows = await tx.sql<{ year: number }[]>`
    select distinct year from governance.commitment union
    select distinct extract(year from due)::int from governance.deadline order by year desc`
  const years = rows.map((row) => row.year)
  const now = Number(osloDate(tx.now).slice(0, 4))
  return { year: wanted ?? (years.includes(now) ? now : (years.find((year) => year < now) ?? years[0] ?? now)), years }
}

/** The letter's calendars: what is reported and which meetings are held, with the dates that are known. */
const fixedRhythm = (tx: Tx, year: number) =>
  tx.sql<RhythmLine[]>`
    select c.id, c.kind, c.title, coalesce(c.recurrence, c.deadline_text, c.frequency) as when,
      coalesce((select jsonb_agg(jsonb_build_object('due', d.due, 'countDate', d.count_date, 'metOn', d.met_on)
        order by d.due) from governance.deadline d where d.commitment = c.id), '[]') as dates
    from governance.commitment c
    where c.year = ${year} and c.kind in ('report', 'meeting') and c.state in ('open', 'done')
    order by c.kind desc, (select min(d.due) from governance.deadline d where d.commitment = c.id) nulls last, c.position`

/** The dates of a calendar year and the fixed rhythm of the budget year with the same number. */
export const viewCalendar = async (tx: Tx, wanted: number | undefined, scope: Scope): Promise<CalendarAnswer> => {
  const { year, years } = await chooseYear(tx, wanted)
  const [dates, rhythm] = await Promise.all([
    listDueDates(tx, scope, `${year}-01-01` as PlainDate, `${year}-12-31` as PlainDate),
    fixedRhythm(tx, year),
  ])
  return { year, years, today: osloDate(tx.now), scope, dates, rhythm }
}
