import { expect, it } from 'vitest'
import { type DeclaredProblems, joinProblems } from '../platform/rules/problem.ts'
import { modules, permissions } from './modules.ts'
import { refuseUndeclared } from './undeclared.ts'

const declared: DeclaredProblems = Object.assign({}, ...modules.map(({ problems = {} }) => problems))
const named = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1])

it.each(Object.entries(declared))(
  '%s says what is wrong and what to do, with parameters that the server sends',
  (_code, problem) => {
    expect([401, 403, 409, 422]).toContain(problem.status)
    const { nb, nn, en } = problem.words
    expect(new Set([nb.title, nn.title, en.title]).size).toBeGreaterThan(1)
    for (const { title, advice } of [nb, nn, en]) {
      expect(title.length * advice.length).toBeGreaterThan(0)
      for (const name of named(title + advice)) expect(problem.params).toContain(name)
    }
  },
)

it('statuses are found of the platform’s problems and of the modules’', () => {
  expect(joinProblems(modules)).toMatchObject({
    busy: { status: 503 },
    'last-administrator': { status: 409 },
    'letter-not-checked': { status: 409 },
  })
})

it('a module cannot declare what the platform or another module has declared', () => {
  const again = (code: string, problem: DeclaredProblems[string]) => () =>
    joinProblems([...modules, { name: 'other', problems: { [code]: problem } }])
  const problem = { status: 409, params: [], words: {} as never }
  expect(again('busy', problem)).toThrow('other declares what another module has declared: busy')
  expect(again('own-role', problem)).toThrow('own-role')
  expect(again('of-another', problem)).not.toThrow()
})

it('a route of a problem that no module declares keeps the server from starting', () => {
  const naming = (problem: string) => () =>
    refuseUndeclared(
      permissions,
      [{ method: 'GET', url: '/api/things', access: { open: 'a test' }, problems: [problem], module: 'thing' }],
      modules,
    )
  expect(naming('letter-not-checked')).not.toThrow()
  expect(naming('no-such-problem')).toThrow('no-such-problem')
})
