import { expect, it } from 'vitest'
import { roles } from '../../src/access/rules/roles.ts'
import { texts as en } from '../../src/platform/texts/frame.en.ts'
import { texts as nb } from '../../src/platform/texts/frame.nb.ts'
import { texts as nn } from '../../src/platform/texts/frame.nn.ts'

it.each(Object.entries({ nb, nn, en }))('every role has a name in %s', (_locale, { roles: names }) => {
  expect(Object.keys(names).sort()).toEqual([...roles, 'unknown'].sort())
})
