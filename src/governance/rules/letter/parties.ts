import type { Line, Sheet } from './lines.ts'
import type { Stated } from './types.ts'
import { fold, words } from './words.ts'

/** An agency or ministry, with the short form that the letter uses. */
export interface Party {
  readonly name: Stated<string>
  readonly short: string | null
}

const ministryName = words(
  '(?<![\\p{L}-])(\\p{Lu}[\\p{Ll}æøå]+-?(?:,? (?:og )?\\p{Ll}+-?){0,4}?(?:-| |, )?(?:og )?\\p{Ll}*departement(?:et)?|\\p{Lu}\\p{Ll}+departement(?:et)?|Statsministerens kontor|Statsministerkontoret)(?![\\p{L}])',
  'gu',
)
const letterhead = words('^(?:det kong[ei]le[dg]e|det kongelige|det kongelege)\\s*(.*)$', 'iu')
const capitals = /^[\p{Lu} ,–-]{8,80}DEPARTEMENT(?:ET)?$/u
const agencyWord = words(
  '(?:direktorat(?:et)?|tilsyn(?:et)?|etat(?:en)?|verk(?:et)?|vesen(?:et)?|institutt(?:et)?|nemnd(?:a|en)?|ombud(?:et)?|sentral(?:en)?|råd(?:et)?|arkiv(?:et)?|museum|bank(?:en)?|kasse(?:n)?|universitet(?:et)?|senter(?:et)?|myndighet(?:en)?|register(?:et|registrene)?|forvaltning(?:en)?|tjeneste(?:n)?|teneste(?:n|a)?|samfunn(?:et)?|politi(?:et)?|domstol(?:ene|adm\\p{L}*)?|agentur(?:et)?|kontor(?:et)?|fond(?:et)?|selskap(?:et)?|foretak(?:et)?|inspeksjon(?:en)?|stat(?:en)?s \\p{Ll}+)$',
  'iu',
)
const titleAgency = [
  words(
    '(?:[Tt]ildelingsbrev|[Oo]ppdragsbrev)(?:et)?(?: ?20\\d\\d)? ?(?:til|for|[–-]) (?:20\\d\\d (?:til|for|[–-]) )?(\\p{Lu}.{2,90}?)(?:,? (?:for|i) (?:budsjettåret |året )?20\\d\\d| ?[–(-] ?20\\d\\d| 20\\d\\d|, (?:samt|og) |\\s?\\(|(?<!-),|[.;|]|$)',
    'u',
  ),
  words(
    '^(?:hoved|hovud)?instruks (?:for|om) [\\p{Ll} ,-]{3,80}? (?:i|for|til) (\\p{Lu}[^.(]{2,90}?)(?:\\s?\\(|[.,;]|$)',
    'iu',
  ),
]
const nameFirst = words('^(\\p{Lu}[^–|]{2,80}?)\\s[–-]\\s[Tt]ildelingsbrev', 'u')
const subject = words('(?<![\\p{L}-])(\\p{Lu}[\\p{L}\\d-]{1,24}) (?:skal|må|bes)›', 'gu')
const notSubject = new Set(
  'Det,De,Dette,Direktoratet,Departementet,Direktorata,Direktoratene,Vi,Rapporten,Rapporteringen,Årsrapporten,Årsrapport,Midlene,Midlane,Arbeidet,Oppdraget,Satsingen,Kommunene,Tiltakene,Etaten,Verksemda,Virksomheten,Virksomhetene,Tilsynet,Planen,Strategien,Evalueringen,Halvårsrapporten,Som,Den,Dei,Rammeverket,Tilbudet,Regjeringen,Regjeringa,Instituttet'.split(
    ',',
  ),
)

