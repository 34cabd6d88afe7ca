import { numberAtTheEdge, textAtTheEdge } from './edges.ts'
import type { Known } from './known.ts'
import type { Random } from './random.ts'
import type { Shape } from './shapes.ts'

/** What values are made with. */
export interface Making {
  readonly random: Random
  readonly known: Known
  /** The share of texts and numbers that are odd, though the contract lets them through. */
  readonly edges: number
}

const words = ['oppdrag', 'mål', 'rapport', 'Ærlig talt', 'bosetting', 'frist', 'kommune', '«anslag»', 'år', '2026']

const text = (random: Random, { minLength = 0, maxLength = 60 }: Shape): string => {
  if (random.chance(0.04)) return 'å'.repeat(Math.min(maxLength, 20_000))
  let made = random.pick(words)
  while (made.length < minLength || random.chance(0.5)) made += ` ${random.pick(words)}`
  return made.slice(0, maxLength)
}

/** Texts that fit a pattern, as far as our patterns go: a choice of words, a number, or a page. */
const fitting = ({ random, known }: Making, name: string, pattern: string): string => {
  const fits = new RegExp(pattern, 'u')
  const choices = (/\(([^()]*)/.exec(pattern)?.[1] ?? '').split('|')
  const first = random.pick(choices)
  const numbers = ['2026', '2025', '1', '2', '50', '0', '200']
  const tried = [
    ...choices,
    `${first},${random.pick(choices)}`,
    known.id(random, name),
    ...numbers,
    '/register',
    'tekst',
  ]
  return random.pick([...tried.filter((one) => fits.test(one)), tried.find((one) => fits.test(one)) ?? '2026'])
}

const date = (random: Random): string =>
  `${random.pick([2024, 2025, 2026, 2026, 2026, 2027])}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`

const formats: Readonly<Record<string, (making: Making, name: string) => string>> = {
  uuid: ({ random, known }, name) => known.id(random, name),
  date: ({ random }) => date(random),
  'date-time': ({ random }) => `${date(random)}T12:00:00Z`,
  email: ({ random }) => `fuzz-${random.between(1, 1e9)}@example.no`,
}

const textFor = (making: Making, shape: Shape, name: string): string => {
  const { random, known, edges } = making
  const { format, pattern, minLength = 0, maxLength = 1e6 } = shape
  const edge = random.chance(edges) ? textAtTheEdge(random, shape) : undefined
  if (edge !== undefined) return edge
  const make = format === undefined ? undefined : formats[format]
  if (make) return make(making, name)
  if (pattern !== undefined && pattern !== '\\S') return fitting(making, name, pattern)
  const fits = known
    .values(name)
    .filter((one): one is string => typeof one === 'string' && one.length >= minLength && one.length <= maxLength)
  return fits.length > 0 && random.chance(0.6) ? random.pick(fits) : text(random, shape)
}

const numberFor = ({ random, known, edges }: Making, shape: Shape, name: string): number => {
  const { minimum = 0, maximum = 5_000 } = shape
  if (random.chance(edges)) return numberAtTheEdge(random, shape)
  const fits = known
    .values(/year|before|after/i.test(name) ? 'year' : name)
    .filter((one): one is number => Number.isInteger(one) && Number(one) >= minimum && Number(one) <= maximum)
  if (fits.length > 0 && random.chance(0.85)) return random.pick(fits)
  return random.between(minimum, Math.min(maximum, minimum + 10))
}

const objectFor = (making: Making, shape: Shape, name: string): Record<string, unknown> => {
  const { random, known } = making
  const made: Record<string, unknown> = {}
  for (const [field, inner] of Object.entries(shape.properties ?? {})) {
    const required = shape.required?.includes(field) ?? false
    // What is one of a list is called by the list's name.
    if (required || random.chance(0.4)) made[field] = validValue(making, inner, field === 'id' ? name : field)
  }
  if ('kind' in made && 'content' in made) Object.assign(made, known.content(random))
  if (typeof made.id === 'string' && 'version' in made) made.version = known.version(made.id) ?? made.version
  return made
}

/** A value that a shape accepts, of the application's own data where there is some; `name` is the property's. */
export const validValue = (making: Making, shape: Shape, name: string): unknown => {
  const { random } = making
  if (shape.enum) return random.pick(shape.enum)
  if (shape.const !== undefined) return shape.const
  if (shape.anyOf) return validValue(making, random.pick(shape.anyOf), name)
  switch (shape.type) {
    case 'string':
      return textFor(making, shape, name)
    case 'integer':
    case 'number':
      return numberFor(making, shape, name)
    case 'boolean':
      return random.chance(0.5)
    case 'null':
      return null
    case 'array': {
      const { minItems = 0, maxItems = 3, items = {} } = shape
      const length = random.between(minItems, Math.max(minItems, Math.min(maxItems, 3)))
      return Array.from({ length }, () => validValue(making, items, name === 'items' ? 'commitments' : name))
    }
    case 'object':
      return objectFor(making, shape, name)
    default:
      return null
  }
}
