import type { FindingKind } from '../../../rules/finding-kind.ts'
import type { FieldName } from '../field-names.ts'
import { comparisonNames, groupNames } from './choices.ts'

/** How a field of a content is written. */
export type FieldShape =
  | 'line'
  | 'optional'
  | 'prose'
  | 'date'
  | 'whole'
  | 'wholeRequired'
  | 'decimal'
  | 'lines'
  | 'dates'
  | { readonly choose: readonly string[] }
  | { readonly rows: readonly ContentField[] }

/** A field of a content. */
export interface ContentField {
  readonly name: FieldName
  readonly shape: FieldShape
}

const field = (name: FieldName, shape: FieldShape): ContentField => ({ name, shape })

const milestone = [
  field('label', 'optional'),
  field('title', 'line'),
  field('deadline', 'date'),
  field('deadlineText', 'optional'),
]

const requirement = [
  field('text', 'line'),
  field('comparison', { choose: comparisonNames }),
  field('number', 'decimal'),
  field('unit', 'optional'),
  field('subRequirement', 'optional'),
]

/** The fields of each kind's form, those that matter most first. */
export const contentFields: Readonly<Record<FindingKind, readonly ContentField[]>> = {
  goal: [field('no', 'optional'), field('title', 'line'), field('parentNo', 'optional')],
  'steering-parameter': [
    field('code', 'optional'),
    field('title', 'line'),
    field('goalNo', 'optional'),
    field('requirements', { rows: requirement }),
    field('purpose', 'prose'),
    field('baseline', 'prose'),
    field('reporting', 'optional'),
  ],
  'reporting-requirement': [
    field('code', 'optional'),
    field('text', 'prose'),
    field('frequency', 'optional'),
    field('due', 'date'),
    field('goalNo', 'optional'),
  ],
  assignment: [
    field('code', 'optional'),
    field('title', 'line'),
    field('goalNo', 'optional'),
    field('group', { choose: groupNames }),
    field('deadlines', 'dates'),
    field('deadlineText', 'optional'),
    field('milestones', { rows: milestone }),
    field('mainResponsible', 'optional'),
    field('partners', 'lines'),
    field('earlierCodes', 'lines'),
    field('financing', 'prose'),
    field('recurrence', 'optional'),
    field('reporting', 'optional'),
    field('background', 'prose'),
    field('purpose', 'prose'),
    field('description', 'prose'),
    field('comment', 'prose'),
  ],
  duty: [field('text', 'prose'), field('deadline', 'date'), field('deadlineText', 'optional')],
  report: [field('report', 'line'), field('countDate', 'date'), field('due', 'date'), field('dueText', 'optional')],
  meeting: [field('type', 'line'), field('period', 'optional'), field('date', 'date')],
  appropriation: [
    field('chapter', 'line'),
    field('chapterName', 'optional'),
    field('item', 'line'),
    field('name', 'line'),
    field('amountNOK', 'whole'),
    field('keywords', 'lines'),
  ],
  'chapter-sum': [field('chapter', 'line'), field('sumNOK', 'whole')],
  earmark: [
    field('chapter', 'optional'),
    field('item', 'optional'),
    field('amountNOK', 'wholeRequired'),
    field('text', 'line'),
  ],
  recipient: [
    field('chapter', 'optional'),
    field('item', 'optional'),
    field('name', 'line'),
    field('amountNOK', 'wholeRequired'),
  ],
}
