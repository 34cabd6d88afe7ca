import type { ProseLine } from './blocks.ts'
import { findDates } from './dates.ts'
import { dutyDates, sentencesOf } from './deadlines.ts'
import { frequenciesOf, frequencyNames, writtenFrequency } from './frequency.ts'
import { type Line, running, type Sheet } from './lines.ts'
import type { Assignment, Doubt, Frequency, OtherDuty, ReportingRequirement } from './types.ts'
import { words } from './words.ts'

/** Running text of one section. */
interface Section {
  readonly lines: Line[]
  readonly no: string | null
  readonly title: string
  readonly instruction: boolean
}

const sectionsOf = (prose: readonly ProseLine[]): Section[] => {
  const out: Section[] = []
  let previous: ProseLine | null = null
  for (const entry of prose) {
    const heading = entry.path[entry.path.length - 1]
    const last = out[out.length - 1]
    const same = previous !== null && previous.path === entry.path && entry.index - previous.index <= 1
    if (same && last && last.lines.length < 200) last.lines.push(entry.line)
    else
      out.push({
        lines: [entry.line],
        no: entry.path.findLast((above) => above.no !== null)?.no ?? null,
        title: heading?.title ?? '',
        instruction: entry.role === 'instruction' || entry.role === 'authorisations',
      })
    previous = entry
  }
  return out
}

const commands = words('‹(?:skal|bes|ber|må|bør)›', 'iu')
const reports = words(
  '‹(?:rapporter\\p{L}*|redegj\\p{L}*|gjere greie|gjøre rede|oppgi|opplyse|omtale|omtales|omtalast|oversikt|status|prognose|inneholde|innehalde|inneholder|synliggjøre|analyse|statistikk|rapport(?:en)?|vurdering|vurdere)›',
  'iu',
)
const delivers = words(
  '‹(?:lever\\p{L}*|oversend\\p{L}*|send\\p{L}*|rapporter\\p{L}*|utarbeid\\p{L}*|gi|gis|gje|gjevast|oppgi|redegj\\p{L}*|gjere greie|gjøre rede|vise|omtale\\p{L}*|inneholde|innehalde|innehold\\p{L}*)›',
  'iu',
)
const agreed = words(
  'hyppighet avtales [\\p{L} ]{3,40}|hyppigheit(?:a)? (?:blir avtalt|avtalast) [\\p{L} ]{3,40}',
  'iu',
)
const separately = words('(?:i|ved) (?:eget|eige) brev (?:fra|frå) departementet', 'iu')

const periodic = words('‹(?:månedlig|månadleg|kvartalsvis|tertialvis)\\p{L}*›', 'iu')

/** A report that is told what to say: “I hver virksomhetsrapport skal …”, “Delårsrapporten skal vise …”. */
const inReport = words(
  '(?:‹i (?:hver |kvar |alle |begge )?\\p{L}*(?:rapport(?:en|ene|ane|er|ar)?|rapporteringen|rapporteringa)› (?:for [\\d. \\p{L}]{4,24} )?‹(?:skal|bes|må)›|^\\p{L}*rapport(?:en|ene|ane)› (?:skal|må)›)',
  'iu',
)
/** A plain order to report. */
const plainly = words(
  '‹(?:skal|bes|bes om å|må)(?: også| òg| i tillegg| særskilt| særskilt| løpende| løpande| særlig)? (?:rapportere|redegjøre|redegjere|gjøre rede|gjere greie)› (?:om|for|på)›',
  'iu',
)
/** “hver fredag”, “kvar veke”. */
const everyTime = words(
  '‹(?:hver|kvar) (?:(?:annen|anna|tredje) )?(?:\\p{L}{3,6}dag|uke|veke|måned|månad|kvartal|tertial|halvår)›|‹(?:ukentlig|vekentleg|kvar veke)›',
  'iu',
)

/** What running text outside the assignments demands. */
export interface Demands {
  readonly requirements: ReportingRequirement[]
  readonly duties: OtherDuty[]
  readonly doubts: Doubt[]
}

const unread = words(
  '‹(?:innen|innan|senest|seinast)\\s(?:utgangen av |utgongen av |løpet av )?(?:sommer|vår|høst|haust|vinter|jul|påske|ferie|\\d{1,2}\\.?\\s?\\p{L}+|kort tid|rimelig tid|året|uke|veke|neste|snarest)',
  'iu',
)

const requirement = (
  text: string,
  frequencies: Frequency[],
  frequency: string | null,
  section: Section,
  due: ReportingRequirement['due'],
  source: ReportingRequirement['source'],
): ReportingRequirement => ({
  code: null,
  text,
  frequency,
  frequencies,
  due,
  goalNo: null,
  section: section.no,
  source,
  confidence: 0.6,
  doubts: [],
})

/**
 * Reads the demands of running text. When the letter gives its reporting requirements codes, those are its
 * requirements, with the plain orders to report beside them, and dated sentences elsewhere are other duties; otherwise
 * the sentences are the requirements.
 */
