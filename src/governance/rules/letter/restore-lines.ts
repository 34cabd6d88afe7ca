import { findNumberedHeadings } from './numbering.ts'
import { words } from './words.ts'

/**
 * When every line break is lost, the letter's form still shows where lines began: codes, labels, bullets,
 * numbered headings that follow in order, tables' rows, and sentences.
 */

const label =
  'Rapporteringskriteri?er|Rapportering|Rapporteres|Formål|Føremål|Hensikt|Bakgrunn|Beskrivelse|Skildring|Beskriving|Måleutgangspunkt|Utgangspunkt|Nullpunkt|Resultatkrav|Måltall|Ambisjonsnivå|Frist|Fristar|Frister|Leveringsfrist|Leveransefrist|Start|Oppstart|Finansiering|Hovedansvarlig|Hovudansvarleg|Ansvarlig|Ansvarleg|Samarbeidspartnere|Samarbeidspartnarar|Samarbeidspartar|Nøkkeltall|Nøkkeltal|Fleksibilitet|Kommentar|Merknad|Frekvens'

/** Each pattern's match begins where a line began. */
const beginnings = [
  words(`‹(?:${label})(?:[ /](?:\\p{Ll}+|nr\\.)){0,3}\\s?:`, 'gu'),
  words(
    '‹(?:Bakgrunn|Finansiering|Beskrivelse av oppdraget|Skildring av oppdraget|Beskriving av oppdraget) (?=\\p{Lu}|[-–] )',
    'gu',
  ),
  words('‹Frist(?:er|ar)? (?=\\d|Del\\p{L}* \\d|Månedlig|Månadleg|Kvartalsvis|Flerårig|Fleirårig|Løpende)', 'gu'),
  words('‹(?:Hoved|Hovud)?[Mm]ilepæl(?: \\d+)?\\s?[:.]', 'gu'),
  words('‹(?:Del|Deloppdrag|Delleveranse|Fase|Delfrist) \\d+[a-z]?\\s?[:)]', 'gu'),
  words('‹(?:Resultat|Mål|Krav|Resultatkrav|Ambisjon|Måltall|Måltal) (?:for |i )?20\\d\\d\\s?: ', 'gu'),
  words(
    '‹(?:Styringsparamet(?:er|ar) )?(?:SP|RK?|KPI)[ -]?\\d+(?:[.-]\\d+)*[a-z]?(?: og \\d+)?\\s?[:.–]? (?=[\\p{Lu}«])',
    'gu',
  ),
  words('‹O[ -]?\\d+(?:[.-]\\d+)*\\s?[:.–]? (?=[\\p{Lu}«])', 'gu'),
  words('‹Styringsparamet(?:er|ar) (?:nr\\.? )?\\d+(?:[.-]\\d+)*\\s?[:.–]? (?=[\\p{Lu}«])', 'gu'),
  words('‹Rapporteringskrav (?:nr\\.? )?\\d+(?:[.-]\\d+)*\\s?[:.–]? (?=[\\p{Lu}«])', 'gu'),
  words('‹(?:Oppdrag|Oppdragsnr\\.) (?:nr\\.? ?)?\\d+(?: ?[-–./] ?\\d+)*[a-z]?\\s?[:.–]? (?=[\\p{Lu}«<])', 'gu'),
  words('‹Oppdrag (?:som|gitt|gjeve|gjevne)›', 'gu'),
  words('‹(?:Nye|Reviderte|Revidert|Tidligere|Tidlegare|Ingen nye|Øvrige) oppdrag›', 'gu'),
  words('‹(?:Nye )?FoU-oppdrag (?:for|i) \\d{4}', 'gu'),
  words('‹Bindinger på post', 'gu'),
  words('‹(?:STYRINGSPARAMET(?:ER|RE)|OPPDRAG|RAPPORTERINGSKRAV)›:?', 'gu'),
  words(
    '(?<![/.-]|nr\\.? |nummer |[Oo]ppdrag |ref\\. |‹ref )‹(?:TB ?)?20\\d\\d ?(?:- ?(?:FoU ?)?|FoU ?)\\d{1,3} (?=\\p{Lu})',
    'gu',
  ),
  words('‹(?:Hoved|Hovud|Del)?[Mm]ål (?:\\d+(?:\\.\\d+)*|[IVX]+|[A-F])\\s?[:–-] ?(?=\\p{Lu})', 'gu'),
  words('‹Kap(?:ittel|\\.)? ?\\d{3,4}(?= (?:\\p{Lu}|\\(|Post))', 'gu'),
  words('‹Post \\d{2}(?= \\p{Lu}| \\d{2})', 'gu'),
  words('‹(?:Sum|SUM|Totalt) (?=\\d|kap)', 'gu'),
  /(?<=\p{Ll} )I 20\d\d (?=\p{Ll})/gu,
  words('‹Type (?:rapportering|møte)›', 'gu'),
  words('‹(?:Postboks \\d|Deres ref|Dykkar ref|Vår ref|Dato›:? ?\\d|Saksbehandler›|Kopi til›)', 'gu'),
  words(
    '(?<!(?:\\p{Ll}|,) )‹(?:Tildelingsbrev|Oppdragsbrev|Tillegg (?:nr\\.? ?)?\\d* ?til tildelingsbrev|Supplerende tildelingsbrev|Supplerande tildelingsbrev) (?:20\\d\\d )?(?:for|til|nr)›',
    'gu',
  ),
  words('‹Oppdragsn(?:r|ummer)\\.? ', 'gu'),
  words('‹(?:Med hilsen|Med helsing|Vedlegg (?:nr\\.? ?)?\\d)', 'gu'),
  /(?<=[.:;»)\p{L}\d] )- (?=\d+(?:,\d+)? (?:mill|mrd|kr|\d{3})|[a-e]\) )/gu,
  /(?<=[:.;] )- (?=\p{L})/gu,
  /(?<!\p{L})[a-h]\) (?=\p{Lu})/gu,
]

