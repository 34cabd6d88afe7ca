import { osloDate, type PlainDate } from '../../../platform/rules/plain-date.ts'
import { type EachResult, eachOf } from '../../../platform/server/register/each-of.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import { checkOwner, type UnitCandidate } from '../../rules/follow-up/owner.ts'
import { type LockedCommitment, lockCommitment, nameOf, orThrow, storeChange } from './lock-commitment.ts'

/** The owner that is asked for; null both ways: nobody owns it. */
export interface Owner {
  readonly unit: string | null
  readonly person: string | null
}

interface CandidateRow {
  readonly kind: string
  readonly valid_from: PlainDate
  readonly valid_to: PlainDate | null
}

const candidate = (row: CandidateRow): UnitCandidate => ({
  kind: row.kind,
  validFrom: row.valid_from,
  validTo: row.valid_to,
})

/** The unit as a candidate; null when the actor sees no such organisation. */
const unitCandidate = async (tx: Tx, unit: string): Promise<UnitCandidate | null> => {
  const [row] = await tx.sql<CandidateRow[]>`
    select kind, valid_from, valid_to from reference.organisation_name where id = ${unit}`
  return row ? candidate(row) : null
}

/** The person's roles today, among those that the actor sees. */
const membershipCandidates = async (tx: Tx, person: string): Promise<UnitCandidate[]> => {
  const rows = await tx.sql<CandidateRow[]>`
    select kind, valid_from, valid_to from access.role_in_force(${osloDate(tx.now)}) where account = ${person}`
  return rows.map(candidate)
}

/** Throws `invalid-input` naming `unit` or `person` when it cannot own. */
const refuseImpossibleOwner = async (tx: Tx, owner: Owner): Promise<void> => {
  const [unit, memberships] = await Promise.all([
    owner.unit === null ? undefined : unitCandidate(tx, owner.unit),
    owner.person === null ? undefined : membershipCandidates(tx, owner.person),
  ])
  orThrow(checkOwner(unit, memberships, osloDate(tx.now)))
}

/** Those who learn that they have become owner: the person, or the leaders of the unit when no person is named. */
const recipients = async (tx: Tx, owner: Owner): Promise<string[]> => {
  if (owner.person !== null) return owner.person === tx.actor.personId ? [] : [owner.person]
  if (owner.unit === null) return []
  const today = osloDate(tx.now)
  const rows = await tx.sql<{ account: string }[]>`
    select distinct account from access.role_in_force(${today}) where organisation = ${owner.unit} and role = 'leader'`
  return rows.map((row) => row.account).filter((account) => account !== tx.actor.personId)
}

const assign = async (tx: Tx, commitment: LockedCommitment, owner: Owner): Promise<{ version: number }> => {
  const written = await storeChange(tx, commitment.id, { owner_unit: owner.unit, owner_person: owner.person })
  tx.audit({
    action: 'commitment.assign',
    kind: 'commitment',
    id: commitment.id,
    detail: { unit: owner.unit, person: owner.person },
  })
  return written
}

/** True when the same one owned it before: then nobody is notified. */
const sameOwner = (commitment: LockedCommitment, owner: Owner): boolean =>
  commitment.owner_unit === owner.unit && commitment.owner_person === owner.person

/** Gives a commitment an owner, and notifies the owner. Throws what {@link lockCommitment} and the owner's rule throw. */
export const assignOwner = async (tx: Tx, id: string, input: Owner & { readonly version: number }) => {
  await refuseImpossibleOwner(tx, input)
  const commitment = await lockCommitment(tx, id, input.version, 'assign')
  const written = await assign(tx, commitment, input)
  if (!sameOwner(commitment, input)) {
    for (const to of await recipients(tx, input)) {
      tx.notify({
        to,
        code: 'commitment-assigned',
        params: { what: nameOf(commitment), by: tx.actor.name },
        link: `/register/${id}`,
      })
    }
  }
  return written
}

/**
 * Gives several commitments the same owner and answers for each: what one of them refuses (changed by another, taken
 * out by a letter) does not stop the rest. The owner gets one message for them all.
 */
export const assignOwners = async (
  tx: Tx,
  input: Owner & { readonly items: readonly { readonly id: string; readonly version: number }[] },
): Promise<{ results: EachResult[] }> => {
  await refuseImpossibleOwner(tx, input)
  let notified = 0
  const results = await eachOf(input.items, async (item) => {
    const commitment = await lockCommitment(tx, item.id, item.version, 'assign')
    const written = await assign(tx, commitment, input)
    if (!sameOwner(commitment, input)) notified += 1
    return written
  })
  const assigned = results.filter((result) => result.problem === null).length
  tx.audit({
    action: 'commitment.assign-several',
    kind: 'commitment',
    id: input.items[0]?.id ?? '',
    detail: { asked: input.items.length, assigned },
  })
  if (notified > 0) {
    const owner = input.person === null ? `unit=${input.unit ?? ''}` : 'owner=mine'
    for (const to of await recipients(tx, input)) {
      tx.notify({
        to,
        code: 'commitments-assigned',
        params: { count: notified, by: tx.actor.name },
        link: `/register?${owner}`,
      })
    }
  }
  return { results }
}
