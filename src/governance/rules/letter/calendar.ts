import type { ProseLine } from './blocks.ts'
import { listedMeetings, listedReports } from './calendar-lists.ts'
import { type FoundDate, findDates } from './dates.ts'
import { type DutyDate, dutyDates } from './deadlines.ts'
import { joined, type Line, placeOf, type Sheet } from './lines.ts'
import type { Meeting, ReportingDeadline } from './types.ts'
import { fold, words } from './words.ts'

const reportHeader = words(
  '^(?=.{0,120}‹(?:frist|leveringsfrist|rapporteringsfrist|innsendingsfrist|dato|tidspunkt))(?:type )?(?:rapport(?:ering|type)?|dokument|leveranse|hva|kva|rapporteringstype)(?:›|s)',
  'iu',
)
const meetingHeader = words(
  '^(?:type )?(?:møte(?:r|type)?|møtetype|aktivitet|arrangement|dialogmøte)›.{0,60}‹(?:periode|tidspunkt|dato|tid|når|måned|månad)',
  'iu',
)
const reportWord = words(
  '^(?:[•–-]\\s)?(?:\\p{L}+ )?(?:årsrapport|årsmelding|halvårsrapport|tertialrapport|kvartalsrapport|årsregnskap|årsrekneskap|regnskapsrapport|rekneskapsrapport|risikorapport|virksomhetsrapport|statusrapport|avviksrapport|økonomirapport|delårsrapport|\\d\\. tertial)',
  'iu',
)
const reportInSentence = words(
  '‹((?:årsrapport|årsmelding|halvårsrapport|delårsrapport|virksomhetsrapport|verksemdsrapport|tertialrapport|kvartalsrapport|årsregnskap|årsrekneskap)\\p{L}*(?: (?:og|med) (?:årsregnskap|regnskap|årsrekneskap|rekneskap)\\p{L}*)?(?: (?:for|per|pr\\.?) (?:budsjettåret |[12]\\. (?:halvår|tertial) )?(?:20\\d\\d|\\d{1,2}\\. \\p{L}+(?: 20\\d\\d)?))?)›',
  'iu',
)
const meetingWord = words('(?:møte|møter|møta|samling|konferanse|dialog|seminar)(?:t|ne|et|en)?›', 'iu')
const within = words('[\\s|:–(-]*(?:innen|innan|senest|seinast|frist:?)?\\s*$', 'iu')

/** Whether a line is the header of a reporting or meeting calendar. */
export const isCalendarHeader = (text: string): boolean =>
  text.length < 120 &&
  /^\p{Lu}/u.test(text) &&
  !words('‹(?:skal|er|som|bes|ber|må)›', 'iu').test(text) &&
  (reportHeader.test(text) || meetingHeader.test(text)) &&
  findDates(text, null).length === 0 &&
  !/[.:]$/.test(text)

/** Whether the letter's columns put the deadline before the date of counting. */
const deadlineFirst = (header: string): boolean => {
  const count = header.search(words('tel(?:le|je)|per dato|periode|rapporteringsdato', 'iu'))
  const due = header.search(words('frist', 'iu'))
  return count >= 0 && due >= 0 && due < count
}
const hasCount = words('tel(?:le|je)|per dato|måledato|teljetid', 'iu')

