import { openTerm } from './dates.ts'
import { words } from './words.ts'

/** What a labelled field of a goal's parameter, requirement or assignment is about. */
export type Field =
  | 'deadline'
  | 'start'
  | 'purpose'
  | 'background'
  | 'description'
  | 'baseline'
  | 'target'
  | 'reporting'
  | 'criteria'
  | 'financing'
  | 'responsible'
  | 'partners'
  | 'flexibility'
  | 'comment'
  | 'title'
  | 'milestone'
  | 'part'
  | 'dated'
  | 'other'

/** A label at the beginning of a line, and where its value begins. */
export interface Label {
  readonly field: Field
  readonly label: string
  readonly valueAt: number
}

/** The labels of Norwegian steering letters, bokmål and nynorsk; the longest that fits goes first. */
const vocabulary: readonly (readonly [Field, string])[] = [
  ['criteria', 'rapporteringskrite?ri?er(?:ne)?|rapporteringskriterium|kriteri(?:er|um|ar) for rapportering'],
  [
    'deadline',
    '(?:(?:ny|nye|endret|endra) )?(?:leverings|leveranse|tids|svar|slutt|leverings- og )?frist(?:er|ar|en)?(?: for (?:levering|leveranse|leveransen|gjennomføring|oppdraget|svar|rapportering|ferdigstilling|ferdigstillelse|oversending|oversendelse))?|leveringsdato|leveringstidspunkt|leveres(?: innen)?|ferdigstilles|endelig frist|endeleg frist|dato for levering',
  ],
  ['start', '(?:opp)?start(?:dato|tidspunkt)?|igangsetting|igangsettelse'],
  ['background', 'bakgrunn(?:en)?(?: og formål| og føremål| for oppdraget)?'],
  [
    'purpose',
    '(?:formål|føremål|hensikt|intensjon)(?:et)?(?:\\s?(?:/|og)\\s?(?:formål|føremål|hensikt|effekt))?(?: med [\\p{L} ]{3,30})?',
  ],
  [
    'description',
    '(?:oppdrags)?(?:beskrivelse|beskriving|skildring|omtale)(?: av (?:oppdraget|oppgaven|oppgåva|parameteren|tiltaket))?|oppdrag|oppdraget|om oppdraget|oppgave|oppgåve|innhold|innhald|nærmere om oppdraget|nærare om oppdraget',
  ],
  [
    'baseline',
    '(?:måle)?utgangspunkt(?:et)?(?: for måling(?:en|a)?)?|nullpunkt|basisverdi|baseline|målepunkt|status (?:per|pr\\.?) [\\p{L}\\d. ]{3,25}|resultat(?:er|et)? (?:i )?20\\d\\d(?:\\s?[–-]\\s?20\\d\\d)?|tidligere resultater|tidlegare resultat',
  ],
  [
    'target',
    '(?:resultat)?krav(?:et)?(?: (?:for|i) 20\\d\\d| 20\\d\\d)?|resultatmål(?:et)?(?: (?:for|i) 20\\d\\d| 20\\d\\d)?|måltal(?:l|let)?(?: (?:for|i) 20\\d\\d| 20\\d\\d)?|målverdi|ambisjon(?:snivå(?:et)?|en)?(?: (?:for|i) 20\\d\\d| 20\\d\\d)?|mål (?:for |i )?20\\d\\d|målsetting(?:en)?',
  ],
  [
    'reporting',
    'rapportering(?:stidspunkt|sfrekvens|sform)?|rapporteres(?: i)?|rapporterast(?: i)?|frekvens|rapporteringsmåte|hyppighet|hyppigheit',
  ],
  ['financing', 'finansiering(?:en)?|kostnad(?:er|ar)?|økonomi|budsjett|ressurser|ressursar'],
  [
    'responsible',
    '(?:hoved|hovud)?ansvar(?:lig|leg)?(?:e)?(?: (?:etat|virksomhet|verksemd|direktorat|for oppdraget|aktør))?|oppdragsansvarlig|oppdragsansvarleg|leder|leiar|utførende|utførande',
  ],
  [
    'partners',
    'samarbeids?(?:part(?:er|ar|nere|nerar|nar|narar)?|aktører|aktørar|etater|etatar|partnarar)?|i samarbeid med|samarbeid med|medvirkende|medverkande|medansvarlig|medansvarleg|involverte(?: aktører| etater| partar)?|deltakere|deltakarar|bidragsytere|bidragsytarar|øvrige (?:aktører|etater)|andre (?:aktører|aktørar|etater|etatar)',
  ],
  ['flexibility', 'fleksibilitet|prioritet|hastegrad'],
  ['comment', 'kommentar(?:er|ar)?|merknad(?:er|ar)?'],
  ['title', 'tittel|oppdragstittel|navn på oppdrag|namn på oppdrag'],
  [
    'other',
    'nøkkeltal(?:l)?|datakilde|datakjelde|kilde|kjelde|målgruppe|risiko|avhengigheter|effekt(?:er|ar)?|leveranser?|metode|målemetode|definisjon|hjemmel|heimel',
  ],
]

