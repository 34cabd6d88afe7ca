import { findAmounts, statedUnit } from './amounts.ts'
import type { ProseLine } from './blocks.ts'
import { sentencesOf } from './deadlines.ts'
import { partOf } from './fields.ts'
import type { Line } from './lines.ts'
import { type AmountColumns, amountColumns, isMoneyHeader, statesTotalsOnly } from './money-columns.ts'
import type { ChapterTable } from './money-tables.ts'
import { bound, changeFromTo, statesTotal } from './money-words.ts'
import type { AmountUnit } from './types.ts'
import { words } from './words.ts'

/** A line of the money section, with the chapter and item that it stands under, and the unit in force. */
export interface MoneyLine {
  readonly line: Line
  readonly chapter: string | null
  readonly item: string | null
  readonly unit: AmountUnit | null
}

const chapterStart = words('^kap(?:ittel|\\.)?\\s?(\\d{3,4})[\\s|:–.-]*(.*)$', 'iu')
const chapterCell = /^(\d{3,4})(?:\s*\|\s*|[./]\s?)(?=(?:Post\s?)?\d{2}\s*\|)/i
/** A table's row that names a chapter by its number alone (“0906 | Bergverket”). */
const chapterName = /^(0?\d{3,4})(?:\s*\|\s*|\s+)(\p{Lu}[^|]*)$/u
/** A year at the beginning of a line is no chapter. */
const yearAlone = /^20[12]\d$/
const postInHeading = words('^(?:,\\s?)?post\\s?(\\d{2})[\\s|:.–-]*(.*)$', 'iu')
const itemHeading = words('^post\\s?(\\d{2})(?:›[\\s|:.–-]*)(.*)$', 'iu')
const bindingsStart = words(
  '^(?:budsjettbinding|bindinger|bindingar|føringer|føringar|øremerk|nærmere om|nærare om|fordeling av|særskilte føringer|omtale av)',
  'iu',
)
const sentence = words(
  '‹(?:det er (?:bevilget|løyvd|løyvt)|(?:får|gis|har) fullmakt|skal|disponerer|disponere|omfatter|dekker|dekkjer|utgjør|utgjer|stilles|stilles til|vises til|viser til|komme[r]? tilbake|kjem tilbake|gjelder|gjeld)›',
  'iu',
)
const endsInAmount =
  /(?:\d{1,3}(?: \d{3})+|\d{4,}|\d,\d{1,3}|\|\s*\d{1,3}|\d\s?(?:mill(?:ioner|ionar)?\.?|mrd\.?)\s?(?:kroner|kr\.?))(?:\s?(?:kroner|kr\.?))?$/i

const cleanName = (text: string): string | null => {
  const name = text
    .replace(/\s*\([^)]*(?:kroner|kr)\b[^)]*\)?/i, '')
    .replace(/(?<![|\s])[|\s]+$/, '')
    .replace(/\s*\|\s*/g, ' ')
    .trim()
  return name === '' || /^\d/.test(name) ? null : name
}

/** A table while its lines are gathered. */
type OpenTable = Omit<ChapterTable, 'columns'> & { readonly lines: Line[]; columns: AmountColumns | null }

/** An amount that a sentence gives an item, or takes from it. */
export interface MoneyChange {
  readonly line: Line
  readonly chapter: string
  readonly item: string
  readonly name: string
  readonly kroner: number
  readonly amountText: string
}

/** The money section taken apart: tables by chapter, and the lines that are no table. */
export interface MoneyWalk {
  readonly tables: OpenTable[]
  readonly bindings: MoneyLine[]
  readonly itemNames: Map<string, string>
  readonly chapterNames: Map<string, string>
  readonly changes: MoneyChange[]
}

const changeVerb =
  /^(.{3,110}?) (?:blir |vert |er )?(?:(auk|øk|styrk|tilfør|tildel)\p{L}*|(redus|minsk|sett? ned|setjast ned|kutt)\p{L}*) (?:ned )?(?:med )?(.{3,60}?)(?: til .{3,80})?\.?$/iu

/** “Tilskot til beite blir auka med 4,5 mill. kroner”: what a supplement adds to an item, or takes from it. */
const changeOf = (text: string): { name: string; kroner: number; amountText: string } | null => {
  const [first] = sentencesOf(text)
  const match = first && first.text.length < 260 ? changeVerb.exec(first.text) : null
  if (first && statesTotal(first.text)) return null
  const span = first ? changeFromTo(first.text) : null
  if (match?.[1] && span) return { name: match[1], ...span }
  const amount = match?.[4] ? findAmounts(match[4])[0] : undefined
  if (!match?.[1] || !amount) return null
  return { name: match[1], kroner: match[3] === undefined ? amount.kroner : -amount.kroner, amountText: amount.text }
}

/** A sentence that binds part of an item, as against the item's name. */
const binds = (text: string): boolean => findAmounts(text).length > 0 && /\.$/.test(text) && bound.test(text)

/** An amount broken over two lines (“2 170 701” and “000”) is one. */
const rejoined = (lines: readonly ProseLine[]): ProseLine[] => {
  const out: ProseLine[] = []
  for (const entry of lines) {
    const last = out[out.length - 1]
    if (last && /^0\d\d(?: \d{3})*$/.test(entry.line.text) && /\d{1,3}(?: \d{3})*$/.test(last.line.text))
      out[out.length - 1] = { ...last, line: { ...last.line, text: `${last.line.text} ${entry.line.text}` } }
    else out.push(entry)
  }
  return out
}

