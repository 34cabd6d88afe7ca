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
  const rows = await tx.sql<RoleRow[]>`
    select name, locale, role, organisation, kind, organisation_nb, organisation_nn
    from access.role_in_force(${osloDate(tx.now)}) where account = ${account} order by valid_from, id`
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