const alternatives = vocabulary.map(([, pattern]) => `(${pattern})`).join('|')
const known = words(`^(?:${alternatives})(?=\\s?[:|]|\\s?[–-]\\s|$|\\s)`, 'iu')
const afterLabel = /^\s?[:|]\s*|^\s?[–-]\s+|^$/
const milestone = words(
  '^(?:[-–•]\\s)?((?:(?:hoved|hovud|del)?milepæl(?:er|ar)?|deloppdrag|delleveranse|leveranse|delfrist|delrapport|delmål|fase|steg|trinn|del|delprosjekt)(?:\\s?(?:nr\\.?\\s?)?(?:\\d+[a-z]?|[A-Da-d]|[IVX]+))?)(?:\\s?[:).|]\\s*|\\s[–-]\\s|\\s(?=\\d{1,2}\\.)|$)',
  'iu',
)
const numbered = /\d|\s[A-Da-dIVX]$/

/** Labels that are recognised even without a colon, when the value plainly begins. */
const bareValue: Readonly<Partial<Record<Field, RegExp>>> = {
  background: /^\s(?=[\p{Lu}<«])/u,
  financing: /^\s(?=\p{Lu})/u,
  description: /^\s(?=[\p{Lu}<«])/u,
  deadline: /^\s(?=\d{1,2}[./]|(?:Del|Deloppdrag)\s?\d)/u,
}
const bareDescription = words('^(?:beskrivelse|beskriving|skildring) av', 'iu')

/**
 * The label that begins a line, if any. A known label needs a colon, a cell border, a dash, the end of the line, or a
 * value that cannot be anything else; any other “Words: value” is `dated` or `other` when inside an item.
 */
export const labelOf = (text: string): Label | null => {
  const head = text.slice(0, 160)
  const part = milestone.exec(head)
  if (part) {
    const label = part[1] ?? ''
    const isMilestone = words('milepæl|deloppdrag|delleveranse|delfrist|delrapport|fase', 'iu').test(label)
    if (
      isMilestone ||
      (numbered.test(label) && /[:)|]/.test(part[0])) ||
      (numbered.test(label) && /\s(?=\d{1,2}\.)/.test(text.slice(part[0].length - 1, part[0].length + 3)))
    )
      return { field: isMilestone ? 'milestone' : 'part', label: label.trim(), valueAt: part[0].length }
  }
  const match = known.exec(head)
  if (match && /^[\p{Lu}]|^\p{Ll}+\s?:/u.test(head)) {
    const field = vocabulary[match.slice(1).findIndex((group) => group !== undefined)]?.[0] ?? 'other'
    const rest = head.slice(match[0].length)
    const end = afterLabel.exec(rest)
    if (end) return { field, label: match[0].trim(), valueAt: match[0].length + end[0].length }
    const bare = bareValue[field]?.exec(rest)
    if (bare && (field !== 'description' || bareDescription.test(match[0])))
      return { field, label: match[0].trim(), valueAt: match[0].length + bare[0].length }
    if (field === 'deadline' && /^\s/.test(rest) && openTerm.test(rest.slice(0, 20)) && rest.length < 60)
      return { field, label: match[0].trim(), valueAt: match[0].length + 1 }
  }
  return null
}

/** Known labels inside a line, where a flattened form has put several after one another. */
const inline = words(
  '(?<=[.;,)\\p{L}\\d%>|?!] )(?=(?:Leveringsfrist|Leveransefrist|Frist|Fristar|Frister|Hovedansvarlig|Hovudansvarleg|Ansvarlig|Ansvarleg|Samarbeidspartnere|Samarbeidspartnarar|Samarbeidspartar|Finansiering|Rapportering|Resultatkrav|Måltall|Måltal|Måleutgangspunkt|Start|Oppstart|Formål|Føremål|Bakgrunn|Beskrivelse|Skildring|Rapporteringskriterier|Rapporteres|Rapporteres i|Rapporterast i|Frekvens|Krav|Kostnad|Tittel|Merknad|Kommentar|Hovedmilepæl \\d|Hovudmilepæl \\d|Milepæl \\d|Deloppdrag \\d|Delleveranse \\d|Del \\d[a-z]?|Delfrist \\d|Fase \\d)(?: ?/ ?\\p{L}+| av oppdraget)?\\s?[:|])',
  'gu',
)

/** Offsets inside a line at which a labelled field begins. */
export const inlineLabels = (text: string): number[] => [...text.matchAll(inline)].map((match) => match.index)
