import { describe, expect, it } from 'vitest'
import { type ProblemCode, platformProblems } from '../rules/problem.ts'
import { problems as en } from './problems.en.ts'
import { problems as nb } from './problems.nb.ts'
import { problems as nn } from './problems.nn.ts'

const codes = Object.keys(platformProblems) as ProblemCode[]
const named = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1])

describe.each(Object.entries({ nb, nn, en }))('problem texts in %s', (_locale, texts) => {
  it('has exactly the codes of the catalogue', () => expect(Object.keys(texts).sort()).toEqual([...codes].sort()))

  it.each(codes)('%s says what is wrong and what to do, with parameters that the server sends', (code) => {
    const { title, advice } = texts[code]
    expect(title.length * advice.length).toBeGreaterThan(0)
    for (const name of named(title + advice)) expect(platformProblems[code].params).toContain(name)
  })
})

it('the texts are not copies of each other', () => {
  const same = codes.filter((code) => nb[code].advice === en[code].advice)
  expect(same).toEqual([])
})