/** The word before an agency's own verb is often only a common noun (“Tilsynet skal”): the short names are proper. */
const shortName = (sheet: Sheet): string | null => {
  const counts = new Map<string, number>()
  for (const line of sheet.lines)
    for (const match of line.text.matchAll(subject)) {
      const word = match[1] ?? ''
      if (!notSubject.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  const [first] = [...counts].sort((a, b) => b[1] - a[1])
  return first && first[1] >= 2 ? first[0] : null
}

/** The name before an explained abbreviation: back to the nearest word with a capital letter. */
const nameBefore = (text: string): string | null => {
  const list = text.trim().split(' ')
  for (let i = list.length - 1; i >= Math.max(0, list.length - 9); i -= 1) {
    const word = list[i] ?? ''
    if (/^\p{Lu}/u.test(word) && !(i === list.length - 1 && /^\p{Lu}{2,3}$/u.test(word) && i > 0))
      return list.slice(i).join(' ')
    if (!/^[\p{L}-]+,?$/u.test(word)) return null
  }
  return null
}
const abbreviation = /\(([\p{Lu}\d][\p{L}\d-]{1,14}|[\p{Lu}][\p{L}-]+)\)/gu

interface Definition {
  readonly full: string
  readonly short: string
  readonly line: Line
  readonly at: number
}

/** “Full Name (Short)” wherever the letter explains one. */
const definitions = (sheet: Sheet): Definition[] => {
  const found: Definition[] = []
  for (const [i, line] of sheet.lines.entries()) {
    if (line.text.length > 20000) continue
    for (const match of line.text.matchAll(abbreviation)) {
      // the name may have begun on the line above
      const above = match.index < 70 ? `${(sheet.lines[i - 1]?.text ?? '').slice(-70)} ` : ''
      const before = `${above}${line.text.slice(Math.max(0, match.index - 110), match.index)}`
      const full = nameBefore(before)
      if (full)
        found.push({ full, short: match[1] ?? '', line, at: match.index - before.length + before.lastIndexOf(full) })
    }
  }
  return found
}

const stated = (sheet: Sheet, line: Line, at: number, value: string, confidence: number): Stated<string> => ({
  value,
  source: sheet.place(line.at + Math.max(0, at), line.at + Math.max(0, at) + value.length),
  confidence,
  doubts: [],
})

/** “TILDELINGSBREV 2026 TIL …ET” in ordinary case, so that the name can be read. */
const shoutedTitle = (text: string): string => {
  const lower = text.toLowerCase()
  return lower
    .replace(/(?<= (?:til|for) )\p{Ll}/gu, (letter) => letter.toUpperCase())
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

/** The agency that the letter steers: from the title, the address, or the name that the duties are given to. */
export const agencyOf = (sheet: Sheet, head: readonly Line[]): Party | null => {
  const short = shortName(sheet)
  const explained = definitions(sheet)
  const resolve = (name: string, line: Line, at: number, confidence: number): Party => {
    const definition = explained.find((d) => d.short === name && !/departement/i.test(d.full))
    if (definition)
      return { name: stated(sheet, definition.line, definition.at, definition.full, confidence), short: name }
    const explainedAs = explained.find((d) => fold(d.full) === fold(name))
    return {
      name: stated(sheet, line, at, name, confidence),
      short: explainedAs?.short ?? (name === short ? name : short),
    }
  }
  const early = sheet.lines.slice(0, 60)
  for (const [i, line] of early.entries()) {
    const own = line.text.slice(0, 300)
    // a title in capitals, or one that goes on in the next line
    const shouted = /tildelingsbrev/i.test(own) && own === own.toUpperCase()
    const text = shouted ? shoutedTitle(own) : /^instruks$/i.test(own) ? `${own} ${early[i + 1]?.text ?? ''}` : own
    for (const pattern of [...titleAgency, nameFirst]) {
      const match = pattern.exec(text)
      const name = match?.[1]?.replace(/\s+for$/, '').trim()
      if (match && name && name.length > 1 && !/departement|tildelingsbrev|^(?:stats)?budsjett/i.test(name))
        return resolve(
          name,
          text === own ? line : (early[i + 1] ?? line),
          Math.max(0, (text === own ? own : (early[i + 1] ?? line).text).indexOf(name)),
          0.95,
        )
    }
  }
  const postal = head.findIndex((line) => /^(?:Postboks|Pb\.?|P\.b\.)\s?\d/i.test(line.text))
  const addressee = head[postal - 1]
  if (
    addressee &&
    !/departement|kongel/i.test(addressee.text) &&
    addressee.text.length < 90 &&
    /^\p{Lu}/u.test(addressee.text)
  )
    return resolve(addressee.text, addressee, 0, 0.85)
  const byShort = short === null ? undefined : explained.find((d) => d.short === short && !/departement/i.test(d.full))
  if (byShort && short !== null) return { name: stated(sheet, byShort.line, byShort.at, byShort.full, 0.85), short }
  const named = head.find(
    (line) =>
      line.text.length < 80 &&
      /^\p{Lu}/u.test(line.text) &&
      agencyWord.test(line.text) &&
      !/departement|brev/i.test(line.text),
  )
  const label = /^(?:til|for):\s*(?:postmottak\s)?/i.exec(named?.text ?? '')?.[0].length ?? 0
  if (named) return { name: stated(sheet, named, label, named.text.slice(label), 0.75), short }
  const frequent = mostNamed(sheet)
  if (frequent) return { name: stated(sheet, frequent.line, frequent.at, frequent.name, 0.6), short }
  const line = short === null ? undefined : sheet.lines.find((candidate) => candidate.text.includes(short))
  return line && short !== null ? { name: stated(sheet, line, line.text.indexOf(short), short, 0.6), short } : null
}

const proper =
  /(?<![\p{L}-])\p{Lu}\p{Ll}{2,}(?:direktoratet|tilsynet|verket|etaten|vesenet|instituttet|nemnda|ombudet|rådet|sentralen|forvaltningen)(?![\p{L}])/gu

/** The agency-like name that the text uses most; a letter may name its addressee nowhere else. */
const mostNamed = (sheet: Sheet): { name: string; line: Line; at: number } | null => {
  const counts = new Map<string, { name: string; line: Line; at: number; count: number }>()
  for (const line of sheet.lines)
    for (const match of line.text.matchAll(proper)) {
      const known = counts.get(match[0])
      if (known) known.count += 1
      else counts.set(match[0], { name: match[0], line, at: match.index, count: 1 })
    }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0] ?? null
}

const ordinaryCase = (text: string): string => {
  const lower = text.toLowerCase()
  return `${lower.charAt(0).toUpperCase()}${lower.slice(1)}`
}
const definite = (name: string): string => (/departement$/i.test(name) ? `${name}et` : name)

/** The ministry that sends the letter: from the letterhead, or the one that the opening names first. */
export const ministryOf = (sheet: Sheet, head: readonly Line[]): Party | null => {
  const explained = definitions(sheet).filter((d) => /departement/i.test(d.full))
  const shortOf = (name: string): string | null =>
    explained.find((d) => fold(d.full).endsWith(fold(name)))?.short ?? null
  for (const [i, line] of head.entries()) {
    const royal = letterhead.exec(line.text)
    const own = royal?.[1] && /departement/i.test(royal[1]) ? royal[1] : null
    const next = head[i + 1]
    const found = own
      ? line
      : royal && next && /departement(?:et)?$/i.test(next.text)
        ? next
        : capitals.test(line.text)
          ? line
          : null
    if (found) {
      const text = own ?? found.text
      const name = definite(text === text.toUpperCase() ? ordinaryCase(text) : text)
      return {
        name: { ...stated(sheet, found, found.text.indexOf(text), text, 0.97), value: name },
        short: shortOf(name),
      }
    }
  }
  const counts = new Map<string, { count: number; line: Line; at: number; early: boolean }>()
  let read = 0
  for (const line of sheet.lines) {
    for (const match of line.text.slice(0, 4000).matchAll(ministryName)) {
      const name = definite(match[1] ?? '').replace(
        /^(?:Det vises til|For|Fra|Frå|I|Fastsatt av|Den|Det) (?=\p{L})/u,
        '',
      )
      const known = counts.get(name)
      if (known) known.count += 1
      else counts.set(name, { count: 1, line, at: match.index, early: read < 3000 })
    }
    read += line.text.length
  }
  const early = [...counts].filter(([, found]) => found.early)
  const candidates =
    early.length > 0
      ? early
      : [...counts].filter(([name, found]) => found.count >= 3 || (found.count >= 2 && shortOf(name) !== null))
  candidates.sort((a, b) => Number(shortOf(b[0]) !== null) - Number(shortOf(a[0]) !== null) || b[1].count - a[1].count)
  const [best] = candidates
  return best ? { name: stated(sheet, best[1].line, best[1].at, best[0], 0.8), short: shortOf(best[0]) } : null
}
