import { words } from './words.ts'

/**
 * Names of agencies in running text: capitals, with the small words that join them. Words and names have a longest
 * length, and a word is taken whole or not at all: else a text of nothing but capitals is gone through from each of them.
 */
const word = '[\\p{L}-]{0,60}'
const small = (stems: string): string => `(?=${stems})\\p{L}{1,60}(?!\\p{L})-?`
const office = small('\\p{Ll}{0,60}(?:direktorat|tilsyn|etat|verk|institutt)')
const joinedOffice = small(
  '\\p{Ll}{1,60}(?:direktorat|etat|tilsyn|verk|departement|(?:kompetanse|utdanning)(?!\\p{L}))',
)
const name = `(?<![\\p{L}\\d])(?:\\p{Lu}[\\p{L}\\d/-]{0,60}(?: (?:og|for|i|av|samt|høgare|høyere|høgre) (?:\\p{Ll}{1,60} )?${joinedOffice}| \\p{Lu}${word}| ${office}){0,12})`

const patterns = [
  words(
    `(${name}) (?:har|er gitt|får|har fått|blir gitt)(?: framleis| fortsatt| fremdeles| også| òg)? (?:hovedansvar|hovudansvar|hovedansvaret|hovudansvaret)(?:et)?›`,
    'gu',
  ),
  words(
    `(${name}) er (?:hovedansvarlig|hovudansvarleg|oppdragsansvarlig|oppdragsansvarleg|ansvarlig etat|ansvarlig for oppdraget|ansvarleg for oppdraget)(?:e)?›`,
    'gu',
  ),
  words(`‹(?:ledes|leies|leiast|koordineres|koordinerast) av (${name})`, 'gu'),
  words(`(${name}) (?:skal lede|skal leie|leder|leier) (?:arbeidet|oppdraget|arbeidet med)›`, 'gu'),
  words(`‹(?:hovedansvar|hovudansvar)(?:lig|leg|et)?(?: for oppdraget)?\\s?(?::|er)\\s(${name})`, 'giu'),
]
const leadingWord = words(
  '^(?:Det|Dette|Videre|Vidare|I|Oppdraget|Arbeidet|Departementet|Direktoratet|Direktoratene) ',
  'u',
)

/** The agency that a text names as having the main responsibility, or null. */
export const responsibleIn = (text: string): string | null => {
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern)) {
      const found = (match[1] ?? '').replace(/[.,]$/, '')
      if (found !== '' && !leadingWord.test(`${found} `)) return found
    }
  return null
}

const together = words(
  `‹(?:i |tett |nært ){0,3}(?:samarbeid|saman|sammen|dialog) med ((?:${name})(?:(?:, | og | samt )(?:${name}))*)`,
  'gu',
)

/** The partners named by a labelled field, or by “i samarbeid med …” in the description. */
export const partnersIn = (labelled: string | null, description: string): string[] => {
  if (labelled !== null) return split(labelled.replace(/\.$/, ''))
  const found: string[] = []
  for (const match of description.slice(0, 20000).matchAll(together)) found.push(...split(match[1] ?? ''))
  return [...new Set(found)]
}

const split = (text: string): string[] =>
  text
    .split(/\s*[,;|]\s*|\s+samt\s+|(?<!-)\s+og\s+(?=\p{Lu})/u)
    .map((part) => part.replace(/\.$/, '').trim())
    .filter((part) => part !== '')
