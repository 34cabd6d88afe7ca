import type { Sheet } from './lines.ts'
import type { Doubt } from './types.ts'
import { isDamaged } from './words.ts'

/** Puts back lost letters where the letter itself has the whole word, and says which lines are damaged. */
export interface Repairer {
  readonly repair: (text: string) => string
  readonly doubts: readonly Doubt[]
}

const norwegian = /[æøåÆØÅ]/
const wordPattern = /[\p{L}\ufffd]+/gu
const without = (word: string): string => word.toLowerCase().replace(/[æøå\ufffd]/g, '')

const sameCase = (model: string, word: string): string =>
  /^\p{Lu}/u.test(word) ? `${model.charAt(0).toUpperCase()}${model.slice(1)}` : model

/** Words that a steering letter is sure to use, for letters that have lost them throughout. */
const common =
  'år året årene årlig årleg årsrapport årsrapporten halvår halvårsrapport halvårsrapporten årsregnskap årsrekneskap mål målet målene måla mål- måned måneder månedlig månad månadleg måleutgangspunkt på går gå får få må når både også så nå åpen åpne blå små løpende løypande løyving øvrig øvrige øke økt økning økonomi for økonomistyring høy høye høyere høyest høyst størst større første før føre følge følger følgje følgende følging oppfølging oppfølgjing beløp beløpene overføres overførast føring føringer fellesføringer formål føremål måltall område områder områda språk råd håndtere gjennomføre gjennomføring gjøre gjør bør dør søknad søknader søke forsøk kjøp kjøre skjønn styringsmøte møte møter etatsstyringsmøte være vært lære læring opplæring særskilt særlig særleg næring nærmere nærare innen rådgivning rådgiving område samråd bistå forstå nødvendig brønn miljø miljøet kjønn'
    .split(' ')
    .filter((word) => norwegian.test(word))

const following = /\s([\p{L}\ufffd]+)/uy

const nextWord = (text: string, at: number): string => {
  following.lastIndex = at
  return following.exec(text)?.[1] ?? ''
}

/** Learns the letter's own words with æ, ø and å, and finds the words that have lost them. */
export const repairerOf = (sheet: Sheet): Repairer => {
  const whole = new Map<string, Map<string, number>>()
  const plain = new Map<string, number>()
  const pairs = new Set<string>()
  for (const word of common) {
    const forms = whole.get(without(word)) ?? new Map<string, number>()
    whole.set(without(word), forms.set(word, 1))
  }
  for (const line of sheet.lines)
    for (const match of line.text.matchAll(wordPattern)) {
      const word = match[0].toLowerCase()
      if (norwegian.test(word) && !word.includes('\ufffd')) {
        const key = without(word)
        const forms = whole.get(key) ?? new Map<string, number>()
        forms.set(word, (forms.get(word) ?? 0) + 1)
        whole.set(key, forms)
        pairs.add(`${word} ${nextWord(line.text, match.index + match[0].length).toLowerCase()}`)
      } else if (!word.includes('\ufffd')) plain.set(word, (plain.get(word) ?? 0) + 1)
    }
  const wholeForm = (word: string, next = ''): string | null => {
    const lower = word.toLowerCase()
    if (!lower.includes('\ufffd') && (lower.length < 6 || norwegian.test(lower) || (plain.get(lower) ?? 0) > 2))
      return null
    const gaps = lower.split('\ufffd').map((part) => part.replace(/[^\p{L}]/gu, ''))
    const fits = new RegExp(`^${gaps.join('[æøå]{1,2}')}$`, 'u')
    const forms = [...(whole.get(without(lower)) ?? [])].filter(
      ([form]) => !lower.includes('\ufffd') || fits.test(form),
    )
    forms.sort((a, b) => b[1] - a[1])
    const [best, second] = forms
    if (!best) return null
    if (second && second[1] * 2 > best[1]) {
      // two words fit: the one that stands before the same next word elsewhere
      const known = forms.filter(([form]) => pairs.has(`${form} ${next.toLowerCase()}`))
      const [only] = known
      return known.length === 1 && only ? sameCase(only[0], word) : null
    }
    return best[0] === lower ? null : sameCase(best[0], word)
  }
  const doubts: Doubt[] = []
  for (const line of sheet.lines) {
    const lost = [...line.text.matchAll(wordPattern)].find(
      (match) => match[0].includes('\ufffd') || wholeForm(match[0]) !== null,
    )
    if (!lost && !isDamaged(line.text)) continue
    const source = sheet.place(
      line.at + (lost?.index ?? 0),
      line.at + (lost ? lost.index + lost[0].length : line.text.length),
    )
    doubts.push({ kind: 'damaged-text', text: line.text.slice(0, 120), line: source.startLine, source })
  }
  return {
    repair: (text) =>
      text.replace(wordPattern, (word, at: number) => wholeForm(word, nextWord(text, at + word.length)) ?? word),
    doubts,
  }
}
