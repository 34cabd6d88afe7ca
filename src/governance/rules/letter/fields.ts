import { mentionedGoal } from './announcements.ts'
import type { Block } from './blocks.ts'
import { codeKey } from './codes.ts'
import { findDates } from './dates.ts'
import { flatColumns, flatRow } from './flat-row.ts'
import { type Field, inlineLabels, labelOf } from './labels.ts'
import { joined, type Line, placeOf, type Sheet } from './lines.ts'
import type { Place } from './types.ts'
import { endsOpen, startsWithSmall, words } from './words.ts'

/** A labelled part of a block, and its lines without the label. */
export interface FieldText {
  readonly field: Field
  readonly label: string
  readonly lines: Line[]
}

/** A block taken apart: the lines of its title, what stands before the first label, and the labelled parts. */
export interface Fields {
  readonly title: readonly Line[]
  readonly lead: readonly Line[]
  readonly parts: readonly FieldText[]
}

/** Part of a line, with its own beginning. */
export const partOf = (line: Line, from: number, to = line.text.length): Line => {
  const slice = line.text.slice(from, to)
  return {
    text: slice.trim(),
    at: line.at + from + (slice.length - slice.trimStart().length),
    gap: line.gap && from === 0,
  }
}

const pieces = (line: Line): Line[] => {
  const cuts = line.text.length < 20 ? [] : inlineLabels(line.text)
  const edges = [0, ...cuts, line.text.length]
  return edges.slice(1).map((to, i) => partOf(line, edges[i] ?? 0, to))
}

const dated = /^(?:[•–-]\s)?(\p{Lu}[^:|]{4,110})[:|]\s*(?:innen |innan |senest |seinast )?(?=\S{0,3}\d)/u
const short: ReadonlySet<Field> = new Set([
  'milestone',
  'dated',
  'start',
  'financing',
  'responsible',
  'reporting',
  'flexibility',
])

const columnFields: readonly (readonly [Field, RegExp])[] = [
  ['deadline', words('frist|dato|tidspunkt', 'iu')],
  ['responsible', words('ansvar', 'iu')],
  ['flexibility', words('fleksib|priorit', 'iu')],
  ['comment', words('kommentar|merknad', 'iu')],
  ['reporting', words('frekvens|^rapportering(?!skrav)|rapporteres', 'iu')],
  ['baseline', words('baseline|utgangspunkt|^resultat(?!krav|mål|indikator)|^status', 'iu')],
  [
    'target',
    words(
      'krav 20|^(?:resultat)?krav$|resultatkrav|måltal|resultatmål|ambisjon|^mål (?:for |i )?20|^20\\d\\d$|målverdi',
      'iu',
    ),
  ],
  ['purpose', words('^formål|^føremål', 'iu')],
  [
    'title',
    words('tittel|oppdrag$|styringsparam|indikator|rapporteringskrav|navn|namn|beskrivelse|skildring|omtale', 'iu'),
  ],
]

/** The field that a column's name stands for; null for codes and what is not read. */
export const columnField = (name: string): Field | null => {
  if (words('^(?:oppdrags?n(?:r|ummer)\\.?|nr\\.?|nummer|kode|id|sp)$', 'iu').test(name.trim())) return null
  return columnFields.find(([, pattern]) => pattern.test(name.trim()))?.[0] ?? null
}

/** A table row's cells, each as part of its line. */
export const cellsOf = (line: Line): Line[] => {
  const cells: Line[] = []
  let from = 0
  for (const cell of line.text.split('|')) {
    cells.push(partOf(line, from, from + cell.length))
    from += cell.length + 1
  }
  return cells
}

const bareYear = /^20\d\d$/

/** A year's column is a target only in a table that has no other column for targets; else it holds results. */
const fieldOfColumn = (columns: readonly string[], name: string): Field | null => {
  const field = columnField(name)
  const isResult =
    field === 'target' &&
    bareYear.test(name.trim()) &&
    columns.some((other) => !bareYear.test(other.trim()) && columnField(other) === 'target')
  return isResult ? 'baseline' : field
}

