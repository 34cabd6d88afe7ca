import { statedUnit, tableAmount } from './amounts.ts'
import { type Line, placeOf, type Sheet } from './lines.ts'
import { type AmountColumns, amountColumns, ownAmount, severalAmounts } from './money-columns.ts'
import { withSigns } from './money-signs.ts'
import { type MoneyToken, moneyTokens } from './money-tokens.ts'
import type { AmountUnit, Appropriation, ChapterSum, Doubt } from './types.ts'
import { startsWithCapital, words } from './words.ts'

/** The table of one chapter: its lines, what its heading says, and the unit in force. */
export interface ChapterTable {
  readonly chapter: string
  readonly name: string | null
  readonly unit: AmountUnit | null
  readonly heading: Line
  readonly lines: readonly Line[]
  /** Set when the table has several columns of amounts. */
  readonly columns: AmountColumns | null
}

interface Row {
  readonly item: string
  readonly names: string[]
  readonly lines: Line[]
  amount: string | null
  noted: string | null
}

interface Assembled {
  readonly rows: Row[]
  readonly sum: { text: string; line: Line } | null
  readonly scrambled: boolean
}

const header = words(
  '^(?:post|kap\\.?|kapittel)?[\\s|]*(?:betegnelse|nemning|namn|navn|tekst|formål|beskrivelse|tildeling|beløp|løyving|bevilgning)',
  'iu',
)

/** How many amounts follow one another from a token on. */
const amountRun = (tokens: readonly MoneyToken[], from: number): number => {
  let count = 0
  while (tokens[from + count]?.kind === 'amount') count += 1
  return count
}

/**
 * Puts items, names and amounts together. In a plain table each row has its own; where the reading order of the
 * source has put numbers, names and amounts in separate runs, they belong together in order. A name that begins
 * with a small letter continues the one before, even over a page break.
 */
const assemble = (tokens: readonly MoneyToken[]): Assembled => {
  const rows: Row[] = []
  let sum: Assembled['sum'] = null
  let sumDue: Line | null = null
  let scrambled = false
  let naming = -1
  tokens.forEach((token, i) => {
    if (token.kind === 'item') {
      const inRun = tokens[i + 1]?.kind === 'item' || (tokens[i - 1]?.kind === 'item' && tokens[i + 1]?.kind !== 'text')
      rows.push({ item: token.text, names: [], lines: [token.line], amount: null, noted: null })
      if (inRun || tokens[i - 1]?.kind === 'item') {
        scrambled = true
        if (tokens[i - 1]?.kind !== 'item') naming = rows.length - 2
      } else naming = rows.length - 1
    } else if (token.kind === 'text') {
      const current = rows[naming]
      const next = rows[naming + 1]
      const waits = next !== undefined && next.names.length === 0
      if (waits && startsWithCapital(token.text) && (current === undefined || current.names.length > 0)) {
        naming += 1
        next.names.push(token.text)
        next.lines.push(token.line)
      } else if (current) {
        current.names.push(token.text)
        if (!waits || current.amount === null) current.lines.push(token.line)
      }
    } else if (token.kind === 'none') {
      const row = rows[Math.max(naming, 0)]
      if (row) row.noted = token.text
    } else if (token.kind === 'sum') sumDue = token.line
    else {
      const empty = rows.filter((row) => row.amount === null && row.noted === null)
      const own = rows[naming]
      const many = amountRun(tokens, i) + (tokens[i - 1]?.kind === 'amount' ? 1 : 0) > 1
      const row = own && own.amount === null && own.noted === null && !many ? own : empty[0]
      const sumFirst =
        sumDue !== null && tokens[i - 1]?.kind === 'sum' && (empty.length === 0 || amountRun(tokens, i) === 1)
      if (row && !sumFirst) {
        row.amount = token.text
        row.lines.push(token.line)
      } else if (sumDue !== null && sum === null) sum = { text: token.text, line: token.line }
    }
  })
  return { rows, sum, scrambled }
}

const keywordPattern = words(
  '‹(kan overføres|kan overførast|overslagsbevilgning|overslagsløyving|kan nyttes under post \\d{2}(?:[, og\\d]*)|kan nyttast under post \\d{2}(?:[, og\\d]*))',
  'giu',
)

