import { joinDeclared } from './join-declared.ts'
import type { Locale } from './locale.ts'

/** What is known of a problem by its stable code: its HTTP status and the names of its parameters. */
export interface ProblemKind {
  readonly status: number
  readonly params: readonly string[]
}

/** What went wrong, and what the person can do about it; `{{name}}` takes the problem's parameters. */
export type ProblemWords = { readonly title: string; readonly advice: string }

/** A module's problems by code. */
export type DeclaredProblems = Readonly<
  Record<string, ProblemKind & { readonly words: Readonly<Record<Locale, ProblemWords>> }>
>

/**
 * The problems that any module may meet; their words are the web's (platform/texts/problems), which has
 * them before it has any module. A module declares its own in its `rules/problems.ts`.
 */
export const platformProblems = {
  'not-logged-in': { status: 401, params: [] },
  'no-access': { status: 403, params: ['permission'] },
  'csrf-failed': { status: 403, params: [] },
  'not-found': { status: 404, params: ['kind'] },
  'invalid-input': { status: 400, params: ['field', 'rule'] },
  'changed-by-other': { status: 409, params: ['by', 'at'] },
  'not-allowed-in-state': { status: 409, params: ['state', 'action'] },
  'already-exists': { status: 409, params: ['field'] },
  'too-large': { status: 413, params: ['limitMb'] },
  'too-many-requests': { status: 429, params: ['seconds'] },
  unavailable: { status: 503, params: ['service'] },
  busy: { status: 503, params: [] },
  'storage-full': { status: 503, params: [] },
  unexpected: { status: 500, params: ['requestId'] },
  'file-empty': { status: 422, params: ['name'] },
  'file-unreadable': { status: 422, params: ['name', 'format'] },
  'file-too-demanding': { status: 422, params: ['name'] },
  'file-scanned': { status: 422, params: ['name', 'pages'] },
  'file-password': { status: 422, params: ['name'] },
  'file-format-unknown': { status: 422, params: ['name'] },
  'file-is-html': { status: 422, params: ['name'] },
  'not-known-then': { status: 422, params: ['from'] },
  'too-many-rows': { status: 422, params: ['most'] },
  'too-many-kept': { status: 422, params: ['most'] },
} as const satisfies Record<string, ProblemKind>

/** A code of the platform's own problems. */
export type ProblemCode = keyof typeof platformProblems

/** True for a code of the platform's own problems. */
export const isPlatformProblem = (code: string): code is ProblemCode => Object.hasOwn(platformProblems, code)

/** The platform's problems and those of the modules, by code. Throws when two declare the same one. */
export const joinProblems = (
  modules: readonly { readonly name: string; readonly problems?: DeclaredProblems }[],
): Readonly<Record<string, ProblemKind>> =>
  joinDeclared<ProblemKind>([
    ['platform', platformProblems],
    ...modules.map(({ name, problems = {} }) => [name, problems] as const),
  ])

/** A problem that a person can act on: which, and with what parameters. */
export interface Problem {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/** Makes one of the platform's problems. */
export const problem = (code: ProblemCode, params: Problem['params'] = {}): Problem => ({ code, params })

/** Fills the parameters into words. */
export const fillWords = ({ title, advice }: ProblemWords, params: Problem['params']): ProblemWords => {
  const fill = (text: string): string =>
    text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(params[name] ?? whole))
  return { title: fill(title), advice: fill(advice) }
}

/**
 * A problem on its way out of a write: thrown so that the request's one transaction rolls back. One of the platform's by
 * its code, or one that a module made of what it declares.
 */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(found: ProblemCode | Problem, params: Problem['params'] = {}) {
    const made = typeof found === 'string' ? problem(found, params) : found
    super(made.code)
    this.problem = made
  }
}