const reportRow = (
  sheet: Sheet,
  lines: readonly Line[],
  header: string | null,
  year: number | null,
): ReportingDeadline | null => {
  const text = joined(lines)
  // a first cell is the report's name, whatever it looks like (“1. tertial”)
  const cell = lines[0]?.text.includes('|') ? (lines[0].text.split('|')[0]?.trim() ?? '') : ''
  const dates = findDates(text, year).filter((date) => date.start >= cell.length)
  const first = dates[0]
  if (!first) return null
  const before = text.slice(0, first.start)
  const report = before
    .replace(within, '')
    .replace(/^[•–-]\s+/, '')
    .replace(/(?<![\s:|–(,-])[\s:|–(,-]+$/, '')
    .trim()
  if (report.length < 4) return null
  const last = dates[dates.length - 1] ?? first
  const reversed = header !== null && deadlineFirst(header)
  const due: FoundDate | null =
    dates.length > 1
      ? reversed
        ? first
        : last
      : header !== null &&
          hasCount.test(header) &&
          !/innen|senest|frist/i.test(text) &&
          dates.length === 1 &&
          /\|\s*$/.test(text)
        ? null
        : first
  const count = dates.length > 1 ? (reversed ? last : first) : null
  return {
    report,
    countDate: count?.date ?? null,
    due: due?.date ?? null,
    dueText: due?.text ?? null,
    source: placeOf(sheet, lines),
    confidence: header === null ? 0.75 : 0.95,
    doubts: [],
  }
}

/** Said twice in one line, each date is a deadline of its own. */
const dueAgain = words('‹(?:innen|innan|senest|seinast|frist)›', 'giu')

const rowLimit = 4

const dateFirst = /^(?:[•–-]\s)?(?:innen |innan )?([^:|]{6,24}?)(?:\s?[:|–]\s?|\s(?=\p{Lu}))(\p{Lu}.{3,90})$/u

/** A line that puts the date first: “15. mars 2026: Årsrapport 2025”. */
const turned = (line: Line, year: number | null): { date: FoundDate; what: string } | null => {
  const match = dateFirst.exec(line.text)
  const date = match?.[1] ? findDates(match[1], year)[0] : undefined
  return match?.[1] && match[2] && date && date.end - date.start >= match[1].trim().length - 1
    ? { date, what: match[2].replace(/\.$/, '') }
    : null
}

/** The rows under a header: lines are joined until a date ends the row. */
const rowsUnder = (
  prose: readonly ProseLine[],
  from: number,
  year: number | null,
): { rows: Line[][]; next: number } => {
  const rows: Line[][] = []
  let open: Line[] = []
  let i = from
  for (; i < prose.length; i += 1) {
    const entry = prose[i]
    const previous = prose[i - 1]
    if (
      !entry ||
      (previous && i > from && entry.index - previous.index > 3) ||
      entry.line.text.length > 220 ||
      (i > from && entry.path !== previous?.path) ||
      meetingHeader.test(entry.line.text)
    )
      break
    const text = joined([...open, entry.line])
    const dates = findDates(text, year)
    const last = dates[dates.length - 1]
    if (last && /^[\s.)|]*$/.test(text.slice(last.end))) {
      const lone =
        open.length === 0 &&
        !entry.line.text.includes('|') &&
        /^[\s|]*(?:innen |senest )?$/i.test(text.slice(0, dates[0]?.start ?? 0))
      const row = rows[rows.length - 1]
      if (lone && row) row.push(entry.line)
      else rows.push([...open, entry.line])
      open = []
    } else {
      open.push(entry.line)
      if (open.length >= rowLimit || /[.:]$/.test(entry.line.text) || words('‹skal›', 'iu').test(entry.line.text)) break
    }
  }
  return { rows, next: i - open.length + (open.length > 0 && i < prose.length ? 1 : 0) }
}

/** Reads the reporting calendar: tables, lists, and sentences that give a report its date. */
export const reportingDeadlines = (
  sheet: Sheet,
  prose: readonly ProseLine[],
  year: number | null,
): { found: ReportingDeadline[]; used: Set<number> } => {
  const found: ReportingDeadline[] = []
  const used = new Set<number>()
  const add = (row: ReportingDeadline | null): void => {
    if (
      row &&
      !found.some(
        (other) =>
          other.due === row.due &&
          (fold(other.report) === fold(row.report) ||
            fold(other.report).split(' ')[0] === fold(row.report).split(' ')[0]),
      )
    )
      found.push(row)
  }
  prose.forEach((entry, i) => {
    const { line } = entry
    if (isCalendarHeader(line.text) && reportHeader.test(line.text)) {
      const { rows } = rowsUnder(prose, i + 1, year)
      for (const row of rows) {
        add(reportRow(sheet, row, line.text, year))
        for (const part of row) used.add(part.at)
      }
    }
  })
  for (const { row, line } of listedReports(sheet, prose, year)) {
    if (used.has(line.at)) continue
    add(row)
    used.add(line.at)
  }
  prose.forEach(({ line, role }, i) => {
    if (used.has(line.at) || role === 'instruction') return
    if (line.text.length < 160 && reportWord.test(line.text) && !words('‹skal›|‹bes›|‹må›', 'iu').test(line.text)) {
      // several reports in one sentence: which date is whose is not for this rule
      const several = findDates(line.text, year).length > 2 || [...line.text.matchAll(dueAgain)].length > 1
      const row = several ? null : reportRow(sheet, [line], null, null)
      const end = row?.dueText
        ? line.text
            .trimEnd()
            .replace(/(?<![.)])[.)]+$/, '')
            .endsWith(row.dueText)
        : false
      if (row && end) {
        add(row)
        used.add(line.at)
      }
    }
    const first = turned(line, year)
    if (first && reportWord.test(first.what)) {
      add({
        report: first.what,
        countDate: null,
        due: first.date.date,
        dueText: first.date.text,
        source: placeOf(sheet, [line]),
        confidence: 0.75,
        doubts: [],
      })
      used.add(line.at)
      return
    }
    const near = [line, prose[i + 1]?.line, prose[i + 2]?.line].filter(
      (part): part is Line => part !== undefined && !used.has(part.at),
    )
    const text = joined(near).slice(0, 1200)
    let before: DutyDate | null = null
    let firstReport: string | null = null
    for (const duty of dutyDates(text, year)) {
      if (duty.start >= line.text.length + 200) continue
      // a second date in the sentence is that of another report, if the sentence names it; else the net shows it
      if (before !== null && duty.sentence === before.sentence) {
        const another = firstReport === null ? null : secondReport(firstReport, text.slice(before.end, duty.start))
        before = duty
        if (another === null) continue
        add({
          report: another,
          countDate: null,
          due: duty.found.date,
          dueText: duty.found.text,
          source: placeOf(sheet, near.slice(0, 2)),
          confidence: 0.7,
          doubts: [],
        })
        continue
      }
      before = duty
      firstReport = null
      const named = reportInSentence.exec(duty.sentence)
      const isOwn =
        named && !words('‹(?:i|med|ved|til|av) $', 'iu').test(duty.sentence.slice(0, named.index)) && named.index < 60
      if (!named?.[1] || !isOwn || (near[1] && !line.text.includes(duty.sentence.slice(0, 20)))) continue
      const counted = findDates(named[1], year)[0] ?? countedIn(duty.sentence, year)
      const report = named[1].replace(/^(\p{L}+rapport|årsmelding)(?:en|a)(?!\p{L})/iu, '$1')
      firstReport = report
      add({
        report,
        countDate: counted?.date ?? null,
        due: duty.found.date,
        dueText: duty.found.text,
        source: placeOf(sheet, near.slice(0, 2)),
        confidence: 0.75,
        doubts: [],
      })
    }
  })
  return { found, used }
}

