import type { Allocation, MoneyLetter } from './allocation.ts'

/** A bound part of an item, or a named recipient of one, with the letter that said so. */
export interface PartMoney {
  readonly kind: 'binding' | 'recipient'
  readonly name: string
  readonly amountNok: number | null
  readonly letter: string
}

/** An item (post) of a chapter through the year. */
export interface ItemMoney {
  readonly item: string
  readonly name: string
  readonly keywords: readonly string[]
  /** One for each letter of the year, in their order; null where the letter gives no amount. */
  readonly amounts: readonly (number | null)[]
  /** Sum of the letters; null when none of them states an amount. */
  readonly total: number | null
  /** The item's total last year; null when it was not there. */
  readonly lastYear: number | null
  /** From last year to this; null when either is unknown. An item that has ceased counts as 0 this year. */
  readonly change: number | null
  /** True when only last year's letters have the item. */
  readonly ceased: boolean
  readonly parts: readonly PartMoney[]
  readonly bound: number
  /** The bindings are more than the whole item: one of the two is wrong, or wrongly read. */
  readonly overBound: boolean
}

/** A chapter's sum in one letter: what the letter states, and what its items make. */
export interface ChapterSum {
  readonly letter: string
  readonly stated: number | null
  readonly computed: number
  /** Null when the letter states no sum. */
  readonly agrees: boolean | null
}

/** A chapter (kapittel) through the year. */
export interface ChapterMoney {
  readonly chapter: string
  readonly name: string | null
  readonly items: readonly ItemMoney[]
  readonly sums: readonly ChapterSum[]
  readonly total: number
  readonly lastYear: number | null
  readonly change: number | null
}

/** The money of a year, as its letters give it. */
export interface YearMoney {
  readonly year: number
  readonly letters: readonly MoneyLetter[]
  readonly chapters: readonly ChapterMoney[]
  /** Bindings and recipients whose chapter or item is not among the year's items. */
  readonly loose: readonly (PartMoney & { readonly chapter: string | null; readonly item: string | null })[]
  readonly total: number
  readonly lastYear: number | null
  readonly change: number | null
}

const sum = (amounts: readonly (number | null)[]): number => amounts.reduce<number>((total, n) => total + (n ?? 0), 0)

const sumOrNull = (amounts: readonly (number | null)[]): number | null =>
  amounts.some((amount) => amount !== null) ? sum(amounts) : null

const difference = (now: number | null, before: number | null): number | null =>
  now === null || before === null ? null : now - before

/** Chapters and items are numbers written as text: 73 stands before 690, and 0541 after 496. */
const byNumber = (a: string, b: string): number => Number(a) - Number(b) || a.localeCompare(b)

const unique = (texts: readonly string[]): string[] => [...new Set(texts)]

/** The allocation letter first, then by date; a letter without a date comes last. */
const inOrder = (letters: readonly MoneyLetter[]): MoneyLetter[] =>
  [...letters].sort(
    (a, b) =>
      Number(a.kind !== 'allocation-letter') - Number(b.kind !== 'allocation-letter') ||
      (a.date ?? '9999').localeCompare(b.date ?? '9999') ||
      a.title.localeCompare(b.title),
  )

const partOf = (line: Allocation): PartMoney => ({
  kind: line.kind === 'recipient' ? 'recipient' : 'binding',
  name: line.name,
  amountNok: line.amountNok,
  letter: line.letter,
})

const isPart = (line: Allocation): boolean => line.kind === 'binding' || line.kind === 'recipient'

/** The name without the keywords that follow it: they stand beside it. */
const withoutKeywords = (name: string, keywords: readonly string[]): string =>
  keywords.reduce((rest, keyword) => {
    const ending = `, ${keyword}`.toLowerCase()
    return rest.toLowerCase().endsWith(ending) ? rest.slice(0, -ending.length) : rest
  }, name)

