import { mentionedGoal } from './announcements.ts'
import { type Line, placeOf, type Sheet } from './lines.ts'
import type { Goal } from './types.ts'
import { fold, words } from './words.ts'

/** A goal's beginning at a line: “Mål 1: …”, “Hovudmål II – …”, “Delmål 1.2 …”. */
export interface GoalStart {
  /** Null: the letter gives no number. */
  readonly no: string | null
  readonly title: string
  readonly isSub: boolean
}

const start = words(
  '^(?<word>hovedmål|hovudmål|delmål|mål|overordnet mål|overordna mål|strategisk mål|effektmål|resultatmål|brukermål|brukarmål|samfunnsmål|målområde|resultatområde|innsatsområde)\\s(?:nr\\.?\\s?)?(?<no>\\d{1,2}(?:[.-]\\d{1,2})*|[IVX]{1,4}(?![\\p{L}])|[A-F](?![\\p{L}]))(?:\\s?[:.|)]\\s*|\\s[–-]\\s|\\s(?=[\\p{Lu}«])|$)(?<title>.*)$',
  'iu',
)

/** Reads a line as the beginning of a goal; `numbered` is what stands after a heading's own number. */
export const goalStart = (text: string): GoalStart | null => {
  const match = start.exec(text.slice(0, 400))
  if (!match?.groups) return null
  const { word = '', no = '', title = '' } = match.groups
  if (!/^\p{Lu}/u.test(word) || /^\p{Ll}/u.test(title) || /\s?[:.|)–-]\s*$/.test(title) || title.length > 300)
    return null
  const cell = title.split('|')[0]?.trim() ?? ''
  return { no, title: cell, isSub: words('^delmål', 'iu').test(word) }
}

const unnumbered = words(
  '^(?:hovedmål|hovudmål|overordnet mål|overordna mål|strategisk mål|effektmål|brukermål|brukarmål|samfunnsmål|virksomhetsmål|verksemdsmål)(?:et)?(?:\\s?[:|–]\\s*(?=[\\p{Lu}«])(?<title>.{6,240})|:?)$',
  'iu',
)

/** Reads a line as the beginning of a goal without a number: “Samfunnsmål: …”, or the word alone above its title. */
export const unnumberedGoal = (text: string, next: string): GoalStart | null => {
  const match = unnumbered.exec(text.slice(0, 300))
  if (!match || !/^\p{Lu}/u.test(text)) return null
  const title = match.groups?.title?.trim() ?? ''
  const isTitle = /^\p{Lu}[^:|]{8,160}$/u.test(next) && !/^\p{L}+ \d/u.test(next) && !/\.\s\p{Lu}/u.test(next)
  return title !== '' || (isTitle && goalStart(next) === null) ? { no: null, title, isSub: false } : null
}

/** What parameters and assignments name a goal by: its number, or its title where it has none. */
export const goalReference = ({ no, title }: { readonly no: string | null; readonly title: string }): string =>
  no ?? title

/** A goal with the lines that it stands on. */
export const goalOf = (
  sheet: Sheet,
  found: GoalStart,
  title: string,
  lines: readonly Line[],
  sub: string | null,
): Goal => ({
  no: found.no,
  title,
  parentNo: sub,
  source: placeOf(sheet, lines),
  confidence: title === '' ? 0.5 : 0.95,
  doubts: [],
})

const announces = words('‹(?:hoved|hovud)?mål(?:a|ene)?›[^.]{0,140}:$', 'iu')

/**
 * The bullets under “… har følgende mål …:”. When headings with the same words follow, those are the goals and
 * give their numbers.
 */
export const announcedGoals = (
  lines: readonly Line[],
  from: number,
): { titles: string[]; marks: (string | null)[]; lines: Line[] } | null => {
  let text = ''
  let end = from
  while (end < lines.length && end - from < 4) {
    text = `${text} ${lines[end]?.text ?? ''}`.trim()
    end += 1
    if (/:$/.test(text)) break
  }
  if (
    !announces.test(text) ||
    mentionedGoal(text) !== null ||
    words('styringsparam|oppdrag|rapporter', 'iu').test(text)
  )
    return null
  const taken: Line[] = []
  for (let i = end; i < lines.length && i - end < 12; i += 1) {
    const line = lines[i]
    if (!line || !/^(?:[•–-]|\d[.)]|[a-h]\))\s/.test(line.text)) break
    taken.push(line)
  }
  if (taken.length < 2) return null
  return {
    marks: taken.map((line) => /^(\d|[a-h])[.)]/.exec(line.text)?.[1] ?? null),
    titles: taken.map((line) => line.text.replace(/^(?:[•–-]|\d[.)]|[a-h]\))\s+/, '').replace(/[.;,]$/, '')),
    lines: taken,
  }
}

/** Whether two titles are the same goal. */
export const sameTitle = (a: string, b: string): boolean => fold(a) === fold(b)
