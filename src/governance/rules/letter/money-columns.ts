import { kronerOf } from './amounts.ts'
import { words } from './words.ts'

/** The columns of a money table that hold amounts, and which of them is this letter's. */
export interface AmountColumns {
  readonly count: number
  /** Index of the column to read among the amount columns; null: the heading does not tell. */
  readonly own: number | null
  /** Index among the columns as the header's cells stand; null when the header has no cell borders. */
  readonly cells: number | null
  /** Set when the header has the amounts before and after a change, and not the change itself. */
  readonly before?: number
}

const amountHead = words(
  '(?:(?:saldert |revidert |vedtatt |vedteke |nytt )?budsjett|bevilgning|bevilget|løyving|løyvd|tildel(?:ing|t)|beløp|regnskap|rekneskap|forslag|ramme|endring|rnb|nysaldering)?\\s?(?:i )?((?:19|20)\\d\\d)?',
  'iu',
)
const headWord = words(
  '‹(?:budsjett|bevilgning|bevilget|løyving|løyvd|tildeling|tildelt|beløp|regnskap|rekneskap|forslag|ramme|endring|tusen kroner|kroner|i 1 000 kr)',
  'iu',
)
const itemHead = words('^(?:kap(?:ittel|\\.)?(?:\\s?[/|]\\s?post)?|post)›', 'iu')
const nameHead = words(
  '‹(?:betegnelse|nemning|namn|navn|tekst|formål|beskrivelse|beløp|løyving|bevilgning|tildel)',
  'iu',
)

/** Whether a line is the header of a table of chapters and items (“Kap./post | Betegnelse | Beløp”). */
export const isMoneyHeader = (text: string): boolean =>
  text.length < 140 &&
  itemHead.test(text) &&
  nameHead.test(text) &&
  !/(?<!\d)\d{1,3} \d{3}(?!\d|\s?kr)|\d{5,}|[.:;]$/.test(text)

const change = words('‹endring', 'iu')
const newTotal = words(
  '‹(?:ny|nytt|ny samlet|samlet|samla|revidert) (?:bevilgning|budsjett|løyving|ramme|tildeling)›|‹etter endring',
  'iu',
)
const oldTotal = words(
  '‹(?:gjeldende|gjeldande|saldert|opprinnelig|opphavleg|tidligere|tidlegare|vedtatt|vedteke|gammel) (?:budsjett|bevilgning|løyving|ramme|tildeling)(?: 20\\d\\d)?›|‹før endring',
  'iu',
)
const changeHeads =
  /(?:gjeldende|gjeldande|saldert|opprinnelig|opphavleg|tidligere|tidlegare|vedtatt|vedteke|gammel|nytt|ny|samlet|samla|revidert) (?:budsjett|bevilgning|løyving|ramme|tildeling)(?:en|a|et)?(?: 20\d\d)?|(?:før|etter) endring(?:en|a)?|endring(?:er|ar)?(?!\p{L})/giu

/** The columns of a supplement's table: before, change, after. What changes is this letter's; else it is computed. */
const changeColumns = (heads: readonly string[]): Omit<AmountColumns, 'cells'> | null => {
  const own = heads.findIndex((head) => change.test(head) && !newTotal.test(head) && !oldTotal.test(head))
  const after = heads.findIndex((head) => newTotal.test(head))
  const before = heads.findIndex((head) => oldTotal.test(head))
  if (own >= 0 && (after >= 0 || before >= 0)) return { count: heads.length, own }
  if (after >= 0 && before >= 0) return { count: heads.length, own: after, before }
  return null
}

/** Whether a header's only amounts are what the items come to after a change: the change itself is not stated. */
export const statesTotalsOnly = (text: string): boolean =>
  isMoneyHeader(text) && newTotal.test(text) && (text.match(changeHeads) ?? []).length === 1

const grouped = '\\d{1,3}(?: \\d{3})+|\\d+(?:,\\d+)?'

/**
 * Reads a header's amount columns: by years the latest is this letter's, otherwise the change of a supplement or
 * the one that is called allocation. Null when the line is no header, or has one amount column.
 */