const alsoFor = words(
  '^,? (?:og|samt|mens|medan)?\\s?(?:\\p{L}+ )?(for|per) ([12]\\. (?:tertial|halvår)(?: 20\\d\\d)?|20\\d\\d)\\s',
  'iu',
)

/** The report that a second date of a sentence belongs to: named there, or the first one “for 2. tertial”. */
const secondReport = (first: string, between: string): string | null => {
  const named = reportInSentence.exec(between)?.[1]
  if (named !== undefined) return named
  const period = alsoFor.exec(between)
  return period ? `${first.replace(/ (?:for|per|pr\.?) .*$/u, '')} ${period[1] ?? 'for'} ${period[2] ?? ''}` : null
}

/** “med tall per 30. juni 2026” in the sentence that gives the deadline. */
const countedIn = (sentence: string, year: number | null): FoundDate | undefined =>
  findDates(sentence, year).find((found) => /(?:per|pr\.?)\s$/i.test(sentence.slice(0, found.start)))

const period = words(
  '((?:(?:primo|medio|ultimo|begynnelsen av|midten av|slutten av|starten av|tidlig i|uke|veke|innen|innan|i løpet av|ca\\.?)\\s)*(?:\\d{1,2}\\.\\s?(?:(?:–|-|og)\\s?\\d{1,2}\\.\\s?)?)?(?:(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)(?:\\s?(?:/|–|-|og|eller)\\s?(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember))?|vår(?:en)?|høst(?:en)?|haust(?:en)?|sommer(?:en)?|vinter(?:en)?|[1-4]\\. (?:kvartal|tertial|halvår)|(?:første|andre|tredje|fjerde) (?:kvartal|halvår))(?:\\s20\\d\\d)?|\\d{1,2}\\.\\d{1,2}\\.(?:20)?\\d{2}|ved behov|etter behov|etter avtale|månedlig|månadleg|kvartalsvis|uke \\d{1,2}|veke \\d{1,2})\\.?$',
  'iu',
)