export const demandsOf = (
  sheet: Sheet,
  prose: readonly ProseLine[],
  used: ReadonlySet<number>,
  coded: boolean,
  isInstruction: boolean,
  year: number | null,
): Demands => {
  const requirements: ReportingRequirement[] = []
  const duties: OtherDuty[] = []
  const doubts: Doubt[] = []
  for (const section of sectionsOf(prose.filter((entry) => !used.has(entry.line.at)))) {
    const text = running(sheet, section.lines)
    const dated = dutyDates(text.text, year)
    let next = 0
    for (const sentence of sentencesOf(text.text)) {
      const end = sentence.start + sentence.text.length
      const source = text.place(sentence.start, end)
      const from = next
      while ((dated[next]?.start ?? end) < end) next += 1
      const own = dated.slice(from, next).filter((duty) => duty.start >= sentence.start && duty.end <= end)
      const isCommand = commands.test(sentence.text)
      if (section.instruction && !isInstruction) {
        if (own.length > 0 && isCommand)
          doubts.push({ kind: 'unread-duty', text: sentence.text.slice(0, 240), line: source.startLine, source })
        continue
      }
      if (own.length === 0 && isCommand && unread.test(sentence.text) && findDates(sentence.text, year).length === 0)
        doubts.push({ kind: 'unread-duty', text: sentence.text.slice(0, 240), line: source.startLine, source })
      const isReport = reports.test(sentence.text) && delivers.test(sentence.text)
      for (const duty of own) {
        if (!coded && isReport)
          requirements.push(requirement(sentence.text, ['once'], frequencyNames.once, section, duty.found.date, source))
        else
          duties.push({
            text: sentence.text,
            deadline: duty.found.date,
            deadlineText: duty.found.text,
            section: section.no,
            source,
            confidence: 0.8,
            doubts: [],
          })
      }
      if (own.length > 0) continue
      const said = undatedFrequency(sentence.text, section.title)
      const isDemand = said !== null && !coded && (isCommand || periodic.test(sentence.text)) && isReport
      // a demand that says itself that it is one needs no frequency, and stands beside those with codes
      const leadsToCodes = coded && sentence.text.endsWith(':')
      const isPlain = !leadsToCodes && ((inReport.test(sentence.text) && isReport) || plainly.test(sentence.text))
      if (isDemand || isPlain)
        requirements.push(
          requirement(sentence.text, said?.frequencies ?? [], said?.text ?? null, section, null, source),
        )
    }
  }
  return { requirements, duties, doubts }
}

const undatedFrequency = (sentence: string, title: string): { frequencies: Frequency[]; text: string } | null => {
  const arranged = agreed.exec(sentence)
  if (arranged) return { frequencies: ['other'], text: arranged[0] }
  const apart = separately.exec(sentence)
  if (apart) return { frequencies: ['other'], text: apart[0] }
  const frequencies = frequenciesOf(sentence)
  if (frequencies.length > 0) return { frequencies, text: writtenFrequency(frequencies) }
  const every = everyTime.exec(sentence)
  if (every) return { frequencies: ['other'], text: every[0] }
  const fromTitle = frequenciesOf(title).filter((frequency) => frequency !== 'monthly')
  return fromTitle.length > 0 && words('‹rapporter\\p{L}*›|‹redegj', 'iu').test(sentence)
    ? { frequencies: fromTitle, text: writtenFrequency(fromTitle) }
    : null
}

/** Regular reporting that an assignment's own text asks for, when the letter has no coded requirements. */
export const periodicDemands = (assignments: readonly Assignment[]): ReportingRequirement[] =>
  assignments.flatMap((assignment) =>
    sentencesOf(assignment.description ?? '').flatMap((sentence) => {
      const frequencies = frequenciesOf(sentence.text).filter(
        (frequency) => frequency === 'monthly' || frequency === 'quarterly',
      )
      const asks = words(
        '‹(?:utarbeid\\p{L}*|lever\\p{L}*|send\\p{L}*|publiser\\p{L}*)› (?:\\p{L}+ ){0,2}(?:månedlig|månadleg|kvartalsvis)',
        'iu',
      ).test(sentence.text)
      if (frequencies.length === 0 || !asks) return []
      const one = words(
        '‹(?:utarbeid\\p{L}*|lever\\p{L}*|send\\p{L}*|publiser\\p{L}*)› (?:\\p{L}+ ){0,2}kvartalsvis',
        'iu',
      ).test(sentence.text)
        ? (['quarterly'] as Frequency[])
        : frequencies.slice(0, 1)
      return [
        {
          code: null,
          text: sentence.text,
          frequency: writtenFrequency(one),
          frequencies: one,
          due: null,
          goalNo: assignment.goalNo,
          section: assignment.code ?? assignment.section,
          source: assignment.source,
          confidence: 0.5,
          doubts: [],
        },
      ]
    }),
  )
