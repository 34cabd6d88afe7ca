import { findAmounts } from './amounts.ts'
import type { ProseLine } from './blocks.ts'
import { sentencesOf } from './deadlines.ts'
import { type Line, running, type Sheet } from './lines.ts'
import { bindsPart, earmarkOf } from './money-bindings.ts'
import type { MoneyChange } from './money-walk.ts'
import { bound, changeFromTo, given, inlineItem, notBound, statesTotal, taken, withTotal } from './money-words.ts'
import { type Paragraph, paragraphsOf } from './paragraphs.ts'
import type { Appropriation, Earmark } from './types.ts'

const itemName =
  /post\s?\d{2},?\s(\p{Lu}[^.,;()]{3,90}?)(?=[.,;(]| (?:til|med|er|blir|på|reduseres|økes|styrkes)(?!\p{L})|$)/iu

/** Money that a supplement gives, or takes, in running text: “Det stilles 2,5 mill. kroner … på kap. 854, post 21”. */
const changeIn = (text: string): Omit<MoneyChange, 'line'> | null => {
  const named = inlineItem.exec(text)
  const amount = findAmounts(text)[0]
  if (!named?.[1] || !named[2] || !amount || !given.test(text) || (bound.test(text) && !notBound.test(text)))
    return null
  if (statesTotal(text)) return null
  const span = changeFromTo(text)
  const name = itemName.exec(text)?.[1]?.trim() ?? ''
  const change = span ?? {
    kroner: taken.test(text) ? -amount.kroner : amount.kroner,
    amountText: withTotal(text, amount),
  }
  return { chapter: named[1], item: named[2], name: /^\p{Lu}/u.test(name) ? name : '', ...change }
}

const isLetter = ({ role }: ProseLine): boolean => role !== 'instruction' && role !== 'authorisations'

/** The changes that a supplement's running text states. */
export const changesInProse = (sheet: Sheet, prose: readonly ProseLine[]): MoneyChange[] =>
  prose.filter(isLetter).flatMap((entry, i, all) => {
    const next = all[i + 1]
    const lines = next && sheet.width !== null && !next.line.gap ? [entry.line, next.line] : [entry.line]
    return sentencesOf(running(sheet, lines).text).flatMap((sentence) => {
      const found = sentence.start < entry.line.text.length ? changeIn(sentence.text) : null
      const starts = found && (i === 0 || !all[i - 1]?.line.text.includes(sentence.text.slice(0, 20)))
      return found && starts ? [{ ...found, line: entry.line }] : []
    })
  })

const itemFirst = /^(?:Kap(?:ittel|\.)?\s?(\d{3,4}),?\s)?[Pp]ost\s?(\d{2})\s?[:,–-]\s/u

/** The chapter and item that a paragraph begins with; an item alone is that of the one chapter that has it. */
const beginsWithItem = (
  text: string,
  appropriations: readonly Appropriation[],
): { chapter: string; item: string } | null => {
  const match = itemFirst.exec(text)
  if (!match?.[2]) return null
  const having = appropriations.filter(({ item }) => item === match[2]).map(({ chapter }) => chapter)
  const chapter = match[1] ?? (new Set(having).size === 1 ? having[0] : undefined)
  return chapter === undefined ? null : { chapter, item: match[2] }
}

/**
 * What running text outside the tables' own section binds: a sentence with an amount and a word that binds or gives,
 * where the sentence, or the beginning of its paragraph, says on which chapter and item.
 */
export const earmarksInProse = (
  sheet: Sheet,
  prose: readonly ProseLine[],
  appropriations: readonly Appropriation[],
  isSupplement: boolean,
): Earmark[] => {
  const known = new Set(appropriations.map(({ chapter, item, amountNOK }) => `${chapter}/${item} ${amountNOK}`))
  const ofParagraph = ({ lines }: Paragraph): Earmark[] => {
    const text = running(sheet, lines)
    const under = beginsWithItem(text.text, appropriations)
    return sentencesOf(text.text).flatMap((sentence) => {
      const named = inlineItem.test(sentence.text)
      const binds =
        bindsPart(sentence.text) || (!isSupplement && named && given.test(sentence.text) && !taken.test(sentence.text))
      const [amount] = findAmounts(sentence.text)
      if (!amount || !binds || !(named || under)) return []
      const own = sentence.text.replace(itemFirst, '')
      const by = sentence.text.length - own.length
      const at = named ? { chapter: null, item: null } : (under ?? { chapter: null, item: null })
      const moved = { ...amount, start: amount.start - by, end: amount.end - by }
      const earmark = earmarkOf(sheet, at, lines, named ? sentence.text : own, named ? amount : moved, 0.7)
      const source = text.place(sentence.start, sentence.start + sentence.text.length)
      return known.has(`${earmark.chapter}/${earmark.item} ${earmark.amountNOK}`) ? [] : [{ ...earmark, source }]
    })
  }
  const lines: Line[] = prose.filter(isLetter).map(({ line }) => line)
  return paragraphsOf(sheet, lines).flatMap(ofParagraph)
}