/** Each pattern's match ends where a line began. */
const endings = [
  // a row of a table ends with its dates or amounts, and the next begins with a capital letter or a code
  words(
    '‹(?:\\d{1,2}\\.\\d{1,2}\\.(?:19|20)?\\d{2}|(?:\\d{1,2}\\. )?(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember) (?:19|20)\\d{2}) (?!Innen|Innan|Senest|Seinast)(?=\\p{Lu}\\p{Ll}|[\\p{Lu}\\d]\\S*-\\d+ \\p{Lu})',
    'giu',
  ),
  /(?<=(?<![\d,])\d{1,3}) \d{3} (?=\p{Lu}\p{Ll}|\d{2} \p{Lu})/gu,
  /(?<!\p{Lu})\p{Lu}{4,}(?: \d{4})? (?=\p{Lu}\p{Ll})/gu,
  /(?<!\p{L})(?:Rapporteringsfrist|Periode|(?:Tilskudd|Tilskot|Tildeling) 20\d\d) (?=\p{Lu})/gu,
  words(
    '(?<=\\d\\.? )(?:Innledning|Innleiing|Formål|Føremål|Rapportering|Fullmakter|Vedlegg|Fellesføringer|Fellesføringar|Budsjett|Tildeling|Oppdrag|Styringsdialog|Møter|Møte) (?=\\p{Lu}\\p{Ll})',
    'gu',
  ),
]

const sentenceEnd =
  /(?<!(?<![\p{L}])(?:jf|kap|nr|mv|ev|evt|bl\.a|f\.eks|dvs|ca|pst|mill|St|Prop|Meld|Innst|s|pkt|inkl|hhv|vedr|ref)|(?<!\d)\d{1,2})[.!?] (?=[\p{Lu}«•])/gu

/** Words that stand with a small letter somewhere in the text: with a capital they begin a line or a sentence. */
const commonWords = (text: string): Set<string> => {
  const common = new Set<string>()
  for (const match of text.matchAll(/(?<=[\p{L},] )\p{Ll}{3,}(?![\p{L}-])/gu)) common.add(match[0])
  return common
}

const capitalAfterSmall = /(?<=(\p{Ll}{2,}|\d{4}|\)) )(\p{Lu}\p{Ll}{2,}) (?=\p{Ll})/gu
/** A name that is told to do something begins a sentence unless a small word leads up to it. */
const subjectAfterSmall = /(?<=(\p{Ll}{2,}|\d{4}) )\p{Lu}[\p{L}-]{1,24} (?=(?:skal|har|må|bidrar|er)(?!\p{L}))/gu
const linking =
  /^(?:i|av|til|med|fra|frå|for|og|på|som|under|mellom|hos|ved|om|mot|eller|samt|den|det|at|hva|kva|hvor|kor|når|der|hvis|dersom|mens|medan|slik|hvordan|korleis|hvilke|da|så|enn|ber|ifølge)$/