const itemMoney = (
  item: string,
  lines: readonly Allocation[],
  before: readonly Allocation[],
  parts: readonly Allocation[],
  letters: readonly MoneyLetter[],
): ItemMoney => {
  const amounts = letters.map(({ id }) => sumOrNull(lines.filter((line) => line.letter === id).map((l) => l.amountNok)))
  const total = sumOrNull(amounts)
  const lastYear = sumOrNull(before.map((line) => line.amountNok))
  const ceased = lines.length === 0
  const bound = sum(parts.filter((part) => part.kind === 'binding').map((part) => part.amountNok))
  const keywords = unique(lines.flatMap((line) => line.keywords))
  const named = letters.flatMap(({ id }) => lines.filter((line) => line.letter === id)).concat(before)
  return {
    item,
    name: withoutKeywords(named[0]?.name ?? '', keywords),
    keywords,
    amounts,
    total,
    lastYear,
    change: difference(ceased ? 0 : total, lastYear),
    ceased,
    parts: parts.map(partOf),
    bound,
    overBound: total !== null && bound > total,
  }
}

const chapterMoney = (
  chapter: string,
  lines: readonly Allocation[],
  before: readonly Allocation[],
  letters: readonly MoneyLetter[],
): ChapterMoney => {
  const items = lines.filter((line) => line.kind === 'item')
  const itemsBefore = before.filter((line) => line.kind === 'item')
  const codes = unique([...items, ...itemsBefore].map((line) => line.item ?? '')).sort(byNumber)
  const heads = lines.filter((line) => line.kind === 'chapter')
  const total = sum(items.map((line) => line.amountNok))
  const lastYear = sumOrNull(itemsBefore.map((line) => line.amountNok))
  return {
    chapter,
    name:
      [...heads, ...before.filter((line) => line.kind === 'chapter')].find((line) => line.name !== '')?.name ?? null,
    items: codes.map((code) =>
      itemMoney(
        code,
        items.filter((line) => (line.item ?? '') === code),
        itemsBefore.filter((line) => (line.item ?? '') === code),
        lines.filter((line) => isPart(line) && (line.item ?? '') === code),
        letters,
      ),
    ),
    sums: letters.flatMap(({ id }) => {
      const own = items.filter((line) => line.letter === id)
      const stated = heads.find((line) => line.letter === id)?.amountNok ?? null
      if (own.length === 0 && stated === null) return []
      const computed = sum(own.map((line) => line.amountNok))
      return [{ letter: id, stated, computed, agrees: stated === null ? null : stated === computed }]
    }),
    total,
    lastYear,
    change: difference(total, lastYear),
  }
}

/**
 * Puts a year's money together: per chapter and item what each letter gives, what is bound inside an item, each
 * chapter's stated sum held against its items, and the change from last year (totals against totals, the supplements of
 * both years included). The order of the lines given does not matter, except among the bindings of one item.
 */
export const yearMoney = (
  year: number,
  letters: readonly MoneyLetter[],
  lines: readonly Allocation[],
  lastYearLines: readonly Allocation[],
): YearMoney => {
  const ordered = inOrder(letters)
  const inItems = [...lines, ...lastYearLines].filter((line) => line.kind === 'item' || line.kind === 'chapter')
  const codes = unique(inItems.map((line) => line.chapter ?? '')).sort(byNumber)
  const chapters = codes.map((code) =>
    chapterMoney(
      code,
      lines.filter((line) => (line.chapter ?? '') === code),
      lastYearLines.filter((line) => (line.chapter ?? '') === code),
      ordered,
    ),
  )
  const placed = new Set(chapters.flatMap(({ chapter, items }) => items.map(({ item }) => `${chapter}/${item}`)))
  const total = sum(chapters.map((chapter) => chapter.total))
  const lastYear = sumOrNull(chapters.map((chapter) => chapter.lastYear))
  return {
    year,
    letters: ordered,
    chapters,
    loose: lines
      .filter((line) => isPart(line) && !placed.has(`${line.chapter ?? ''}/${line.item ?? ''}`))
      .map((line) => ({ ...partOf(line), chapter: line.chapter, item: line.item })),
    total,
    lastYear,
    change: difference(total, lastYear),
  }
}
