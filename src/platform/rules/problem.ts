/**
 * The closed catalogue of problems: a stable code, its HTTP status and the names of its parameters. The web maps
 * the code to text in the user's language (`problems.<code>` in platform/web/i18n); a test holds the two together.
 */
export const problemCatalogue = {
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
  'own-role': { status: 422, params: [] },
  'roles-conflict': { status: 422, params: [] },
  'last-administrator': { status: 409, params: [] },
  'login-failed': { status: 401, params: ['reason'] },
  'login-too-weak': { status: 401, params: [] },
  'login-cancelled': { status: 401, params: [] },
  'login-too-late': { status: 401, params: [] },
  'file-empty': { status: 422, params: ['name'] },
  'file-unreadable': { status: 422, params: ['name', 'format'] },
  'file-too-demanding': { status: 422, params: ['name'] },
  'file-scanned': { status: 422, params: ['name', 'pages'] },
  'file-password': { status: 422, params: ['name'] },
  'file-format-unknown': { status: 422, params: ['name'] },
  'file-is-html': { status: 422, params: ['name'] },
  'letter-not-recognised': { status: 422, params: ['name', 'looksLike'] },
  'letter-already-read': { status: 409, params: ['name', 'letterId'] },
  'letter-not-checked': { status: 409, params: ['open'] },
  'deviation-required': { status: 422, params: ['light'] },
  'reason-required': { status: 422, params: ['field'] },
  'not-known-then': { status: 422, params: ['from'] },
} as const satisfies Record<string, { status: number; params: readonly string[] }>

/** A code of the catalogue. */
export type ProblemCode = keyof typeof problemCatalogue

/** A problem that a person can act on: which, and with what parameters. */
export interface Problem {
  readonly code: ProblemCode
  readonly params: Readonly<Record<string, string | number>>
}

/** Makes a problem. */
export const problem = (code: ProblemCode, params: Problem['params'] = {}): Problem => ({ code, params })

/** A problem on its way out of a write: thrown so that the request's one transaction rolls back. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(code: ProblemCode, params: Problem['params'] = {}) {
    super(code)
    this.problem = problem(code, params)
  }
}
