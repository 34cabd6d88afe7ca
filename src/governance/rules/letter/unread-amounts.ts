import { type FoundAmount, findAmounts } from './amounts.ts'
import type { ProseLine, Structure } from './blocks.ts'
import { coveringOf } from './covering.ts'
import { sentencesOf } from './deadlines.ts'
import { type Line, running, type Sheet } from './lines.ts'
import { paragraphsOf } from './paragraphs.ts'
import type { Doubt, LetterReading, Place } from './types.ts'
import { words } from './words.ts'

/** What the letter's readers found, as far as it carries amounts. */
type Findings = Pick<
  LetterReading,
  | 'year'
  | 'steeringParameters'
  | 'reportingRequirements'
  | 'assignments'
  | 'otherDuties'
  | 'appropriations'
  | 'chapterSums'
  | 'earmarks'
  | 'recipients'
>

/** Words by which money is given, bound or limited, or something is ordered. */
const disposes = words(
  '‹(?:skal|bes|ber|må|inntil|opptil|øremerk\\p{L}*|øyremerk\\p{L}*|avsatt|avsett|satt av|sett av|sette av|settes av|setjast av|tildel\\p{L}*|bevilg\\p{L}*|løyv\\p{L}*|disponer\\p{L}*|stilles|stillast|stilt|til disposisjon|fullmakt\\p{L}*|tilsagn\\p{L}*|lagt inn|innarbeid\\p{L}*|tilfør\\p{L}*|øk(?:es|t|ning\\p{L}*)|auk(?:a|ast|ing\\p{L}*)|redusert|reduseres|reduserast|styrk(?:es|a|et|ing\\p{L}*)|omdisponer\\p{L}*|utbetal\\p{L}*|fordel(?:es|t|ast|te))›',
  'iu',
)
/** Words that tell what was, or how large something is. */
const tells = words(
  '‹(?:ble|blei|vart|var|hadde|utgjorde|kostet|kosta|passerte|mottok|brukte|forbruk\\p{L}*|regnskap(?:et|sført|stall\\p{L}*)?|rekneskap(?:et|sført)?|resultat(?:et|er)?|i fjor|året før|estimert|anslag\\p{L}*|omsetning\\p{L}*|eksport\\p{L}*)›',
  'iu',
)
/** The size of the whole item; what of it is the agency's own stands in the table, or is a missing amount there. */
const wholeItem = words(
  '‹det (?:er|vart|ble) (?:bevilget|løyvd|løyvt) [\\d., ]+(?:mill\\. |mrd\\. )?(?:kroner|kr) på (?:denne )?posten\\.?$',
  'iu',
)
const commands = words('‹(?:skal|bes|ber|må|øremerk\\p{L}*|øyremerk\\p{L}*|inntil|opptil)›', 'iu')
/** A row that ends in an amount which says no “kroner”. */
const rowAmount = /[\p{L}).]\s*[|:]\s*([-–+]?\d{1,3}(?: \d{3})+)$/u

/** What took the amounts of a stretch of the letter: by value, or by keeping the words. */
interface Taken {
  readonly place: Place
  readonly kroner: readonly number[]
  readonly texts: readonly (string | null)[]
  /** Rows inside are this finding's own. */
  readonly isTable: boolean
}

const takenBy = (found: Findings): Taken[] => {
  const money = (place: Place, ...kroner: (number | null)[]): Taken => ({
    place,
    kroner: kroner.flatMap((one) => (one === null ? [] : [Math.abs(one)])),
    texts: [],
    isTable: true,
  })
  const kept = (place: Place, ...texts: (string | null)[]): Taken => ({ place, kroner: [], texts, isTable: false })
  return [
    ...found.appropriations.map((one) => ({ ...money(one.source, one.amountNOK), texts: [one.amountText] })),
    ...found.chapterSums.map((one) => money(one.source, one.sumNOK, one.computedNOK)),
    ...found.earmarks.map((one) => money(one.source, one.amountNOK)),
    ...found.recipients.map((one) => money(one.source, one.amountNOK)),
    ...found.steeringParameters.map((one) => kept(one.source, one.title, one.baseline, one.purpose, ...one.targets)),
    ...found.reportingRequirements.map((one) => kept(one.source, one.text)),
    ...found.otherDuties.map((one) => kept(one.source, one.text)),
    ...found.assignments.flatMap((one) =>
      one.places.map((place) =>
        kept(
          place,
          one.title,
          one.financing,
          one.description,
          one.background,
          one.purpose,
          one.comment,
          one.reporting,
          one.reportingCriteria,
          ...one.milestones.map(({ title }) => title),
        ),
      ),
    ),
  ]
}

/** Where a line stands: under the letter's money, under its authorisations, or elsewhere. */
type Standing = 'money' | 'elsewhere'

const standingOf = ({ role, path }: ProseLine): Standing =>
  role === 'money' || role === 'authorisations' || path.some((above) => above.role === 'money') ? 'money' : 'elsewhere'

