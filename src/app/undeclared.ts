import type { Permissions } from '../platform/rules/permission.ts'
import { joinProblems } from '../platform/rules/problem.ts'
import type { DeclaredRoute } from '../platform/server/app.ts'
import type { Module } from '../platform/server/module.ts'

/**
 * Throws when a route, a search or a history names a permission that no module declares (nobody could ever hold it), or a
 * route a problem that none does.
 */
export const refuseUndeclared = (
  { declared }: Permissions,
  routes: readonly DeclaredRoute[],
  modules: readonly Module[],
): void => {
  const named = [
    ...routes.flatMap(({ access }) => ('permission' in access ? [access.permission] : [])),
    ...modules
      .flatMap(({ searches = [], histories = {} }) => [...searches, ...Object.values(histories)])
      .map((source) => source.permission),
  ]
  const unknown = [...new Set(named)].filter((permission) => !Object.hasOwn(declared, permission))
  if (unknown.length > 0) throw new Error(`Permissions that no module declares: ${unknown.join(', ')}`)
  const problems = joinProblems(modules)
  const odd = routes.flatMap((route) => route.problems).filter((code) => !Object.hasOwn(problems, code))
  if (odd.length > 0) throw new Error(`Problems that no module declares: ${odd.join(', ')}`)
}