export const amountColumns = (text: string): AmountColumns | null => {
  if (text.length > 200 || /\d{5,}|(?<!\d)\d{1,3} \d{3}(?!\d|\s?kr)/.test(text) || /[.;]$/.test(text)) return null
  const bordered = text.includes('|')
  const all = bordered ? text.split('|').map((cell) => cell.trim()) : []
  const years = [...text.matchAll(/(?<!\d)20\d\d(?!\d)/g)].map((match) => Number(match[0]))
  if (!bordered) {
    const changing = isMoneyHeader(text) ? changeColumns(text.match(changeHeads) ?? []) : null
    if (changing) return { ...changing, cells: null }
    const isHeader = isMoneyHeader(text) || /^(?:Post\b.*)?(?:\D{0,30}20\d\d){2,}$/u.test(text)
    if (years.length < 2 || !isHeader) return null
    return { count: years.length, own: years.indexOf(Math.max(...years)), cells: null }
  }
  const heads = all
    .map((cell, at) => ({ cell, at }))
    .filter(({ cell }) => headWord.test(cell) || /^20\d\d$/.test(cell) || amountHead.exec(cell)?.[1] !== undefined)
  if (heads.length < 2 || !(itemHead.test(text) || years.length >= 2)) return null
  const changing = changeColumns(heads.map(({ cell }) => cell))
  if (changing) return { ...changing, cells: heads[changing.own ?? 0]?.at ?? null }
  const dated = heads.map(({ cell }) => Number(/20\d\d/.exec(cell)?.[0] ?? Number.NaN))
  const newest = Math.max(...dated.filter((year) => !Number.isNaN(year)))
  const ofYear = heads.filter((_, i) => dated[i] === newest)
  const pick = (list: typeof heads, pattern: RegExp) => list.filter(({ cell }) => pattern.test(cell))
  const candidates = ofYear.length > 0 ? ofYear : heads
  const changed = pick(candidates, change)
  const given = pick(candidates, words('‹(?:tildel|beløp|bevilgning|løyving|til disposisjon)', 'iu'))
  const own =
    candidates.length === 1
      ? candidates[0]
      : changed.length === 1
        ? changed[0]
        : given.length === 1
          ? given[0]
          : undefined
  return { count: heads.length, own: own ? heads.indexOf(own) : null, cells: own?.at ?? null }
}

const tail = new RegExp(`^(.*?)((?:\\s(?:[-–+]?(?:${grouped})|[-–]))+)$`, 'u')

/** All ways to cut groups of digits into `count` numbers: a number's later groups have three digits. */
const cuts = (groups: readonly string[], count: number): string[][] => {
  if (count === 1) {
    const [first = '', ...rest] = groups
    const whole = first.length <= 3 ? rest.every((group) => /^\d{3}$/.test(group)) : rest.length === 0
    const sound = whole && groups.length > 0 && (!/^[-–+]?0/.test(first) || groups.length === 1)
    return sound ? [[groups.join(' ')]] : []
  }
  const out: string[][] = []
  for (let size = 1; size <= groups.length - count + 1; size += 1)
    for (const [own] of cuts(groups.slice(0, size), 1))
      for (const rest of cuts(groups.slice(size), count - 1)) out.push([own ?? '', ...rest])
  return out
}

/** This letter's amount among a row's; the difference where the row has the amounts before and after a change. */
const chosen = (amounts: readonly string[], { own, before }: AmountColumns): string | undefined => {
  const text = own === null ? undefined : amounts[own]
  if (before === undefined || text === undefined) return text
  const [from, to] = [amounts[before] ?? '', text].map((one) => (/^[\d ]+$/.test(one) ? kronerOf(one, 1) : Number.NaN))
  const difference = (to ?? Number.NaN) - (from ?? Number.NaN)
  if (Number.isNaN(difference)) return undefined
  const digits = String(Math.abs(difference)).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ' ')
  return difference < 0 ? `–${digits}` : digits
}

/** The row with this letter's amount alone; `unread` puts a dash there, so that the item gets no amount but a doubt. */
export const ownAmount = (text: string, columns: AmountColumns): string => {
  if (text.includes('|')) {
    const cells = text.split('|').map((cell) => cell.trim())
    const first = cells.findIndex((cell, i) => i > 0 && /^[-–+(]?\s?\d[\d .,]*\)?$|^[-–]$/.test(cell))
    if (first < 0) return text
    const amounts = cells.slice(first)
    const own = amounts.length === columns.count ? chosen(amounts, columns) : undefined
    return [...cells.slice(0, first), own === undefined || own === '' ? '–' : own].join(' | ')
  }
  const match = tail.exec(text)
  if (!match?.[2]) return text
  const groups = match[2].trim().split(/\s+/)
  const readings = cuts(groups, columns.count)
  const [only] = readings
  const own = readings.length === 1 && only ? chosen(only, columns) : undefined
  return `${match[1]} | ${own ?? '–'}`
}

/** A row that ends in more than one amount though no heading says so: which is meant cannot be known. */
export const severalAmounts = (text: string): boolean =>
  /\d\s*\|\s*[-–+(]?\s?\d{1,3}(?:[ .]\d{3})*\)?$/.test(text) &&
  text
    .split('|')
    .slice(1)
    .filter((cell) => /^\s*[-–+(]?\s?(?:\d{1,3}(?:[ .]\d{3})+|\d{4,})\)?\s*$/.test(cell)).length > 1
