import { words } from './words.ts'

/** Names of agencies in running text: capitals, with the small words that join them. */
const name =
  '(?:\\p{Lu}[\\p{L}\\d/-]*(?:-? (?:og|for|i|av|samt|høgare|høyere|høgre) (?:(?:\\p{Ll}+ )?\\p{Ll}+(?:direktorat\\p{L}*|etat\\p{L}*|tilsyn\\p{L}*|verk\\p{L}*|kompetanse|utdanning|departement\\p{L}*))+| \\p{Lu}[\\p{L}-]*| \\p{Ll}*(?:direktorat|tilsyn|etat|verk|institutt)\\p{L}*)*)'

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
  `‹(?:i |tett |nært )*(?:samarbeid|saman|sammen|dialog) med ((?:${name})(?:(?:, | og | samt )(?:${name}))*)`,
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
