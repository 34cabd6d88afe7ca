import { hostileText } from './hostile.ts'
import type { Random } from './random.ts'
import type { Shape } from './shapes.ts'

const formats: Readonly<Record<string, readonly string[]>> = {
  email: ['"a b"@example.no', '"a@b"@example.no', "o'hara+x@example.no", 'a@b', `${'x'.repeat(60)}@example.no`],
  date: ['0000-01-01', '0001-01-01', '1582-10-10', '1899-12-31', '1900-02-28', '2024-02-29', '9999-12-31'],
  uuid: ['00000000-0000-0000-0000-000000000000', 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF'],
}

/** A text that the contract lets through and nobody thought of; undefined when there is none. */
export const textAtTheEdge = (random: Random, shape: Shape): string | undefined => {
  const { format, pattern, minLength = 0, maxLength = 20_000 } = shape
  if (format !== undefined) return formats[format] && random.pick(formats[format])
  const text = random.chance(0.1) ? 'å'.repeat(maxLength) : hostileText(random)
  const fits = text.length >= minLength && text.length <= maxLength
  return fits && (pattern === undefined || new RegExp(pattern, 'u').test(text)) ? text : undefined
}

/** A number that the contract lets through and nobody thought of. */
export const numberAtTheEdge = (random: Random, { minimum = -(2 ** 53) + 1, maximum = 2 ** 53 - 1 }: Shape): number => {
  const fits = [minimum, maximum, 0, 2 ** 31 - 1, 2 ** 31].filter((one) => one >= minimum && one <= maximum)
  return random.pick(fits)
}
