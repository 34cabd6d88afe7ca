import { joinProblems } from '../../../platform/rules/problem.ts'
import { modules } from '../../modules.ts'
import type { Operation } from './shapes.ts'

/** An answer as it came. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly text: string
}

const declaredProblems = joinProblems(modules)

const securityHeaders: Readonly<Record<string, RegExp>> = {
  'content-security-policy': /default-src 'self'.*frame-ancestors 'none'/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^(SAMEORIGIN|DENY)$/,
  'referrer-policy': /^same-origin$/,
}
const apiHeaders: Readonly<Record<string, RegExp>> = { 'cache-control': /^no-store$/, 'x-request-id': /^[\w-]{36}$/ }
const insides = /\n\s+at .+:\d+:\d+|node_modules|\bsrc\/\w+\/server\/|file:\/\/\S+\.[cm]?[jt]s\b|\.[cm]?[jt]s:\d+:\d+/

const asText = /^(text|application)\/(.*json|html|plain|csv|calendar)/

/** What is wrong with a problem as an answer; nothing for a right one. */
const faultsOfProblem = (operation: Operation, { status, text }: Answer): string[] => {
  try {
    const { code, status: said, type, params } = JSON.parse(text) as Record<string, unknown>
    const known = declaredProblems[String(code)]
    if (known === undefined) return [`an unknown problem: ${String(code)}`]
    return [
      ...(operation.problems.includes(String(code)) ? [] : [`${String(code)}, which the description does not name`]),
      ...(known.status === status && said === status ? [] : [`${String(code)} with status ${status}`]),
      ...(type === `/api/problems/${String(code)}` ? [] : [`the problem’s type is ${String(type)}`]),
      ...(typeof params === 'object' && params !== null ? [] : ['a problem without parameters']),
    ]
  } catch {
    return ['a problem that is no JSON']
  }
}

/** What is wrong with an answer as an answer, whatever was asked and by whom; nothing for a right one. */
export const faultsOf = (operation: Operation, answer: Answer): string[] => {
  const { status, headers, text } = answer
  const type = String(headers['content-type'] ?? '')
  const faults: string[] = []
  if (status === 500) faults.push('status 500')
  const demanded = { ...securityHeaders, ...(operation.path.startsWith('/api/') ? apiHeaders : {}) }
  for (const [name, right] of Object.entries(demanded)) {
    if (!right.test(String(headers[name] ?? ''))) faults.push(`${name}: ${String(headers[name])}`)
  }
  if (type.startsWith('application/problem+json')) faults.push(...faultsOfProblem(operation, answer))
  else if (status >= 400) faults.push(`status ${status} as ${type}`)
  else if (status !== 304) {
    // A file that people handed in has its own type, and is never shown.
    const kept = operation.answers.includes('application/octet-stream')
    const attached = /^attachment; /.test(String(headers['content-disposition']))
    const declared = operation.answers.some((one) => type.split(';')[0] === one.split(';')[0])
    if (!declared && !(kept && attached && type !== '')) faults.push(`an answer of type ${type}`)
  }
  if (asText.test(type) && insides.test(text)) faults.push('insides of the program in the answer')
  return faults
}
