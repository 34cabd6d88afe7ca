import type { Permissions } from '../../platform/rules/permission.ts'
import { osloDate } from '../../platform/rules/plain-date.ts'
import type { Actor, Tx } from '../../platform/server/transaction.ts'

interface RoleRow {
  readonly name: string
  readonly locale: 'nb' | 'nn' | 'en'
  readonly role: string
  readonly organisation: string
  readonly kind: string
  readonly organisation_nb: string
  readonly organisation_nn: string
}

/**
 * A person without a session, once for each role that is in force today: for what is done on the person's behalf, such
 * as a calendar program's reading. Asked by the system; whatever is then read is read as one of these.
 */
export const actorsOf = async (tx: Tx, account: string, permissions: Permissions): Promise<Actor[]> => {
  const today = osloDate(tx.now)
  const rows = await tx.sql<RoleRow[]>`
    select a.name, a.locale, m.role, o.id as organisation, o.kind, o.name_nb as organisation_nb,
      o.name_nn as organisation_nn
    from access.account a join access.membership m on m.account = a.id
    join reference.organisation o on o.id = m.organisation
    where a.id = ${account} and m.ended_at is null
      and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to >= ${today})
      and o.valid_from <= ${today} and (o.valid_to is null or o.valid_to >= ${today})
    order by m.valid_from, m.id`
  return rows.map((row) => ({
    personId: account,
    name: row.name,
    organisationId: row.organisation,
    organisationName: row.locale === 'nn' ? row.organisation_nn : row.organisation_nb,
    role: row.role,
    permissions: new Set(permissions.of(row.role, row.kind)),
    locale: row.locale,
    sessionId: null,
    requestId: tx.actor.requestId,
  }))
}
