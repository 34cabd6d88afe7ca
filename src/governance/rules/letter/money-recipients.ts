import { statedUnit, tableAmount } from './amounts.ts'
import { placeOf, type Sheet } from './lines.ts'
import type { MoneyLine } from './money-walk.ts'
import { inlinePost } from './money-words.ts'
import type { AmountUnit, Doubt, Earmark, Recipient } from './types.ts'
import { words } from './words.ts'

const bullet = /^[•–-]\s+/
const header = words(
  '^(?:organisasjon(?:er|ar)?|tilskuddsmottaker(?:e)?|tilskotsmottakar(?:ar)?|mottaker(?:e)?|mottakar(?:ar)?|institusjon|virksomhet|verksemd|navn på mottaker|tiltak)(?:›.{0,60}(?:tilskudd|tilskot|beløp|20\\d\\d|kroner)|$)',
  'iu',
)
const row = /^(.{2,140}?)[\s|:]+(\d{1,3}(?:[ .]\d{3})+|(?!20\d\d$)\d{4,})(?:\s?(?:kroner|kr\.?))?$/iu
const sumRow = words('^(?:sum|totalt?|i alt|til saman|til sammen)›', 'iu')
/** “Av post 70 skal disse ha:”, “Midlene fordeles slik:”. */
const listLead = words(
  '‹(?:(?:skal|kan) (?:disse|desse|følgende|følgjande)(?: \\p{L}+){0,3} (?:ha|få|tildeles|tildelast)|(?:fordeles|fordelast|fordelt|fordelte|fordeler seg|fordeler) (?:slik|som følger|som følgjer)|(?:disse|desse|følgende|følgjande)(?: \\p{L}+){0,3} (?:får|skal ha|tildeles|blir tildelt)|til (?:disse|desse|følgende|følgjande)(?: \\p{L}+){0,2}):$',
  'iu',
)

/** Whether a line is the header of a table of recipients. */
export const isRecipientHeader = (text: string): boolean =>
  text.length < 120 && /^\p{Lu}/u.test(text) && header.test(text)

/** Whether a sentence leads up to a list of those who are to have the money. */
export const leadsToRecipients = (text: string): boolean => text.length < 200 && listLead.test(text)

/** A table of recipients under its header, and the line after it. */
export const readRecipients = (
  sheet: Sheet,
  lines: readonly MoneyLine[],
  from: number,
): { recipients: Recipient[]; next: number } => {
  const found: Recipient[] = []
  const header = lines[from]
  const unit: AmountUnit = statedUnit(header?.line.text ?? '') ?? 'kroner'
  let next = from + 1
  for (; next < lines.length; next += 1) {
    const at = lines[next]
    const match = at && at.line.text.length < 200 ? row.exec(at.line.text) : null
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

/** The bound parts listed under a sentence such as “Av post 70 skal disse ha:”, in the unit of the tables around it. */
export const readBoundList = (
  sheet: Sheet,
  lines: readonly MoneyLine[],
  from: number,
): { earmarks: Earmark[]; next: number } => {
  const lead = lines[from]
  const earmarks: Earmark[] = []
  let next = from + 1
  if (isRecipientHeader(lines[next]?.line.text ?? '')) return { earmarks, next }
  for (; next < lines.length; next += 1) {
    const at = lines[next]
    const match = at && at.line.text.length < 200 ? row.exec(at.line.text) : null
    if (!lead || !at || !match?.[1] || !match[2]) break
    if (sumRow.test(match[1])) continue
    const stated = /kr(?:oner|\.)?$/i.test(at.line.text)
      ? 'kroner'
      : (statedUnit(lead.line.text) ?? at.unit ?? 'kroner')
    earmarks.push({
      chapter: at.chapter,
      item: inlinePost.exec(lead.line.text)?.[1] ?? at.item,
      amountNOK: tableAmount(match[2], stated),
      text: match[1]
        .replace(bullet, '')
        .replace(/[\s|:]+/g, ' ')
        .trim(),
      parts: [],
      source: placeOf(sheet, [at.line]),
      confidence: 0.85,
      doubts: [],
    })
  }
  return { earmarks, next }
}
