import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../../platform/server/project-root.ts'

/** A role with the kind of organisation that it is held in, as `/api/session` says it; null: no role. */
export interface HeldRole {
  readonly role: string
  readonly kind: string
}

/** Who may use a route, read from the matrix that people review, not from the code that makes it so. */
export interface Matrix {
  /** True when the route is for anybody, logged in or not. `key` as the API description writes it. */
  readonly isOpen: (key: string) => boolean
  /** True when a person with the role, or one logged in without any, may. */
  readonly mayUse: (key: string, held: HeldRole | null) => boolean
}

const rows = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('|--'))
    .map((line) => line.split('|').map((cell) => cell.trim()))

/** `administrator (municipality, ministry); leader (ministry)` as `administrator municipality` and so on. */
const holders = (cell: string): Set<string> =>
  new Set(
    cell.split('; ').flatMap((one) => {
      const [, role = '', kinds = ''] = /^([\w-]+) \((.*)\)$/.exec(one) ?? []
      return kinds.split(', ').map((kind) => `${role} ${kind}`)
    }),
  )

/** Reads docs/access-matrix.md. */
export const readMatrix = (): Matrix => {
  const [who = '', routes = ''] = readFileSync(join(projectRoot, 'docs/access-matrix.md'), 'utf8').split(
    '## What each route demands',
  )
  const byPermission = new Map(rows(who).map(([, permission = '', , , roles = '']) => [permission, holders(roles)]))
  const access = new Map(
    rows(routes).map(([, method, path = '', may = '']) => [`${method} ${path.replace(/:(\w+)/g, '{$1}')}`, may]),
  )
  const accessOf = (key: string): string => {
    const may = access.get(key)
    if (may === undefined) throw new Error(`the access matrix lacks ${key}`)
    return may
  }
  return {
    isOpen: (key) => accessOf(key).startsWith('anybody:'),
    mayUse: (key, held) => {
      const may = accessOf(key)
      if (may.startsWith('anybody:') || may.startsWith('everybody logged in:')) return true
      return held !== null && (byPermission.get(may)?.has(`${held.role} ${held.kind}`) ?? false)
    },
  }
}