/** Whether only years before the letter's are named. */
const isPast = (text: string, year: number | null): boolean => {
  const years = [...text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map((match) => Number(match[0]))
  return year !== null && years.length > 0 && years.every((one) => one < year)
}

/**
 * The net under the reading of money (issue 2, B.2: doubts are listed, never hidden). An amount that nothing found took
 * is a doubt where it stands among the letter's money or authorisations, or in a sentence that gives, binds, limits or
 * orders. What only tells (last year's result, how large a scheme is, what was decided then) is no doubt: it asks nothing
 * of the agency, and a long list of it would hide the others.
 */
export const unreadAmounts = (sheet: Sheet, structure: Structure, found: Findings): Doubt[] => {
  const covering = coveringOf(takenBy(found).map((value) => ({ place: value.place, value })))
  const year = found.year?.value ?? null
  const computed = found.chapterSums.map(({ computedNOK }) => computedNOK)
  const totals = [
    ...found.appropriations.map(({ amountNOK }) => amountNOK),
    ...found.chapterSums.map(({ sumNOK }) => sumNOK),
    ...computed,
  ]
    .filter((one) => one !== null)
    .map(Math.abs)
    .sort((a, b) => a - b)
  const isTaken = (at: Place, kroner: number | null, text: string): boolean =>
    (kroner !== null && repeats(text, kroner, totals)) ||
    covering(
      at,
      ({ kroner: amounts, texts, isTable }) =>
        (kroner === null ? isTable : amounts.includes(kroner)) || texts.some((kept) => kept?.includes(text)),
    )
  const doubt = (text: string, source: Place): Doubt => ({
    kind: 'unread-amount',
    text: text.slice(0, longest),
    line: source.startLine,
    source,
  })
  const inLines = (lines: readonly Line[], standing: Standing): Doubt[] =>
    paragraphsOf(sheet, lines).flatMap((paragraph) => {
      const text = running(sheet, paragraph.lines)
      const [only] = paragraph.lines
      const row = standing === 'money' && paragraph.lines.length === 1 ? rowAmount.exec(only?.text ?? '') : null
      if (only && row?.[1] && findAmounts(only.text).length === 0) {
        const source = sheet.place(only.at, only.at + only.text.length)
        return isTaken(source, null, row[1]) ? [] : [doubt(text.text, source)]
      }
      return sentencesOf(text.text).flatMap((sentence) => {
        const amounts = findAmounts(sentence.text)
        if (amounts.length === 0 || !asks(sentence.text, standing, year)) return []
        const left = amounts.filter((amount) => {
          if (isUnit(sentence.text, amount)) return false
          const at = text.place(sentence.start + amount.start, sentence.start + amount.end)
          return amount.kroner > 0 && !isTaken(at, amount.kroner, amount.text)
        })
        return left.length === 0
          ? []
          : [doubt(sentence.text, text.place(sentence.start, sentence.start + sentence.text.length))]
      })
    })
  const all = [...structure.money, ...structure.prose]
  const ofStanding = (standing: Standing): Line[] =>
    all
      .filter((entry) => standingOf(entry) === standing)
      .sort((a, b) => a.index - b.index)
      .map(({ line }) => line)
  const inBlocks = structure.blocks.flatMap((block) => inLines(block.lines, 'elsewhere'))
  return [...inLines(ofStanding('money'), 'money'), ...inLines(ofStanding('elsewhere'), 'elsewhere'), ...inBlocks]
}

const longest = 300

/** “(i 1000 kroner)” states a unit, not an amount. */
const isUnit = (text: string, { start, kroner }: FoundAmount): boolean =>
  (kroner === 1000 || kroner === 1_000_000) && /(?:\(|(?<!\p{L})i )$/iu.test(text.slice(0, start))

/**
 * Whether an amount says an item's or a chapter's again, rounded to what is written (“262,7 mill. kroner”). The totals
 * are in order.
 */
const repeats = (text: string, kroner: number, totals: readonly number[]): boolean => {
  const decimals = /,(\d+)/.exec(text)?.[1]?.length ?? 0
  const scale = /mrd|millia/i.test(text) ? 1e9 : /mill/i.test(text) ? 1e6 : 1
  const step = scale === 1 ? 0 : scale / 10 ** decimals
  let low = 0
  let high = totals.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((totals[middle] ?? 0) <= kroner - step) low = middle + 1
    else high = middle
  }
  const [found, after] = [totals[low - 1] ?? Number.NaN, totals[low] ?? Number.NaN]
  return found === kroner || after === kroner || Math.abs(after - kroner) < step
}

const asks = (sentence: string, standing: Standing, year: number | null): boolean => {
  if (wholeItem.test(sentence)) return false
  const isTold = tells.test(sentence) || isPast(sentence, year)
  if (isTold && !commands.test(sentence)) return false
  return standing === 'money' || disposes.test(sentence)
}
