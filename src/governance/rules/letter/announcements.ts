import type { Category } from './codes.ts'
import { flatColumns } from './flat-row.ts'
import type { AssignmentGroup } from './types.ts'
import { words } from './words.ts'

/** What a list's heading says about the entries below it. */
export interface Announcement {
  readonly category: Category
  readonly group: AssignmentGroup | null
  readonly goalNo: string | null
  /** A row of column names: the entries below are rows of a table. */
  readonly columns: readonly string[] | null
}

const assignmentHeading = words(
  '^(?:nye |reviderte? |øvrige |andre |ingen nye |særskilte |særskilde |pågående |pågåande |tidligere gitte |fou-|nye fou-|tilleggs)?oppdrag(?:ene|a)?(?:›|:|$)',
  'iu',
)
const bindings = words('^(?:bindinger|bindingar|bundne midler|bundne midlar)›.{0,30}(?:post|FoU|kap)', 'iu')
const parameterHeading = words(
  '^styringsparamet(?:er|re|rer|ere|rar|eren|rane|rene|erene)(?:›|:|$)|^styringsindikator|^styringsparametrar›|^resultatindikator',
  'iu',
)
const requirementHeading = words(
  '^(?:særskilte? |særskilde? )?rapporteringskrav(?:›|:|$)|^krav til rapportering(?:›|:|$)',
  'iu',
)
const introduces = words(
  '‹(?:følgende|følgjande|desse|disse|nedenfor|nedanfor)›.{0,80}‹(styringsparamet\\p{L}*|rapporteringskrav(?:ene|a)?|oppdrag(?:ene|a)?)›',
  'iu',
)

const earlier = words(
  'tidligere|tidlegare|gitt i 20\\d\\d eller|frå tidlegare|fra tidligere|gitt før|gjeve før|videreført|vidareført|pågående|pågåande',
  'iu',
)
const revised = words(
  'revider|endre(?:de|te|t)? (?:oppdrag|frist)|endra (?:oppdrag|frist)|(?:ny|nye|endra|endret|endrede) frist(?:er|ar)?|justert',
  'iu',
)
const cancelled = words(
  'utgå|bortfall|fell bort|fall(?:er)? bort|trekk|trukket|trekt|kanseller|avslutta|avsluttede|avlys',
  'iu',
)
const stillRunning = words(
  '(?:fra|frå) (?:tidligere år|tidlegare år|20\\d\\d).{0,30}(?:ikke er avslutt|ikkje er avslutt|(?:fortsatt|fremdeles|framleis) (?:gjelder|gjeld|løper|pågår))',
  'iu',
)
const research = words('‹fou›|forskings?- og utvikling|forsknings- og utvikling', 'iu')
const goalReference = words(
  '‹(?:hoved|hovud|del)?mål(?:et)?\\s(?:nr\\.?\\s?)?(\\d{1,2}(?:\\.\\d{1,2})*|[IVX]{1,4}|[A-F])›',
  'iu',
)

/** The goal that a line mentions (“for å nå mål nr. 3”), or null. */
export const mentionedGoal = (text: string): string | null => goalReference.exec(text)?.[1] ?? null

/** How a heading groups the assignments below it; null when it does not say. */
export const groupOf = (text: string): AssignmentGroup | null => {
  const isResearch = research.test(text)
  if (stillRunning.test(text)) return isResearch ? 'fou-binding' : 'earlier'
  if (bindings.test(text)) return 'fou-binding'
  if (cancelled.test(text)) return 'cancelled'
  if (revised.test(text)) return 'revised'
  if (earlier.test(text)) return isResearch ? 'fou-binding' : 'earlier'
  if (isResearch) return 'fou'
  return words('‹nye?›', 'iu').test(text) ? 'new' : null
}

const runningDeadlines = words('^(?:frister|fristar) (?:fra|frå|gitt|som).{0,60}:$', 'iu')

