import type { PlainDate } from '../../../platform/rules/plain-date.ts'
import { problem } from '../../../platform/rules/problem.ts'
import { fail, ok, type Result } from '../../../platform/rules/result.ts'

/** An organisation as a candidate for owning; dates both included, null is open. */
export interface UnitCandidate {
  readonly kind: string
  readonly validFrom: PlainDate
  readonly validTo: PlainDate | null
}

const inForce = (candidate: UnitCandidate, today: PlainDate): boolean =>
  candidate.validFrom <= today && (candidate.validTo === null || today <= candidate.validTo)

/** A unit may own what the ministry has asked the directorate for when it is a unit of the directorate today. */
export const mayOwnAsUnit = (unit: UnitCandidate | null, today: PlainDate): boolean =>
  unit !== null && unit.kind === 'directorate-unit' && inForce(unit, today)

/** A person may own when she has a role in a unit of the directorate today. */
export const mayOwnAsPerson = (roles: readonly UnitCandidate[], today: PlainDate): boolean =>
  roles.some((role) => mayOwnAsUnit(role, today))

/** The owner that was asked for: a unit, a person, both, or neither (nobody owns). Undefined candidates were not asked for. */
export const checkOwner = (
  unit: UnitCandidate | null | undefined,
  roles: readonly UnitCandidate[] | undefined,
  today: PlainDate,
): Result<true> => {
  if (unit !== undefined && !mayOwnAsUnit(unit, today)) {
    return fail(problem('invalid-input', { field: 'unit', rule: 'directorate' }))
  }
  if (roles !== undefined && !mayOwnAsPerson(roles, today)) {
    return fail(problem('invalid-input', { field: 'person', rule: 'directorate' }))
  }
  return ok(true)
}
