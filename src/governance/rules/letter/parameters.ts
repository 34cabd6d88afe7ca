import type { Block } from './blocks.ts'
import { sentencesOf } from './deadlines.ts'
import { blockPlace, columnGoal, fieldsOf, textOf } from './fields.ts'
import { joined, type Sheet } from './lines.ts'
import { requirementOf, targetsOf } from './targets.ts'
import type { SteeringParameter } from './types.ts'
import { words } from './words.ts'

const inlineTarget = words(
  '(?:\\s?[(–-]\\s?|\\.\\s)(?:resultatkrav(?:et)?|måltall?|krav|ambisjon(?:snivå)?|mål)(?: (?:for |i )?20\\d\\d)?(?:\\s?:|\\ser(?: satt til| sett til)?)\\s([^()]{2,160}?)\\)?\\.?$',
  'iu',
)

/** Reads a block as a steering parameter. */
export const parameterOf = (sheet: Sheet, block: Block): SteeringParameter => {
  const fields = fieldsOf(sheet, block)
  const written = joined(fields.title).replace(/\s*\|.*$/, '')
  const inline = inlineTarget.exec(written)
  const title = named(inline ? written.slice(0, inline.index).trim() : written)
  const stated = fields.parts.filter((part) => part.field === 'target').flatMap((part) => targetsOf(part.lines))
  const lead = inline ? [] : leadTarget(joined(fields.lead))
  const targets = [...(inline?.[1] ? [inline[1].trim()] : []), ...stated, ...(stated.length === 0 ? lead : [])]
  return {
    code: block.start?.code ?? null,
    title,
    goalNo: columnGoal(block) ?? block.goalNo,
    section: sectionOf(block),
    purpose: textOf(fields, 'purpose'),
    baseline: textOf(fields, 'baseline'),
    targets,
    requirements: targets.map(requirementOf),
    reporting: textOf(fields, 'reporting'),
    source: blockPlace(sheet, block),
    confidence: block.start === null ? 0.6 : title === '' ? 0.4 : fields.parts.length > 0 ? 0.98 : 0.9,
    doubts: [],
  }
}

const ordered = words('‹(?:skal|bes|ber|må)›', 'iu')

/** The title alone, without a sentence after it that says what to do. */
const named = (text: string): string => {
  const [first, second] = sentencesOf(text)
  return first && second && ordered.test(second.text) && !ordered.test(first.text)
    ? first.text.replace(/\.$/, '')
    : text
}

const sentenceTarget = words(
  '‹(?:resultatkravet|måltallet|måltalet|ambisjonsnivået)(?: for 20\\d\\d)? er(?: satt til| sett til)? ([^.]{2,160})\\.',
  'iu',
)

const leadTarget = (text: string): string[] => {
  const match = sentenceTarget.exec(text)
  return match?.[1] ? [match[1].trim()] : []
}

/** The number of the section that a block stands in. */
export const sectionOf = (block: Block): string | null =>
  block.path.findLast((heading) => heading.no !== null)?.no ?? null
