import { ProblemError } from '../../../platform/rules/problem.ts'
import { lockRecord, type Register, updateRecord } from '../../../platform/server/register/lock-record.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import { refuseWrite } from './lock-commitment.ts'
import { filled } from './record-delivery.ts'

/** A row of the reporting form, as the internal form of 2006 has it. */
export interface ActivityInput {
  readonly ownerUnit: string | null
  readonly activity: string
  readonly indicator: string
  readonly achievement: string
  readonly deviation: string
  readonly remark: string
  readonly measuresDone: string
  readonly measuresPlanned: string
}

const columns = (input: ActivityInput) => ({
  owner_unit: input.ownerUnit,
  activity: filled(input.activity, 'activity'),
  indicator: input.indicator.trim(),
  achievement: input.achievement.trim(),
  deviation: input.deviation.trim(),
  remark: input.remark.trim(),
  measures_done: input.measuresDone.trim(),
  measures_planned: input.measuresPlanned.trim(),
})

/** The unit must be one that the actor sees. */
const refuseUnknownUnit = async (tx: Tx, unit: string | null): Promise<void> => {
  if (unit === null) return
  const [row] = await tx.sql`select 1 from reference.organisation_name where id = ${unit} and kind = 'directorate-unit'`
  if (!row) throw new ProblemError('invalid-input', { field: 'ownerUnit', rule: 'directorate' })
}

/** Says why an activity is not to be written: it is another unit's under another's commitment, or not there. */
const refuseActivity = async (tx: Tx, id: string): Promise<never> => {
  const [row] = await tx.sql<{ commitment: string }[]>`select commitment from governance.activity where id = ${id}`
  if (row) return refuseWrite(tx, row.commitment)
  throw new ProblemError('not-found', { kind: 'activity' })
}

const activities: Register = {
  table: 'governance.activity',
  kind: 'activity',
  columns: ['commitment'],
  refuse: refuseActivity,
}

/** Takes an activity for writing, in the version that the writer saw. */
const lockActivity = (tx: Tx, id: string, version: number) =>
  lockRecord<{ readonly commitment: string }>(tx, activities, id, version)

/** Adds an activity at the foot of a commitment's rows; `changed-by-other` when one of the same id has been added. */
export const addActivity = async (tx: Tx, commitment: string, input: ActivityInput & { readonly id?: string }) => {
  await refuseUnknownUnit(tx, input.ownerUnit)
  const [found] = await tx.sql<{ last: number }[]>`
    select coalesce((select max(position) from governance.activity where commitment = c.id), 0) as last
    from governance.commitment c where c.id = ${commitment}
      and (governance.commitment_writable(c.id) or ${input.ownerUnit}::uuid = any (array(select access.within())))`
  if (!found) return refuseWrite(tx, commitment)
  const { id = crypto.randomUUID() } = input
  const row = { id, commitment, position: found.last + 1, ...columns(input) }
  const [added] = await tx.sql`
    insert into governance.activity ${tx.sql.values(row)} on conflict (id) do nothing returning id`
  if (!added) return lockActivity(tx, id, 0)
  tx.audit({ action: 'activity.add', kind: 'activity', id, detail: { commitment } })
  return { id, version: 1 }
}

/** Changes an activity. */
export const changeActivity = async (tx: Tx, id: string, input: ActivityInput & { readonly version: number }) => {
  await refuseUnknownUnit(tx, input.ownerUnit)
  await lockActivity(tx, id, input.version)
  const written = await updateRecord(tx, activities, id, columns(input))
  tx.audit({ action: 'activity.change', kind: 'activity', id })
  return written
}

/** Removes an activity; its history stays. */
export const removeActivity = async (tx: Tx, id: string, version: number) => {
  const { commitment } = await lockActivity(tx, id, version)
  await tx.sql`delete from governance.activity where id = ${id}`
  tx.audit({ action: 'activity.remove', kind: 'activity', id, detail: { commitment } })
  return { id }
}

/** Puts a commitment's activities in the given order, which must name them all. */
export const orderActivities = async (tx: Tx, commitment: string, ids: readonly string[]) => {
  const [writable] = await tx.sql`select 1 where governance.commitment_writable(${commitment})`
  if (!writable) return refuseWrite(tx, commitment)
  const rows = await tx.sql<{ id: string }[]>`
    select id from governance.activity where commitment = ${commitment} order by position, recorded_at for update`
  const same =
    rows.length === new Set(ids).size && ids.length === rows.length && rows.every(({ id }) => ids.includes(id))
  if (!same) throw new ProblemError('invalid-input', { field: 'ids', rule: 'complete' })
  const order = [...ids]
  await tx.sql`update governance.activity a set position = o.place
    from unnest(${order}::uuid[]) with ordinality o(id, place) where a.id = o.id and a.position <> o.place`
  tx.audit({ action: 'activity.order', kind: 'commitment', id: commitment })
  return tx.sql<{ id: string; version: number }[]>`
    select id, version from governance.activity where commitment = ${commitment} order by position`
}
