import { type FoundAmount, findAmounts, statedUnit, tableAmount } from './amounts.ts'
import { sentencesOf } from './deadlines.ts'
import { joined, type Line, placeOf, type Sheet } from './lines.ts'
import type { MoneyLine } from './money.ts'
import type { AmountUnit, Doubt, Earmark, Recipient } from './types.ts'
import { words } from './words.ts'

const bullet = /^[•–-]\s+/
const recipientHeader = words(
  '^(?:organisasjon(?:er|ar)?|tilskuddsmottaker(?:e)?|tilskotsmottakar(?:ar)?|mottaker(?:e)?|mottakar(?:ar)?|institusjon|virksomhet|verksemd|navn på mottaker|tiltak)(?:›.{0,60}(?:tilskudd|tilskot|beløp|20\\d\\d|kroner)|$)',
  'iu',
)
/** The header of a table of recipients. */
const isRecipientHeader = (text: string): boolean =>
  text.length < 120 && /^\p{Lu}/u.test(text) && recipientHeader.test(text)
const recipientRow = /^(.{2,140}?)[\s|:]+(\d{1,3}(?:[ .]\d{3})+|\d{4,})(?:\s?(?:kroner|kr\.?))?$/iu
const sumRow = words('^(?:sum|totalt?|i alt|til saman|til sammen)›', 'iu')
const purpose = words(
  '^[\\s:,–-]*(?:(?:av (?:disse|desse|midlene|midlane|bevilgningen|løyvinga) )?(?:(?:gå|nyttast|nyttes|brukes|brukast|benyttes|er bundet|bundet|bunde) (?:til )?)?(?:er (?:satt av|sett av|avsatt|avsett|øremerket|øyremerkt)|øremerket|øyremerkt|satt av|sett av|avsatt|avsett|settes av|setjast av|skal (?:benyttes|brukes|nyttes|nyttast|brukast|gå|setjast av|settes av|øremerkes)|går|kan (?:benyttes|brukes|nyttast)|øremerkes|øyremerkast|fordeles|benyttes|brukes|nyttes|tildeles|stilles til disposisjon|er|gjelder|gjeld)\\s+)?(?:(?:til|for|en|ei|eit|et)\\s+)?',
  'iu',
)
const notBound = words(
  '‹(?:bevilget|løyvd|løyvt|disponerer|disponere|til disposisjon|til rådighet|til rådvelde|utgjør|utgjer|andel av|ramme på)›',
  'iu',
)
/** Words by which a sentence binds part of an item. */
export const bound = words(
  '‹(?:øremerk|øyremerk|satt av|sett av|avsatt|avsett|settes av|setjast av|herav|hvorav|av dette|av disse|av desse|skal (?:[\\d.,]+ (?:mill\\.? |mrd\\.? )?(?:kroner|kr) )?(?:gå|benyttes|brukes|nyttes|nyttast|brukast)|går til|fordeles|bundet|bunde)',
  'iu',
)
const inlinePost = words('‹(?:på |under |over )post\\s?(\\d{2})', 'iu')
const inlineItem = words('kap(?:ittel|\\.)?\\s?(\\d{3,4})(?:,?\\s?(?:og )?post\\s?|\\.)(\\d{2})(?!\\d)', 'iu')
const partPattern = /(\p{Lu}[^(),;:]{2,60}?)\s\((\d[^()]{2,30}(?:kroner|kr\.?))\)/gu

const partsOf = (text: string): { text: string; amountNOK: number }[] =>
  [...text.matchAll(partPattern)].flatMap((match) => {
    const amount = findAmounts(match[2] ?? '')[0]
    const name = (match[1] ?? '').replace(/^.*‹?(?:mellom|til)\s(?=\p{Lu})/u, '').trim()
    return amount ? [{ text: name, amountNOK: amount.kroner }] : []
  })

/** What follows the purpose itself: references, and parts that are read for themselves. */
const aside = words('(?:,? jf\\. .*|,? ?‹(?:hvorav|herav|derav) .*| fordelt (?:mellom|på|slik).*)$', 'iu')