/** Walks through the money section once. */
export const walkMoney = (lines: readonly ProseLine[]): MoneyWalk => {
  const out: MoneyWalk = { tables: [], bindings: [], itemNames: new Map(), chapterNames: new Map(), changes: [] }
  let unit: AmountUnit | null = null
  let chapter: string | null = null
  let item: string | null = null
  let table: OpenTable | null = null
  let columns: AmountColumns | null = null
  let hasRows = false
  let summed = false
  const begin = (no: string, name: string | null, heading: Line) => {
    chapter = no
    item = null
    hasRows = false
    summed = false
    // a chapter that has had its table is taken up again for its bindings
    const known = out.tables.some(
      (other) => other.chapter === no && other.lines.some(({ text }) => endsInAmount.test(text)),
    )
    table = known ? null : { chapter: no, name, unit, heading, lines: [], columns }
    if (table) out.tables.push(table)
    if (name !== null && !out.chapterNames.has(no)) out.chapterNames.set(no, name)
  }
  let path: ProseLine['path'] | null = null
  for (const entry of rejoined(lines)) {
    const { line } = entry
    const { text } = line
    // a heading between the tables and what follows ends the table
    if (path !== null && path !== entry.path && hasRows) {
      table = null
      item = null
    }
    if (path !== entry.path) unit = statedUnit(entry.path[entry.path.length - 1]?.title ?? '') ?? unit
    path = entry.path
    const stated = text.length < 160 ? statedUnit(text) : null
    if (stated !== null) unit = stated
    const heads = amountColumns(text) ?? (statesTotalsOnly(text) ? { count: 1, own: null, cells: null } : null)
    if (heads !== null || isMoneyHeader(text)) {
      columns = heads
      if (table !== null) (table as OpenTable).columns = heads
    }
    const cell = chapterCell.exec(text)
    if (cell?.[1]) {
      if (cell[1] !== chapter || table === null) begin(cell[1], null, line)
      out.tables[out.tables.length - 1]?.lines.push({
        text: text.slice(cell[0].length),
        at: line.at + cell[0].length,
        gap: false,
      })
      hasRows = true
      continue
    }
    const mentioned =
      /:$/.test(text) && text.length < 160 ? /(?<!\p{L})kap(?:ittel|\.)?\s?(\d{3,4})/iu.exec(text) : null
    if (mentioned?.[1] && mentioned[1] !== chapter && !chapterStart.test(text)) {
      begin(mentioned[1], null, line)
      continue
    }
    const named = chapterName.exec(text)
    if (named?.[1] && !yearAlone.test(named[1]) && !endsInAmount.test(text) && text.length < 120) {
      begin(named[1], cleanName(named[2] ?? ''), line)
      continue
    }
    const start = chapterStart.exec(text)
    if (start?.[1] && text.length < 200) {
      const rest = start[2] ?? ''
      const post = postInHeading.exec(rest)
      if (post?.[1]) {
        const at = text.length - (post[2] ?? '').length
        const change = changeOf(post[2] ?? '')
        if (change) {
          out.changes.push({ line, chapter: start[1], item: post[1], ...change })
          continue
        }
        if (binds(post[2] ?? '')) {
          out.bindings.push({ line: { ...partOf(line, at), gap: true }, chapter: start[1], item: post[1], unit })
          continue
        }
        if (start[1] !== chapter) begin(start[1], null, line)
        item = post[1]
        if (endsInAmount.test(text)) {
          out.tables[out.tables.length - 1]?.lines.push({
            text: `${post[1]} ${post[2] ?? ''}`,
            at: Math.max(line.at, line.at + at - 3),
            gap: false,
          })
          hasRows = true
        } else {
          const name = cleanName(post[2] ?? '')
          if (name) out.itemNames.set(`${start[1]}/${post[1]}`, name)
          table = null
        }
        continue
      }
      begin(start[1], cleanName(rest), line)
      continue
    }
    if (bindingsStart.test(text) && text.length < 120) {
      table = null
      item = null
      continue
    }
    const heading = itemHeading.exec(text)
    const isItemHeading = heading?.[1] !== undefined && !endsInAmount.test(text) && (summed || table === null)
    if (heading?.[1] && binds(heading[2] ?? '')) {
      out.bindings.push({
        line: partOf(line, text.length - (heading[2] ?? '').length),
        chapter,
        item: heading[1],
        unit,
      })
      continue
    }
    if (isItemHeading && heading?.[1]) {
      item = heading[1]
      table = null
      const name = cleanName(heading[2] ?? '')
      if (chapter !== null && name) out.itemNames.set(`${chapter}/${item}`, name)
      continue
    }
    const isProse = sentence.test(text) && /\p{Ll}{3}.*\p{Ll}{3}/u.test(text) && !/^(?:post\s?)?\d{2}\s/i.test(text)
    if (
      table !== null &&
      !summed &&
      !(isProse && (hasRows || text.length > 60)) &&
      !/^[•–-]\s/.test(text) &&
      text.length < 2500
    ) {
      ;(table as OpenTable).lines.push(line)
      hasRows ||= /\d/.test(text)
      if (heading?.[1] && !endsInAmount.test(text)) item = heading[1]
      else if (endsInAmount.test(text)) item = null
      if (words('^[|\\s]*(?:sum|totalt)›', 'iu').test(text) && endsInAmount.test(text)) summed = true
      continue
    }
    if (summed && table !== null && !isProse && endsInAmount.test(text) && /^(?:post\s?)?\d{2}[\s|]/i.test(text)) {
      ;(table as OpenTable).lines.push(line)
      continue
    }
    out.bindings.push({ line, chapter, item, unit })
  }
  return out
}
