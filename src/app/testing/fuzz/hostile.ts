import type { Random } from './random.ts'

/** Lists in lists, as deep as asked. */
export const deepJson = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`

const texts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfff\ud83d',
  '😀👨‍👩‍👧‍👦🏳️‍🌈',
  '\u202eabc\u200b\ufeff',
  '\r\nset-cookie: a=b',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  "' or '1'='1",
  "'; drop table access.account; --",
  '$1 $2 {{7*7}} %s %n %x',
  "E'\\\\x00'::bytea",
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '%2e%2e%2f%00',
  'file:///etc/passwd',
  '//example.org/',
  'http://169.254.169.254/',
  '\\',
  '%',
  '_%_%',
  '*',
  'null',
  'undefined',
  'true',
  'NaN',
  'Infinity',
  '-1',
  '0',
  '1.5',
  '1e400',
  '99999999999999999999',
  '9223372036854775808',
  '-2147483649',
  '0x10',
  '٣',
  '0000-00-00',
  '2026-02-30',
  '2026-13-01',
  '+275760-09-13',
  '9999-12-31',
  '0001-01-01',
  '2026-01-01T00:00:00Z',
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  '{"a":1}',
  '[]',
  '__proto__',
  'constructor',
  'toString',
  '=cmd|’/c calc’!A1',
  'a'.repeat(256),
  'ø'.repeat(2_001),
  '(a+)+$'.repeat(40),
  '\n'.repeat(300),
]

const numbers: readonly number[] = [
  0,
  -1,
  -0,
  1.5,
  1e-320,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 32,
  2 ** 53,
  2 ** 63,
  1e21,
  1e308,
  -1e308,
]

/** A text that something may stumble on. */
export const hostileText = (random: Random): string => (random.chance(0.02) ? 'æ'.repeat(25_000) : random.pick(texts))

/** A JSON value that something may stumble on. */
export const hostileValue = (random: Random): unknown => {
  const makers: readonly (() => unknown)[] = [
    () => hostileText(random),
    () => hostileText(random),
    () => hostileText(random),
    () => random.pick(numbers),
    () => random.pick(numbers),
    () => random.pick([true, false, null]),
    () => random.pick([[], [[]], [null], [1, 'a', {}], Array.from({ length: 3_000 }, (_, index) => index)]),
    () => random.pick<object>([{}, { a: {} }, { toString: 1, valueOf: 2 }, { length: -1 }, { id: null }]),
    () => JSON.parse(deepJson(random.pick([5, 200, 2_000]))),
  ]
  return random.pick(makers)()
}
