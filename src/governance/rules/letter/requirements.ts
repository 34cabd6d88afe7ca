import type { Block } from './blocks.ts'
import { blockPlace, fieldsOf, partOf, textOf } from './fields.ts'
import { frequenciesOf, isFrequency, isHalfFrequency, trailingFrequency, writtenFrequency } from './frequency.ts'
import { joined, type Line, type Sheet } from './lines.ts'
import { sectionOf } from './parameters.ts'
import type { Frequency, ReportingRequirement } from './types.ts'

const further = /^og\s(\d{1,3}(?:\.\d{1,2})?)\b/

/** Reads a row or block as a reporting requirement: its text, and how often it is due. */
const requirementOfBlock = (sheet: Sheet, block: Block): ReportingRequirement => {
  const fields = block.columns && block.columns.length > 0 ? fieldsOf(sheet, block) : null
  const [first, ...others] = block.lines
  const head = first ? partOf(first, first.text.length - block.first.length) : null
  const rest = [...others]
  let code = block.start?.code ?? null
  // “R 10” with “og 11” on the next line is one row for two requirements
  const more = head?.text === '' && rest[0] ? further.exec(rest[0].text) : null
  if (more && rest[0] && code !== null) {
    code = `${code} og ${more[1] ?? ''}`
    rest[0] = partOf(rest[0], more[0].length)
  }
  let lines = [...(head ? [head] : []), ...rest].filter((line) => line.text !== '')
  let frequency = fields ? textOf(fields, 'reporting') : null
  if (fields && fields.title.length > 0) lines = [...fields.title, ...fields.lead]
  const labelled = fields ?? fieldsOf(sheet, block)
  if (frequency === null && labelled.parts.some((part) => part.field === 'reporting')) {
    frequency = textOf(labelled, 'reporting')
    lines = [...labelled.title, ...labelled.lead]
  }
  if (frequency === null) {
    const split = withoutFrequencyLines(lines)
    frequency = split.frequency
    lines = split.lines
  }
  let text = joined(lines)
  if (frequency === null) {
    const tail = trailingFrequency(text)
    if (tail && tail.start > 8) {
      frequency = tail.text
      text = text.slice(0, tail.start).replace(/(?<![\s|(])[\s|(]+$/, '')
    }
  }
  return {
    code,
    text: text.replace(/^[•–-]\s+/, ''),
    frequency,
    frequencies: frequency === null ? [] : frequenciesOf(frequency),
    due: null,
    goalNo: block.goalNo,
    section: sectionOf(block),
    source: blockPlace(sheet, block),
    confidence: code === null ? 0.6 : frequency === null ? 0.75 : 0.95,
    doubts: [],
  }
}

/** Lines that say only how often stand in a column of their own, wherever the reading order put them. */
const withoutFrequencyLines = (lines: readonly Line[]): { frequency: string | null; lines: Line[] } => {
  const kept: Line[] = []
  let frequency: string | null = null
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i]
    if (!line) continue
    const next = lines[i + 1]
    const cells = line.text.split('|').map((cell) => cell.trim())
    const last = cells[cells.length - 1] ?? ''
    if (frequency === null && isHalfFrequency(line.text) && next && isFrequency(next.text)) {
      frequency = `${line.text} ${next.text}`
      i += 1
    } else if (frequency === null && i > 0 && isFrequency(line.text)) {
      // the first half may end the line before: “… eller ingen. Halvårsrapport og” | “årsrapport”
      const before = kept[kept.length - 1]
      const whole = before ? trailingFrequency(`${before.text} ${line.text}`) : null
      const begun = before !== undefined && whole !== null && whole.start > 0 && whole.start < before.text.length
      if (begun) kept[kept.length - 1] = partOf(before, 0, whole.start)
      frequency = begun ? whole.text : line.text
    } else if (frequency === null && cells.length > 1 && isFrequency(last)) {
      frequency = last
      kept.push(partOf(line, 0, line.text.lastIndexOf('|')))
    } else kept.push(line)
  }
  return { frequency, lines: kept }
}

/**
 * Reads the letter's requirements. Those in a list take the frequency of the line that leads up to it (“i hver
 * tertialrapport omtale:”) where they state none themselves.
 */
export const requirementsOf = (sheet: Sheet, blocks: readonly Block[]): ReportingRequirement[] => {
  const indexOf = new Map(sheet.lines.map((line, i) => [line.at, i]))
  let said: { readonly after: number; readonly frequencies: Frequency[] } | null = null
  return blocks.map((block) => {
    const read = requirementOfBlock(sheet, block)
    const at = indexOf.get(block.lines[0]?.at ?? -1) ?? -1
    const lead = sheet.lines[at - 1]?.text ?? ''
    const frequencies: Frequency[] =
      said !== null && said.after === at ? said.frequencies : /:$/.test(lead) ? frequenciesOf(lead) : []
    said = { after: at + block.lines.length, frequencies }
    return read.frequency === null && frequencies.length > 0
      ? { ...read, frequency: writtenFrequency(frequencies), frequencies }
      : read
  })
}