/** What the amount is for: the words after it, or before it when it stands last. */
const purposeOf = (text: string, amount: FoundAmount): string => {
  const after = text.slice(amount.end)
  const own = sentencesOf(after.replace(purpose, ''))[0]?.text ?? ''
  const trimmed = own
    .replace(aside, '')
    .replace(/[.;,]$/, '')
    .trim()
  if (trimmed.length > 2) return trimmed
  return text
    .slice(0, amount.start)
    .replace(bullet, '')
    .replace(/[\s:–(,-]+$/, '')
    .trim()
}

const earmarkOf = (
  sheet: Sheet,
  at: MoneyLine,
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

/** Reads what is bound within the items: bullets that begin or end with an amount, sentences that bind, recipients. */
export const readBindings = (
  sheet: Sheet,
  lines: readonly MoneyLine[],
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
    const isBullet = bullet.test(at.line.text)
    const group: Line[] = [at.line]
    let j = i + 1
    while (j < lines.length && lines[j]?.item === at.item && lines[j]?.chapter === at.chapter) {
      const next = lines[j]?.line
      if (!next || bullet.test(next.text) || next.gap || isRecipientHeader(next.text)) break
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
        if (!bound.test(sentence.text) || notBound.test(sentence.text)) continue
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

const readRecipients = (
  sheet: Sheet,
  lines: readonly MoneyLine[],
  from: number,
): { recipients: Recipient[]; next: number } => {
  const found: Recipient[] = []
  const unit: AmountUnit = statedUnit(lines[from]?.line.text ?? '') ?? 'kroner'
  let next = from + 1
  for (; next < lines.length; next += 1) {
    const at = lines[next]
    const match = at && at.line.text.length < 200 ? recipientRow.exec(at.line.text) : null
    if (!at || !match?.[1] || !match[2]) break
    if (sumRow.test(match[1])) {
      const total = found.reduce((sum, { amountNOK }) => sum + amountNOK, 0)
      const stated = tableAmount(match[2], unit)
      const last = found[found.length - 1]
      if (stated !== total && last) {
        const source = placeOf(sheet, [at.line])
        const doubt: Doubt = { kind: 'sum-disagrees', text: `${stated} / ${total}`, line: source.startLine, source }
        found[found.length - 1] = { ...last, doubts: [doubt] }
      }
      next += 1
      break
    }
    found.push({
      chapter: at.chapter,
      item: at.item,
      name: match[1]
        .replace(bullet, '')
        .replace(/\s*\|\s*/g, ' ')
        .trim(),
      amountNOK: tableAmount(match[2], unit),
      source: placeOf(sheet, [at.line]),
      confidence: 0.95,
      doubts: [],
    })
  }
  return { recipients: found, next }
}

const given = words(
  '‹(?:stilles|stillast|stilt|tildeles|tildelast|tildelt|bevilges|bevilget|løyvast|løyvd|tilføres|tilført|tilførast|økes|økt|økning|aukast|auka|styrkes|styrka|reduseres|redusert|reduserast|trekkes|omdisponeres)›',
  'iu',
)
const taken = words('‹(?:reduseres|redusert|reduserast|trekkes|trekt|kuttes|inndras)›', 'iu')
const itemName =
  /post\s?\d{2},?\s(\p{Lu}[^.,;()]{3,90}?)(?=[.,;(]| (?:til|med|er|blir|på|reduseres|økes|styrkes)(?!\p{L})|$)/iu

/** Money that a supplement gives, or takes, in running text: “Det stilles 2,5 mill. kroner … på kap. 854, post 21”. */
export const proseMoney = (
  text: string,
): { chapter: string; item: string; name: string; kroner: number; amountText: string } | null => {
  const named = inlineItem.exec(text)
  const amount = findAmounts(text)[0]
  if (!named?.[1] || !named[2] || !amount || !given.test(text) || (bound.test(text) && !notBound.test(text)))
    return null
  const name = itemName.exec(text)?.[1]?.trim() ?? ''
  const kroner = taken.test(text) ? -amount.kroner : amount.kroner
  return { chapter: named[1], item: named[2], name: /^\p{Lu}/u.test(name) ? name : '', kroner, amountText: amount.text }
}