/** A row without cell borders: its last values belong to the columns after the first. */
const byFlatColumns = (block: Block, columns: readonly string[]): Fields | null => {
  const [first, ...others] = block.lines
  if (!first || block.lines.some((line) => line.text.includes('|'))) return null
  const own = [partOf(first, first.text.length - block.first.length), ...others]
  for (let taken = Math.min(own.length, 5); taken > 0; taken -= 1) {
    const lines = own.slice(0, taken)
    const row = flatRow(joined(lines), columns.length - 1)
    const last = lines[lines.length - 1]
    if (!row || !last) continue
    const at = { ...first, at: first.at + first.text.length - block.first.length }
    return {
      title: [{ ...at, text: row.title }],
      lead: own.slice(taken),
      parts: row.values.flatMap((text, i): FieldText[] => {
        const label = columns[i + 1] ?? ''
        const field = fieldOfColumn(columns, label)
        return field === null ? [] : [{ field, label, lines: [{ ...last, text }] }]
      }),
    }
  }
  return null
}

const byColumns = (block: Block, columns: readonly string[]): Fields | null => {
  const [row, ...more] = block.lines
  if (!row?.text.includes('|')) return flatColumns(columns.join(' ')) ? byFlatColumns(block, columns) : null
  const cells = cellsOf(row)
  if (cells.length < 2 || cells.length > columns.length) return null
  const title: Line[] = []
  const parts: FieldText[] = []
  cells.forEach((cell, i) => {
    const name = columns[i] ?? ''
    const named = columns.some((other) => words('tittel|navn|namn', 'iu').test(other))
    const field = named && words('^oppdrag$', 'iu').test(name.trim()) ? null : fieldOfColumn(columns, name)
    if (cell.text === '' || field === null || (field !== 'baseline' && /^[–-]$/.test(cell.text))) return
    // the code of the row, whatever its column is called
    if (i === 0 && block.start !== null && codeKey(cell.text) === codeKey(block.start.codeAsWritten)) return
    const own =
      i === 0 && block.start !== null && title.length === 0 && block.first !== ''
        ? partOf(row, row.text.length - block.first.length, cell.at - row.at + cell.text.length)
        : cell
    if (field === 'title' && title.length === 0) title.push(own)
    else parts.push({ field: field === 'title' ? 'description' : field, label: name, lines: [cell] })
  })
  if (title.length === 0) return null
  for (const line of more) {
    const last = parts[parts.length - 1]
    if (startsWithSmall(line.text) && parts.every((part) => part.field !== 'comment')) title.push(line)
    else last?.lines.push(line)
  }
  return { title, lead: [], parts }
}

