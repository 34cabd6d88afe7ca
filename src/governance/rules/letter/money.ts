import { findAmounts } from './amounts.ts'
import type { ProseLine } from './blocks.ts'
import { placeOf, type Sheet } from './lines.ts'
import { readBindings } from './money-bindings.ts'
import { changesInProse, earmarksInProse } from './money-prose.ts'
import { type ChapterTable, keywordsOf, readChapterTable } from './money-tables.ts'
import { type MoneyLine, walkMoney } from './money-walk.ts'
import type { AmountUnit, Appropriation, ChapterSum, Earmark, Recipient } from './types.ts'

/** The letter's money. */
export interface Money {
  readonly appropriations: Appropriation[]
  readonly chapterSums: ChapterSum[]
  readonly earmarks: Earmark[]
  readonly recipients: Recipient[]
}

/** Amounts “in mill.” in the prose about an item show the unit of a table that does not state it. */
const inferredUnit = (table: ChapterTable, prose: readonly MoneyLine[]): AmountUnit | null => {
  const said = prose
    .filter((line) => line.chapter === table.chapter)
    .flatMap(({ line }) => findAmounts(line.text).map((found) => found.kroner))
  const written = table.lines.flatMap(({ text }) =>
    [...text.matchAll(/\d{1,3}(?: \d{3})+/g)].map((match) => Number(match[0].replace(/ /g, ''))),
  )
  const near = (factor: number) =>
    written.some((n) => n > 0 && said.some((kroner) => Math.abs(kroner - n * factor) / kroner < 0.005))
  return near(1) ? 'kroner' : near(1000) ? '1000-kroner' : null
}

/** After the tables of several chapters “Post 72” alone is of the one chapter that has such an item. */
const chapterOf = ({ chapter, item }: Earmark, appropriations: readonly Appropriation[]): string | null => {
  const having = appropriations.filter((one) => one.item === item).map((one) => one.chapter)
  return chapter === null || having.length !== 1 || having.includes(chapter) ? chapter : (having[0] ?? chapter)
}

/** A total over this chapter and those before it is not this chapter's sum. */
const withoutTotal = (sum: ChapterSum, before: readonly ChapterSum[]): ChapterSum => {
  if (sum.agrees !== false) return sum
  let total = sum.computedNOK
  for (const other of [...before].reverse()) {
    total += other.computedNOK
    if (total === sum.sumNOK)
      return { ...sum, sumNOK: null, agrees: null, doubts: sum.doubts.filter(({ kind }) => kind !== 'sum-disagrees') }
  }
  return sum
}

/**
 * Reads the letter's money: tables, sums, bound parts and named recipients. `isSupplement`: running text may give or
 * take money by itself.
 */
export const readMoney = (
  sheet: Sheet,
  lines: readonly ProseLine[],
  prose: readonly ProseLine[],
  isSupplement: boolean,
): Money => {
  const { tables, bindings, itemNames, chapterNames, changes } = walkMoney(lines)
  const appropriations: Appropriation[] = []
  const chapterSums: ChapterSum[] = []
  for (const table of tables) {
    if (table.lines.length === 0) continue
    const name = table.name ?? chapterNames.get(table.chapter) ?? null
    const unit = table.unit ?? inferredUnit(table, bindings)
    const read = readChapterTable(
      sheet,
      { ...table, name, unit },
      (chapter, item) => itemNames.get(`${chapter}/${item}`) ?? null,
    )
    const known = new Set(appropriations.map((a) => `${a.chapter}/${a.item}`))
    const fresh = read.appropriations.filter((a) => !known.has(`${a.chapter}/${a.item}`))
    appropriations.push(...fresh)
    if (read.sum && fresh.length > 0) chapterSums.push(withoutTotal(read.sum, chapterSums))
  }
  const loose = new Set(bindings.map(({ line }) => line.at))
  const running = [...prose, ...lines.filter(({ line }) => loose.has(line.at))].sort((a, b) => a.index - b.index)
  // where a table has the item, a sentence about it explains the table's amount
  const tabled = new Set(appropriations.map((a) => `${a.chapter}/${a.item}`))
  const stated = [...changes, ...(isSupplement ? changesInProse(sheet, running) : [])].filter(
    (one) => !tabled.has(`${one.chapter}/${one.item}`),
  )
  for (const { line, chapter, item, name, kroner, amountText } of stated)
    appropriations.push({
      chapter: chapter ?? '',
      chapterName: chapterNames.get(chapter ?? '') ?? null,
      item: item ?? '',
      name: name === '' ? (itemNames.get(`${chapter}/${item}`) ?? '') : name,
      amountNOK: kroner,
      amountText,
      unit: 'kroner',
      keywords: keywordsOf(name),
      source: placeOf(sheet, [line]),
      confidence: name === '' ? 0.6 : 0.8,
      doubts: [],
    })
  const { earmarks, recipients } = readBindings(sheet, bindings, isSupplement)
  return {
    appropriations,
    chapterSums,
    recipients,
    earmarks: [
      ...earmarks.map((earmark) => ({ ...earmark, chapter: chapterOf(earmark, appropriations) })),
      ...earmarksInProse(sheet, prose, appropriations, isSupplement),
    ].sort((a, b) => a.source.start - b.source.start),
  }
}