/** “Oppdrag: X skal …” is the assignment's own text. */
const ordered = words('^oppdrag(?:et)?:\\s(?:.*‹(?:skal|bes|må)›|\\p{Lu})', 'iu')

const columnWords = words(
  '^(?:oppdrags?n(?:r|ummer)\\.?|nr\\.?|nummer|kode|id|sp|oppdrag(?:stittel)?|tittel|styringsparamet(?:er|re|rar)|indikator|resultatkrav|krav|måltall|måltal|mål|ambisjon\\S*|baseline|utgangspunkt|rapporteringskrav|leveransefrist|leveringsfrist|frist|fleksibilitet|kommentar|merknad|frekvens|rapportering|ansvarlig|ansvarleg|hovedansvarlig|hovudansvarleg|status|resultat|20\\d\\d|formål|føremål|beskrivelse|skildring|omtale|(?:hoved|hovud|del)mål)(?: (?:for |i )?20\\d\\d)?$',
  'iu',
)

const besideNumber = words('^((?:oppdrags)?nr\\.?|nummer|kode|id)\\s(?=\\p{Lu})', 'iu')

/** “Nr. Oppdrag”: two narrow columns that stood too near for the border to be seen. */
const numberAndName = (cell: string): string[] => {
  const first = besideNumber.exec(cell)
  return first ? [(first[1] ?? '').trim(), cell.slice(first[0].length)] : [cell]
}

/** The column names of a table's first row, when the line is one. */
export const columnsOf = (text: string): readonly string[] | null => {
  if (text.length > 140) return null
  const flat = text.includes('|') ? null : flatColumns(text)
  if (flat) return flat
  const cells = text.includes('|')
    ? text.split('|').flatMap((cell, i) => (i === 0 ? numberAndName(cell.trim()) : [cell.trim()]))
    : text.split(' ')
  if (cells.length < 2) return null
  const named = cells.filter((cell) => columnWords.test(cell)).length
  const enough = text.includes('|') ? named >= 2 && named * 2 >= cells.length : named === cells.length
  return enough ? cells : null
}

const categoryOfColumns = (cells: readonly string[]): Category | null => {
  const all = cells.join(' ')
  if (words('rapporteringskrav', 'iu').test(all)) return 'requirement'
  if (words('styringsparam|indikator', 'iu').test(all)) return 'parameter'
  if (words('oppdrag|frist', 'iu').test(all)) return 'assignment'
  return null
}

/**
 * Reads a line as the heading of a list of parameters, requirements or assignments. Inside an item, a sentence
 * that leads up to a list is the item's own.
 */
export const announcementOf = (text: string, inItem = false): Announcement | null => {
  if (text.length > 240) return null
  const columns = columnsOf(text)
  if (columns) {
    const category = categoryOfColumns(columns)
    return (
      category && {
        category,
        group: null,
        goalNo: null,
        columns: text.includes('|') || flatColumns(text) ? columns : [],
      }
    )
  }
  const said = (category: Category): Announcement => ({
    category,
    group: category === 'assignment' ? groupOf(text) : null,
    goalNo: mentionedGoal(text),
    columns: null,
  })
  if (!/^\p{Lu}/u.test(text) || ordered.test(text)) return null
  const isSentence = /[.;,]$/.test(text) && text.length > 60
  if (!isSentence && bindings.test(text)) return said('assignment')
  if (!isSentence && assignmentHeading.test(text)) return said('assignment')
  if (!isSentence && runningDeadlines.test(text)) return said('assignment')
  if (!isSentence && parameterHeading.test(text) && text.length < 120) return said('parameter')
  if (!isSentence && requirementHeading.test(text) && text.length < 120) return said('requirement')
  const lead = !inItem && /:$/.test(text) ? introduces.exec(text) : null
  if (lead) {
    const word = (lead[1] ?? '').toLowerCase()
    return said(word.startsWith('o') ? 'assignment' : word.startsWith('r') ? 'requirement' : 'parameter')
  }
  return null
}
