import type { ProseLine } from './blocks.ts'
import { findDates } from './dates.ts'
import { joined, type Line, placeOf, type Sheet } from './lines.ts'
import type { Meeting, ReportingDeadline } from './types.ts'
import { words } from './words.ts'

const reportsFollow = words('‹(?:rapporter\\p{L}*|frist(?:er|ar)?)›.{0,80}:$', 'iu')
const meetingsNamed = words('^(?:[•–-]\\s)?(\\p{L}*møte)[rt]?(?: i (?:19|20)\\d\\d)?\\s?:\\s*(.*)$', 'iu')
const bullet = /^[•–-]\s+/
const beforeDate = words('[\\s|:–(,-]*(?:‹(?:med )?frist(?:en)?(?: er)?:?|‹innen|‹innan|‹senest|‹seinast)?\\s*$', 'iu')

/** The short lines under a line that ends in a colon, as far as each ends in a date. */
const dated = (prose: readonly ProseLine[], from: number, year: number | null): Line[] => {
  const out: Line[] = []
  for (const { line } of prose.slice(from, from + 20)) {
    const last = findDates(joined([line]), year).at(-1)
    const ends = last && /^[\s.)|]*$/.test(joined([line]).slice(last.end))
    if (!ends || line.text.length > 160 || words('‹(?:skal|bes|må)›', 'iu').test(line.text)) break
    out.push(line)
  }
  return out
}

/** A list of reports under “Frister for rapportering:”; one date each, or the date of counting and the deadline. */
export const listedReports = (
  sheet: Sheet,
  prose: readonly ProseLine[],
  year: number | null,
): { row: ReportingDeadline; line: Line }[] =>
  prose.flatMap((entry, i) => {
    const head = entry.line.text
    if (entry.role === 'instruction' || head.length > 140 || !reportsFollow.test(head) || meetingsNamed.test(head))
      return []
    return dated(prose, i + 1, year).flatMap((line) => {
      const text = joined([line]).replace(bullet, '')
      const dates = findDates(text, year)
      const due = dates.at(-1)
      const report = due ? text.slice(0, due.start).replace(beforeDate, '').trim() : ''
      if (!due || dates.length > 2 || report.length < 4) return []
      const row: ReportingDeadline = {
        report,
        countDate: dates.length > 1 ? (dates[0]?.date ?? null) : null,
        due: due.date,
        dueText: due.text,
        source: placeOf(sheet, [line]),
        confidence: 0.85,
        doubts: [],
      }
      return [{ row, line }]
    })
  })

/** “Etatsstyringsmøter: 7. mai og 26. november 2026”, or the days in lines of their own below. */
export const listedMeetings = (sheet: Sheet, prose: readonly ProseLine[], year: number | null): Meeting[] =>
  prose.flatMap((entry, i) => {
    const match = entry.line.text.length < 200 ? meetingsNamed.exec(entry.line.text) : null
    if (!match?.[1] || entry.role === 'instruction') return []
    const [, type, inline = ''] = match
    const lines = inline === '' ? dated(prose, i + 1, year) : [{ ...entry.line, text: inline }]
    return lines.flatMap((line) => {
      const text = line.text.replace(bullet, '')
      const days = findDates(text, year)
      const between = days.reduce((rest, day) => rest.replace(day.text, ''), text)
      // only days, and the words between them
      if (days.length === 0 || !words('^(?:[\\s,.]|‹og›|‹samt›|\\p{L}{3,6}dag)*$', 'iu').test(between)) return []
      const source = placeOf(sheet, [inline === '' ? line : entry.line])
      return days.map((day) => ({
        type,
        period: day.text,
        date: day.precision === 'day' ? day.date : null,
        source,
        confidence: 0.85,
        doubts: [],
      }))
    })
  })