/** The keywords of the appropriations regulations that a name carries. */
export const keywordsOf = (name: string): string[] =>
  [...name.matchAll(keywordPattern)].map((match) => (match[1] ?? '').toLowerCase())

const doubtAt = (sheet: Sheet, kind: Doubt['kind'], text: string, lines: readonly Line[]): Doubt => {
  const source = placeOf(sheet, lines)
  return { kind, text, line: source.startLine, source }
}

const joinName = (names: readonly string[]): string =>
  names
    .join(' ')
    .replace(/(\p{Ll}{2,})- (?!(?:og|eller)(?!\p{L}))(?=\p{Ll})/gu, '$1')
    .replace(/\s+/g, ' ')

const isRow = words('^[|\\s]*(?:(?:post\\s?)?\\d{2}[\\s|.:]|sum|totalt?›|i alt)', 'iu')

const oneAmount = (text: string, columns: AmountColumns | null): string => {
  if (columns !== null) return ownAmount(text, columns)
  return severalAmounts(text) ? ownAmount(text, { count: 0, own: null, cells: null }) : text
}

/** Reads a chapter's table. `nameOf` gives an item's name from elsewhere in the letter when the table has lost it. */
export const readChapterTable = (
  sheet: Sheet,
  table: ChapterTable,
  nameOf: (chapter: string, item: string) => string | null,
): { appropriations: Appropriation[]; sum: ChapterSum | null } => {
  const body = withSigns(
    table.lines
      .filter((line) => (!header.test(line.text) || /\d{3}$/.test(line.text)) && amountColumns(line.text) === null)
      .map((line) => (isRow.test(line.text) ? { ...line, text: oneAmount(line.text, table.columns) } : line)),
  )
  const whole = new Map(table.lines.filter((line) => isRow.test(line.text)).map((line) => [line.at, line]))
  const { rows, sum, scrambled } = assemble(body.flatMap(moneyTokens))
  const unit = table.unit ?? table.lines.map((line) => statedUnit(line.text)).find((found) => found !== null) ?? null
  const used: AmountUnit = unit ?? 'kroner'
  const appropriations = rows.map((row): Appropriation => {
    const written = joinName(row.names)
    const name = written === '' ? (nameOf(table.chapter, row.item) ?? '') : written
    const doubts: Doubt[] = []
    if (row.amount === null)
      doubts.push(
        doubtAt(
          sheet,
          'missing-amount',
          `kap. ${table.chapter} post ${row.item} ${name}`.trim(),
          row.lines.slice(0, 1),
        ),
      )
    // a row with several amounts was read as one with its own alone; its place is the whole row
    const lines = row.lines.map((line) => whole.get(line.at) ?? line).sort((a, b) => a.at - b.at)
    return {
      chapter: table.chapter,
      chapterName: table.name,
      item: row.item,
      name,
      amountNOK: row.amount === null ? null : tableAmount(row.amount, used),
      amountText: row.amount ?? row.noted,
      unit: used,
      keywords: keywordsOf(name),
      source: placeOf(sheet, lines),
      confidence: scrambled ? 0.7 : name === '' ? 0.5 : unit === null ? 0.85 : 0.97,
      doubts,
    }
  })
  if (appropriations.length === 0) return { appropriations, sum: null }
  const doubts: Doubt[] = []
  const all = [table.heading, ...table.lines]
  if (scrambled) doubts.push(doubtAt(sheet, 'scrambled-table', `kap. ${table.chapter}`, all))
  const computedNOK = appropriations.reduce((total, { amountNOK }) => total + (amountNOK ?? 0), 0)
  const sumNOK = sum === null ? null : tableAmount(sum.text, used)
  const agrees = sumNOK === null ? null : sumNOK === computedNOK
  if (agrees === false && sum)
    doubts.push(doubtAt(sheet, 'sum-disagrees', `kap. ${table.chapter}: ${sumNOK} / ${computedNOK}`, [sum.line]))
  if (unit === null && appropriations.some(({ amountNOK }) => amountNOK !== null && amountNOK % 1000 !== 0))
    doubts.push(doubtAt(sheet, 'missing-unit', `kap. ${table.chapter}`, [table.heading]))
  return {
    appropriations,
    sum: {
      chapter: table.chapter,
      sumNOK,
      computedNOK,
      agrees,
      source: placeOf(sheet, all),
      confidence: scrambled ? 0.7 : 0.95,
      doubts,
    },
  }
}
