import type { Problem } from './problem.ts'

/** The outcome of a rule: a value, or the problem that a person can act on. Rules never throw. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

/** A result that went well. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

/** A result that did not. */
export const fail = (problem: Problem): Result<never> => ({ ok: false, problem })
