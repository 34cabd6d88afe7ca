import { expect, it } from 'vitest'
import { wholeOf } from './Requirements.tsx'

it.each([
  ['2 600 tolker, hvorav minst 60 prosent i øverste kategori', 'minst 60 prosent i øverste kategori', '2 600 tolker'],
  ['70 prosent – herav 65 prosent kvinner', '65 prosent kvinner', '70 prosent'],
  ['70 prosent', '65 prosent kvinner', '70 prosent'],
  ['65 prosent kvinner', '65 prosent kvinner', '65 prosent kvinner'],
  ['Minst 85 prosent', null, 'Minst 85 prosent'],
] as const)('the whole of “%s” without “%s” is “%s”', (text, subRequirement, whole) =>
  expect(wholeOf({ text, subRequirement })).toBe(whole),
)
