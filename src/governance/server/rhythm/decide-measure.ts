import { catalogue } from '../../../figures/server/index.ts'
import { ProblemError } from '../../../platform/rules/problem.ts'
import { lockRecord, type Register } from '../../../platform/server/register/lock-record.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import type { MeasureDecision } from '../../rules/measurability/shapes.ts'
import { governanceProblem } from '../../rules/problems.ts'

const required = (text: string | undefined, field: string): string => {
  const trimmed = text?.trim() ?? ''
  if (trimmed === '') throw new ProblemError('invalid-input', { field, rule: 'required' })
  return trimmed
}

/** The figure, when the catalogue has it: a parameter is never linked to a number that nobody has defined. */
const knownFigure = (text: string | undefined): string => {
  const code = required(text, 'figure')
  if (!catalogue.some((figure) => figure.code === code)) throw new ProblemError('not-found', { kind: 'figure' })
  return code
}

const measures: Register = { table: 'governance.measure', kind: 'measure', columns: [] }

/**
 * Records what a person decides about a parameter, confirming the proposal or not. Throws `changed-by-other` when
 * someone has decided in the meantime, and `reason-required` when what cannot be measured has no sentence to the
 * ministry. Returns the new version.
 */
export const decideMeasure = async (tx: Tx, commitment: string, decision: MeasureDecision): Promise<number> => {
  const [measure] = await tx.sql<{ id: string }[]>`select id from governance.measure where commitment = ${commitment}`
  if (measure === undefined) throw new ProblemError('not-found', { kind: 'measure' })
  await lockRecord(tx, measures, measure.id, decision.version)
  const { way } = decision
  const sentence = way === 'not-measurable' ? decision.sentence.trim() : ''
  if (way === 'not-measurable' && sentence === '')
    throw new ProblemError(governanceProblem('reason-required', { field: 'sentence' }))
  const figure = way === 'figure' ? knownFigure(decision.figure) : null
  const source = way === 'outside' ? required(decision.outsideSource, 'outsideSource') : null
  const [after] = await tx.sql<{ version: number }[]>`
    update governance.measure set way = ${way}, figure = ${figure}, outside_source = ${source},
      reason = ${decision.reason.trim()}, sentence_to_ministry = ${sentence}, confirmed = true,
      reason_code = case when way = ${way} then reason_code end, register = case when way = ${way} then register end
    where commitment = ${commitment} returning version`
  tx.audit({ action: 'measure.decide', kind: 'commitment', id: commitment, detail: { way } })
  return after?.version ?? decision.version
}
