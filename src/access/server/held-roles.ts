import type { Connection } from '../../platform/server/database/connect.ts'
import type { OrganisationKind } from '../../reference/rules/organisation.ts'
import type { DecisionActor } from '../rules/decide.ts'

/**
 * The roles that a person holds in one organisation today, for the rule that decides about one more. Until the
 * transaction ends, others who give roles to the same person wait. What has run out is closed on the way.
 */
export const holdRoles = async (
  sql: Connection,
  where: { readonly accountId: string; readonly organisationId: string },
  today: string,
): Promise<string[]> => {
  // Sent together: each statement sees what was committed before it, so the last one sees what the first waited for.
  const [, , held] = await Promise.all([
    sql`select access.hold_account(${where.accountId})`,
    sql`update access.membership set ended_at = (valid_to + 1)::timestamp at time zone 'Europe/Oslo'
      where account = ${where.accountId} and organisation = ${where.organisationId}
        and ended_at is null and valid_to < ${today}`,
    sql<{ role: string }[]>`select role from access.membership
      where account = ${where.accountId} and organisation = ${where.organisationId} and ended_at is null`,
  ])
  return held.map((row) => row.role)
}

/**
 * One who may give the roles of this one organisation, for the rule: whoever gave a role that is moved; null for the
 * operator, who is nobody in the application.
 */
export const grantorIn = (
  organisation: { readonly id: string; readonly kind: OrganisationKind },
  personId: string | null,
): DecisionActor => {
  const reached = new Set([organisation.id])
  return { personId: personId ?? '', permissions: new Set(['access.administer']), within: reached, entity: reached }
}