/** Splits a row of the meeting calendar into the meeting and its time. */
const meetingRow = (sheet: Sheet, line: Line, confidence: number, year: number | null): Meeting | null => {
  const cells = line.text.split('|').map((cell) => cell.trim())
  const text = cells.length > 1 ? (cells[1] ?? '') : joined([line]).replace(/^[•–-]\s+/, '')
  const match = text.length < 200 ? period.exec(text) : null
  const type =
    cells.length > 1
      ? (cells[0] ?? '')
      : match
        ? text.slice(0, match.index).replace(/(?<![\s:|–(,-])[\s:|–(,-]+$/, '')
        : ''
  if (!match?.[1] || type.length < 4) return null
  const day = findDates(match[1], year).find((date) => date.precision === 'day')
  return {
    type,
    period: match[1].replace(/\.$/, ''),
    date: day?.date ?? null,
    source: placeOf(sheet, [line]),
    confidence,
    doubts: [],
  }
}

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

const held = words(
  '‹(?:avholdes|avholdt|holdes|holdt|haldast|haldne|gjennomføres|gjennomførast|innkalle|innkaller|kalle inn|arrangeres)›',
  'iu',
)
const prosePhrase = words(
  '(?:egne |eigne |ordinære |regelmessige |årlige |to |tre |fire |et |eit |én )?(\\p{L}*(?:møte|møter|samling)(?:r|ne|t)?(?: (?:om|mellom|med|vedrørende|i forbindelse med|i samband med) [^,.]{3,70}?)?)(?=,|\\.| ved behov| i forbindelse| i 20| hvor|$| våren| høsten)',
  'iu',
)

/** Reads the meeting calendar; without one, the meetings that running text announces. */
export const meetings = (sheet: Sheet, prose: readonly ProseLine[], year: number | null): Meeting[] => {
  const found: Meeting[] = []
  prose.forEach((entry, i) => {
    if (entry.line.text.length > 120 || !meetingHeader.test(entry.line.text)) return
    for (let j = i + 1; j < prose.length && j - i < 40; j += 1) {
      const row = prose[j] ? meetingRow(sheet, prose[j]?.line as Line, 0.95, year) : null
      if (!row) break
      found.push(row)
    }
  })
  if (found.length > 0) return found
  const listed = listedMeetings(sheet, prose, year)
  if (listed.length > 0) return listed
  for (const { line, role } of prose) {
    if (role !== 'meetings' && role !== 'reporting') continue
    const first = turned(line, year)
    if (first && meetingWord.test(first.what)) {
      found.push({
        type: first.what,
        period: first.date.text,
        date: first.date.date,
        source: placeOf(sheet, [line]),
        confidence: 0.8,
        doubts: [],
      })
      continue
    }
    if (meetingWord.test(line.text) && !/[.]$/.test(line.text)) {
      const row = meetingRow(sheet, line, 0.8, year)
      if (row && meetingWord.test(row.type) && row.type.length < 90) found.push(row)
    }
  }
  if (found.length > 0) return found
  for (const [i, { line, role }] of prose.entries()) {
    if (role === 'instruction' || !held.test(line.text) || !words('møte', 'iu').test(joined([line]))) continue
    const text = joined([line, ...(prose[i + 1] ? [(prose[i + 1] as ProseLine).line] : [])])
    const match = prosePhrase.exec(text)
    if (!match?.[1] || found.some((other) => fold(other.type) === fold(match[1] ?? ''))) continue
    const when = words(
      '(ved behov|i forbindelse med [^.,]{3,60}|våren(?: 20\\d\\d)?|høsten(?: 20\\d\\d)?|hausten(?: 20\\d\\d)?|(?<=i )(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)(?: og \\p{L}+)?(?: 20\\d\\d)?)',
      'iu',
    ).exec(text.slice(match.index + match[0].length))
    found.push({
      type: capitalised(match[1]),
      period: when?.[1] ?? null,
      date: null,
      source: placeOf(sheet, [line]),
      confidence: 0.5,
      doubts: [],
    })
  }
  return found
}
