import { hostileForm } from './form-data.ts'
import { deepJson, hostileText, hostileValue } from './hostile.ts'
import type { Random } from './random.ts'
import type { Draft } from './request.ts'

type Way = (random: Random, draft: Draft) => void

/** Node itself refuses a head of more than 16 KB, before anything of ours. */
const inAddress = (random: Random): string => hostileText(random).slice(0, 2_500)

const inPath: Way = (random, { parameters }) => {
  parameters[random.pick(Object.keys(parameters))] = inAddress(random) || ' '
}

const inQuery: Way = (random, { query, operation }) => {
  const names = operation.parameters.filter((one) => one.in === 'query').map((one) => one.name)
  const name = random.pick([...names, ...names, 'unknown', '__proto__', 'a[b]', ''])
  const ways: readonly (() => void)[] = [
    () => query.push([name, inAddress(random)]),
    () => query.splice(0, query.length, [name, inAddress(random)]),
    () => query.push(...query, [name, '1'], [name, '2']),
    () => query.splice(0, query.length),
    () => query.push([name, 'x'.repeat(random.pick([300, 3_000, 12_000]))]),
  ]
  random.pick(ways)()
}

/** Another value at some place in the body. */
const changed = (random: Random, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || random.chance(0.15)) return hostileValue(random)
  if (Array.isArray(value)) {
    if (value.length === 0 || random.chance(0.3)) return [...value, hostileValue(random)]
    const at = random.between(0, value.length - 1)
    return value.map((one, index) => (index === at ? changed(random, one) : one))
  }
  const names = Object.keys(value)
  if (names.length === 0 || random.chance(0.1)) return { ...value, [hostileText(random)]: hostileValue(random) }
  const name = random.pick(names)
  if (random.chance(0.2)) return Object.fromEntries(Object.entries(value).filter(([other]) => other !== name))
  return { ...value, [name]: changed(random, (value as Record<string, unknown>)[name]) }
}

const inBody: Way = (random, draft) => {
  draft.body = changed(random, draft.body)
}

const notTheBody: Way = (random, draft) => {
  draft.payload = random.pick([
    '',
    '{',
    '{"version":',
    'null',
    '"text"',
    '[]',
    '{"__proto__":{"a":1}}',
    '{"constructor":{"prototype":{"a":1}}}',
    '{"version":1e999}',
    '{"version":1,"version":2}',
    '\ufeff{}',
    '{"a":"\\ud800"}',
    "{'a':1}",
    deepJson(20_000),
    JSON.stringify(draft.body)?.slice(0, -1) ?? '}',
  ])
}

const tooLarge: Way = (_random, draft) => {
  draft.payload = JSON.stringify({ a: 'x'.repeat(2_200_000) })
}

const contentType: Way = (random, draft) => {
  draft.payload ??= JSON.stringify(draft.body ?? {})
  draft.contentType = random.pick([
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'application/json; charset=utf-16',
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary=a; boundary=b',
    'application/octet-stream',
    'nonsense',
    '',
  ])
}

const form: Way = (random, draft) => {
  draft.payload = hostileForm(random)
}

const header: Way = (random, draft) => {
  const [name, value] = random.pick([
    ['x-csrf-token', 'false'],
    ['origin', 'https://example.org'],
    ['sec-fetch-site', 'cross-site'],
    ['accept', 'text/html'],
    ['accept-language', '*;q=nonsense'],
    ['if-none-match', '*'],
    ['range', 'bytes=0-1'],
    ['x-forwarded-for', "' or 1=1"],
    ['x-request-id', '<script>'],
    ['x-http-method-override', 'DELETE'],
    ['host', 'example.org'],
    ['user-agent', 'x'.repeat(5_000)],
  ] as const)
  draft.headers[name] = value
}

/** Makes the request wrong in one or two ways. */
export const spoil = (random: Random, draft: Draft): Draft => {
  const { operation } = draft
  const writes = operation.method !== 'GET'
  const ways: readonly Way[] = [
    header,
    inQuery,
    ...(Object.keys(draft.parameters).length > 0 ? [inPath, inPath] : []),
    ...(operation.parameters.some((one) => one.in === 'query') ? [inQuery, inQuery, inQuery] : []),
    ...(operation.body !== null ? [inBody, inBody, inBody, inBody, inBody, notTheBody] : []),
    ...(operation.multipart ? [form, form, form, form] : []),
    ...(writes ? [contentType] : []),
  ]
  for (let spoilt = 0; spoilt === 0 || (spoilt < 3 && random.chance(0.25)); spoilt += 1)
    random.pick(ways)(random, draft)
  if (operation.body !== null && random.chance(0.01)) tooLarge(random, draft)
  return draft
}
