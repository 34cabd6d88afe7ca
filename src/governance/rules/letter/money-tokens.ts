import type { Line } from './lines.ts'
import { words } from './words.ts'

/** A piece of a money table: an item's number, words, an amount, or the word for a sum. */
export interface MoneyToken {
  readonly kind: 'item' | 'text' | 'amount' | 'sum' | 'none'
  readonly text: string
  readonly line: Line
}

const amount = /^[-–+]?\s?(?:\d{1,3}(?:[ .]\d{3})+|\d{4,})(?:,\d+)?(?:\s?(?:kroner|kr\.?))?$/i
const decimalAmount = /^[-–+]?\d{1,6},\d{1,3}$/
const item = /^(?:Post\s?)?(\d{2})(?=$|[\s|.:](?!\d{3}(?:\D|$)))\s*[|.:]?\s*/i
const sumWord = words(
  '^(?:sum|totalt?|i alt|til saman|til sammen|samla|samlet)(?: (?:for )?(?:kap\\.?|kapittel) ?\\d{3,4}| (?:tildeling|bevilgning|løyving|tildelt))?›:?\\s*[|:]?\\s*',
  'iu',
)
const trailing =
  /(?:^|[\s|:])([-–+]?(?:(?:\d{1,3}(?:[ .]\d{3})+|\d+)(?:,\d+)?\s?(?:mill(?:ioner|ionar)?\.?|mrd\.?)\s?(?:kroner|kr\.?)|\d{1,3}(?:[ .]\d{3})+(?:,\d+)?|\d{4,}(?:,\d+)?|\d{1,6},\d{1,3}))(?:\s?(?:kroner|kr\.?))?$/i
const smallTrailing = /[\s|]([-–+]?\d{1,3})$/
const noAmount = words(
  '[\\s|]*((?:se|sjå) (?:omtale|tekst|eget brev|eige brev|nedenfor|under)[\\p{L} ]{0,20}|fordeles senere|fordelast seinare|ikke fordelt|ikkje fordelt|ufordelt|kommer tilbake|(?<=\\|\\s?)[-–])$',
  'iu',
)
const inline =
  /(?<=^|\s)(?:Post \d{2}|[-–+]?\d{1,3}(?: \d{3})+|\d{2}(?=\s(?:\p{Lu}|\d{2}\s|\d{2}$|Sum)|$)|Sum|SUM)(?=\s|$)/gu

/** Cuts a flattened line that holds several rows at its numbers. */
const cut = (line: Line): Line[] => {
  const amounts = line.text.match(/\d{1,3}(?: \d{3})+/g)?.length ?? 0
  const items = line.text.match(/(?<=^|\s)\d{2}(?=\s(?:\p{Lu}|\d{2}(?:\s|$)))/gu)?.length ?? 0
  const leads = /^(?:Post\s?)?\d{2}\s/.test(line.text)
  if (
    (amounts < 2 && items < 2 && (amounts + items < 2 || leads)) ||
    line.text.includes('|') ||
    line.text.length > 6000
  )
    return [line]
  const out: Line[] = []
  let from = 0
  const take = (to: number) => {
    const slice = line.text.slice(from, to)
    const lead = slice.length - slice.trimStart().length
    if (slice.trim() !== '') {
      // names in one run begin with a capital after a small letter
      let at = from + lead
      for (const name of slice.trim().split(/(?<=[\p{Ll}.)]) (?=\p{Lu}\p{Ll})/u)) {
        out.push({ text: name, at: line.at + at, gap: false })
        at += name.length + 1
      }
    }
    from = to
  }
  for (const match of line.text.matchAll(inline)) {
    take(match.index)
    take(match.index + match[0].length)
  }
  take(line.text.length)
  return out
}

/** The tokens of a table's line. */
export const moneyTokens = (whole: Line): MoneyToken[] =>
  cut(whole).flatMap((line): MoneyToken[] => {
    const token = (kind: MoneyToken['kind'], text: string): MoneyToken => ({ kind, text, line })
    let text = line.text.replace(/^[|\s]+/, '')
    if (amount.test(text) || decimalAmount.test(text))
      return [token('amount', text.replace(/\s?(?:kroner|kr\.?)$/i, ''))]
    const out: MoneyToken[] = []
    const sum = sumWord.exec(text)
    if (sum) {
      out.push(token('sum', text))
      text = text.slice(sum[0].length)
    } else {
      const number = item.exec(text)
      if (number?.[1]) {
        out.push(token('item', number[1]))
        text = text.slice(number[0].length)
      }
    }
    const none = noAmount.exec(text)
    const last = none
      ? null
      : (trailing.exec(text) ??
        (out.length > 0 ? smallTrailing.exec(text) : null) ??
        (sum && /^\d{1,3}$/.test(text) ? [text, text] : null))
    const cutAt = none ? none.index : last ? text.length - (last[0]?.length ?? 0) : text.length
    const name = text
      .slice(0, cutAt)
      .replace(/^[\s|:]+|(?<![\s|:])[\s|:]+$/g, '')
      .replace(/\s*\|\s*/g, ' ')
    if (name !== '' && out[0]?.kind !== 'sum') out.push(token('text', name))
    if (none) out.push(token('none', none[1] ?? ''))
    if (last?.[1]) out.push(token('amount', last[1]))
    return out
  })
