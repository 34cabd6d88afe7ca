import { type FoundAmount, findAmounts } from './amounts.ts'
import { sentencesOf } from './deadlines.ts'
import { joined, type Line, placeOf, type Sheet } from './lines.ts'
import { isRecipientHeader, leadsToRecipients, readBoundList, readRecipients } from './money-recipients.ts'
import type { MoneyLine } from './money-walk.ts'
import { awarded, bound, inlineItem, inlinePost, notBound, purposeLead } from './money-words.ts'
import type { Earmark, Recipient } from './types.ts'
import { words } from './words.ts'

const bullet = /^[•–-]\s+/
const partPattern = /(\p{Lu}[^(),;:]{2,60}?)\s\((\d[^()]{2,30}(?:kroner|kr\.?))\)/gu

const partsOf = (text: string): { text: string; amountNOK: number }[] =>
  [...text.matchAll(partPattern)].flatMap((match) => {
    const amount = findAmounts(match[2] ?? '')[0]
    const name = (match[1] ?? '').replace(/^.*‹?(?:mellom|til)\s(?=\p{Lu})/u, '').trim()
    return amount ? [{ text: name, amountNOK: amount.kroner }] : []
  })

/** What follows the purpose itself: references, and parts that are read for themselves. */
const aside = words('(?:,? jf\\. .*|,? ?‹(?:hvorav|herav|derav) .*| fordelt (?:mellom|på|slik).*)$', 'iu')
/** Where the money stands, said after the amount: “over kap. 720.70”. */
const itemAfter = words(
  '^[\\s,]*(?:over|på|under|fra|frå|av) (?:kap(?:ittel|\\.)?\\s?[\\d.]+(?:,?\\s?post\\s?\\d{2})?|post\\s?\\d{2})[.\\s]*$',
  'iu',
)
const receives = words(
  '\\s(?:skal (?:ha|få|tildeles|tildelast|motta)|tildeles|tildelast|blir tildelt|får|gis|skal (?:inntil|minst)?)(?: inntil)?$',
  'iu',
)

/** What the amount is for: the words after it, or before it when it stands last. */
export const purposeOf = (text: string, amount: FoundAmount): string => {
  const after = text.slice(amount.end)
  const own = itemAfter.test(after) ? '' : (sentencesOf(after.replace(purposeLead, ''))[0]?.text ?? '')
  const trimmed = own
    .replace(aside, '')
    .replace(/[.;,]$/, '')
    .trim()
  if (trimmed.length > 2) return trimmed
  return text
    .slice(0, amount.start)
    .replace(bullet, '')
    .replace(/(?<![\s:–(,-])[\s:–(,-]+$/, '')
    .replace(receives, '')
    .trim()
}

/** One bound amount of a text; `item` and `chapter` are what the text stands under where it names none itself. */
export const earmarkOf = (
  sheet: Sheet,
  at: Pick<MoneyLine, 'chapter' | 'item'>,
  lines: readonly Line[],
  text: string,
  amount: FoundAmount,
  confidence: number,
): Earmark => {
  const named = inlineItem.exec(text)
  return {
    chapter: named?.[1] ?? at.chapter,
    item: named?.[2] ?? inlinePost.exec(text)?.[1] ?? at.item,
    amountNOK: amount.kroner,
    text: purposeOf(text, amount),
    parts: partsOf(text),
    source: placeOf(sheet, lines),
    confidence: at.item === null && !named ? confidence - 0.3 : confidence,
    doubts: [],
  }
}

/** Whether a sentence binds part of an item. */
export const bindsPart = (text: string): boolean => bound.test(text) && !notBound.test(text)

/**
 * Reads what is bound within the items: bullets that begin or end with an amount, sentences that bind, recipients. In a
 * supplement “X tildeles … over kap. …” changes the item; elsewhere it names who gets a part of it.
 */
export const readBindings = (
  sheet: Sheet,
  lines: readonly MoneyLine[],
  isSupplement: boolean,
): { earmarks: Earmark[]; recipients: Recipient[] } => {
  const earmarks: Earmark[] = []
  const recipients: Recipient[] = []
  let i = 0
  while (i < lines.length) {
    const at = lines[i]
    if (!at) break
    if (isRecipientHeader(at.line.text)) {
      const table = readRecipients(sheet, lines, i)
      if (table.recipients.length > 0) {
        recipients.push(...table.recipients)
        i = table.next
        continue
      }
    }
    if (leadsToRecipients(at.line.text)) {
      const list = readBoundList(sheet, lines, i)
      if (list.earmarks.length > 0) {
        earmarks.push(...list.earmarks)
        i = list.next
        continue
      }
    }
    const isBullet = bullet.test(at.line.text)
    const group: Line[] = [at.line]
    let j = i + 1
    while (j < lines.length && lines[j]?.item === at.item && lines[j]?.chapter === at.chapter) {
      const next = lines[j]?.line
      if (!next || bullet.test(next.text) || next.gap) break
      if (isRecipientHeader(next.text) || leadsToRecipients(next.text)) break
      if (
        isBullet &&
        /[.]$/.test(group[group.length - 1]?.text ?? '') &&
        /^\p{Lu}/u.test(next.text) &&
        (sheet.width === null || !isWrapped(sheet, group))
      )
        break
      group.push(next)
      j += 1
    }
    const text = joined(group)
    if (isBullet) {
      const amount = findAmounts(text)[0]
      const first = amount && text.slice(0, amount.start).replace(bullet, '').trim()
      const leads =
        first !== undefined && words('^(?:(?:inntil|om lag|ca\\.?|opptil|minst|kr\\.?)\\s?)?$', 'iu').test(first)
      const ends = amount !== undefined && /^[\s).;]*$/.test(text.slice(amount.end))
      if (amount && (leads || ends || bound.test(text)))
        earmarks.push(
          earmarkOf(sheet, at, group, text.replace(bullet, ''), shifted(amount, text), leads || ends ? 0.92 : 0.7),
        )
    } else {
      for (const sentence of sentencesOf(text)) {
        const awards = !isSupplement && inlineItem.test(sentence.text) && awarded.test(sentence.text)
        if (!bindsPart(sentence.text) && !awards) continue
        const amount = findAmounts(sentence.text)[0]
        if (amount) earmarks.push(earmarkOf(sheet, at, group, sentence.text, amount, 0.7))
      }
    }
    i = Math.max(j, i + 1)
  }
  return { earmarks, recipients }
}

const isWrapped = (sheet: Sheet, group: readonly Line[]): boolean =>
  (group[group.length - 1]?.text.length ?? 0) > (sheet.width ?? 0) * 0.6

const shifted = (amount: FoundAmount, text: string): FoundAmount => {
  const by = bullet.exec(text)?.[0].length ?? 0
  return { ...amount, start: amount.start - by, end: amount.end - by }
}