/** How many of the first lines are the title. */
const titleLength = (
  lines: readonly Line[],
  labelsFollow: boolean,
  codeAlone: boolean,
  width: number | null,
): number => {
  if (lines.length === 0) return 0
  if (labelsFollow && codeAlone && lines.length <= 8) return lines.length
  const own = Math.max(...lines.slice(0, 6).map((line) => line.text.length))
  let count = 1
  while (count < lines.length && count < 8) {
    const [line, next] = [lines[count - 1], lines[count]]
    if (!line || !next || next.gap) break
    const firstWord = next.text.split(' ')[0] ?? ''
    const full = line.text.length + firstWord.length + 1 > (labelsFollow ? own : (width ?? own))
    const goesOn = startsWithSmall(next.text) || /^[(«\d–]/.test(next.text) || endsOpen(line.text)
    if (/^[•-]\s/.test(next.text) || !(goesOn || (full && width !== null && !/[.:]$/.test(line.text)))) break
    count += 1
  }
  return count
}

/** Takes a block apart. `firstAt` lines are those of the block, the first without its code. */
export const fieldsOf = (sheet: Sheet, block: Block): Fields => {
  const table = block.columns && block.columns.length > 0 ? byColumns(block, block.columns) : null
  if (table) return table
  const [first, ...others] = block.lines
  const firstLine = first ? partOf(first, first.text.length - block.first.length) : null
  const codeAlone = (firstLine?.text ?? '') === ''
  const all = [...(firstLine && !codeAlone ? [firstLine] : []), ...others].flatMap(pieces)
  const lead: Line[] = []
  const parts: FieldText[] = []
  let current: FieldText | null = null
  let parent: FieldText | null = null
  all.forEach((line, i) => {
    const label = i === 0 && !codeAlone ? null : labelOf(line.text)
    const date = label || i === 0 ? null : datedLine(line)
    if (label) {
      if (current && !short.has(current.field)) parent = current
      const inDeadline: boolean =
        current?.field === 'deadline' &&
        (label.field === 'part' || label.field === 'milestone') &&
        listsParts(current, line, label.valueAt)
      if (inDeadline && current) {
        current.lines.push(line)
        return
      }
      current = { field: label.field, label: label.label, lines: [] }
      parts.push(current)
      if (label.valueAt < line.text.length) current.lines.push(partOf(line, label.valueAt))
      return
    }
    if (date && current?.field !== 'deadline' && current?.field !== 'baseline' && current?.field !== 'background') {
      if (current && !short.has(current.field)) parent = current
      parts.push({ field: 'dated', label: date.label, lines: [line] })
      current = parent
      return
    }
    if (current === null) lead.push(line)
    else if ((short.has(current.field) || current.field === 'deadline') && !continues(current, line)) {
      current = parent ?? { field: 'description', label: '', lines: [] }
      if (!parts.includes(current)) parts.push(current)
      current.lines.push(line)
    } else current.lines.push(line)
  })
  const own = parts[0]?.field ?? null
  const whole = block.columns !== null || (sheet.restored && own !== null && own !== 'deadline' && own !== 'milestone')
  const count = whole && lead.length < 12 ? lead.length : titleLength(lead, parts.length > 0, codeAlone, sheet.width)
  return { title: lead.slice(0, count), lead: lead.slice(count), parts }
}

/** Whether a Frist field is a list of parts with a date each. */
const listsParts = (part: FieldText, line: Line, valueAt: number): boolean =>
  findDates(line.text.slice(valueAt, valueAt + 40), 2000)[0]?.start === 0 &&
  part.lines.every((other) => labelOf(other.text) !== null)

const continues = (part: FieldText, line: Line): boolean => {
  const last = part.lines[part.lines.length - 1]
  if (!last) return true
  if (
    part.field === 'deadline' &&
    findDates(line.text, 2000).length > 0 &&
    line.text.length < 90 &&
    !/\.$/.test(line.text)
  )
    return true
  return startsWithSmall(line.text) || endsOpen(last.text) || /^[(«\d]/.test(line.text)
}

const datedLine = (line: Line): { label: string } | null => {
  const match = dated.exec(line.text)
  if (!match) return null
  const rest = line.text.slice(match[0].length)
  const found = findDates(rest.slice(0, 40), 2000)[0]
  return found && found.start <= 3 && /^[.\s)]*$/.test(rest.slice(found.end))
    ? { label: (match[1] ?? '').trim() }
    : null
}

/** The goal that a table's own column names (“Hovedmål 2”, “1.1”). */
export const columnGoal = (block: Block): string | null => {
  const at = block.columns?.findIndex((name) => words('^(?:hoved|hovud|del)?mål$', 'iu').test(name.trim())) ?? -1
  const row = block.lines[0]
  const cell = at < 0 || !row ? '' : (cellsOf(row)[at]?.text ?? '')
  return mentionedGoal(cell) ?? /^\d{1,2}(?:\.\d{1,2})?$/.exec(cell)?.[0] ?? null
}

/** The first part of a kind, as text; null when there is none or it is empty. */
export const textOf = (fields: Fields, field: Field): string | null => {
  const text = fields.parts
    .filter((part) => part.field === field)
    .map((part) => joined(part.lines))
    .filter((value) => value !== '')
    .join(' ')
  return text === '' ? null : text
}

/** The place of a whole block. */
export const blockPlace = (sheet: Sheet, block: Block): Place => placeOf(sheet, block.lines)