const starter = words(
  '^(?:Målet|Målene|Måla|Det|Dette|Denne|Departementet|Direktoratet|Tilsynet|Etaten|Verksemda|Virksomheten|Regjeringen|Regjeringa|Som|Ved|Vi|For|Med|Under|Gjennom|Flere|Fleire|Mange|Det|Desse|Disse|Arbeidet|Arbeidet|Oppdraget|Midlene|Midlane|Bevilgningen|Løyvinga|Følgende|Følgjande|Beløpene|Beløpa|Tallene|Tala)$',
  'u',
)

/** Where the entries of numbered lists began: 1 after a colon, then each next number after the end of a sentence. */
const numberedLists = (text: string): number[] => {
  const out: number[] = []
  for (const match of text.matchAll(/(?<=: )1[.)] (?=\p{Lu})/gu)) {
    const entries = [match.index]
    let at = match.index
    for (let n = 2; n < 40; n += 1) {
      const stretch = text.slice(at + 3, at + 1500)
      const next = new RegExp(`(?<=[.;:!?)] )${n}[.)] (?=\\p{Lu})`, 'u').exec(stretch)
      if (!next) break
      at += 3 + next.index
      entries.push(at)
    }
    if (entries.length > 1) out.push(...entries)
  }
  return out
}

const dateColumn = words('‹(?:Dato|Tidspunkt|Når) (?:Aktivitet|Møte|Rapport|Hva|Kva|Tema|Hendelse)\\p{L}* ', 'gu')
const day =
  /(?<![\d.])\d{1,2}\.\s?(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|\d{1,2}\.)\s?(?:20\d\d)?/gu

/** In a calendar whose first column is the date, the rows begin with the dates instead of ending with them. */
const dateFirst = (text: string, headings: readonly number[], breaks: Set<number>): void => {
  let next = 0
  for (const match of text.matchAll(dateColumn)) {
    const from = match.index + match[0].length
    while ((headings[next] ?? text.length) <= from && next < headings.length) next += 1
    const to = Math.min(headings[next] ?? text.length, from + 1500)
    const days = [...text.slice(from, to).matchAll(day)]
    const rows = days.map((found) => from + found.index)
    if (rows.length < 2 || rows[0] !== from) continue
    const last = (rows[rows.length - 1] ?? from) + (days[days.length - 1]?.[0].length ?? 0) + 1
    for (let at = from; at <= last; at += 1) breaks.delete(at)
    for (const at of [match.index, ...rows]) breaks.add(at)
  }
}

/** Offsets at which a line began, in a text without line breaks. */
export const restoredBreaks = (text: string): Set<number> => {
  const breaks = new Set<number>()
  for (const pattern of beginnings) for (const match of text.matchAll(pattern)) breaks.add(match.index)
  for (const pattern of [...endings, sentenceEnd])
    for (const match of text.matchAll(pattern)) breaks.add(match.index + match[0].length)
  const headings = findNumberedHeadings(text)
  for (const start of [...headings, ...numberedLists(text)]) breaks.add(start)
  const common = commonWords(text)
  const stems = new Set([...common].filter((word) => word.length > 6).map((word) => word.slice(0, 7)))
  for (const match of text.matchAll(subjectAfterSmall)) if (!linking.test(match[1] ?? '')) breaks.add(match.index)
  for (const match of text.matchAll(capitalAfterSmall)) {
    const [, previous = '', word = ''] = match
    const stem = word.length > 7 && stems.has(word.slice(0, 7).toLowerCase())
    if (!linking.test(previous) && (stem || starter.test(word) || common.has(word.toLowerCase())))
      breaks.add(match.index)
  }
  for (const heading of headings) {
    // the number itself is not cut from its title
    const number = /^[\d.]+ /.exec(text.slice(heading, heading + 14))?.[0].length ?? 0
    for (let at = heading + 1; at <= heading + number; at += 1) breaks.delete(at)
  }
  dateFirst(text, headings, breaks)
  breaks.delete(0)
  return breaks
}
