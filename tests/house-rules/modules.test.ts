import { expect, it } from 'vitest'
import { modules } from '../../src/app/modules.ts'
import { joinParts } from '../../src/platform/server/join-parts.ts'

it.each(modules.map((module, place) => [module.name, module, place] as const))(
  '%s is listed after the modules that it stands on',
  (_name, { standsOn }, place) => {
    const before = modules.slice(0, place).map(({ name }) => name)
    expect(standsOn?.filter((name) => !before.includes(name))).toEqual([])
  },
)

it('two parts of a module cannot give a job or a history of the same name', () => {
  const part = (name: string, job: string) => ({ name, tasks: { [job]: async () => {} } })
  const kept = (name: string) => ({ name, histories: { goal: { table: 'governance.goal', permission: 'goal.read' } } })
  expect(Object.keys(joinParts([part('letters', 'read'), part('rhythm', 'remind')]).tasks ?? {})).toEqual([
    'read',
    'remind',
  ])
  expect(() => joinParts([part('letters', 'read'), part('rhythm', 'read')])).toThrow('read')
  expect(() => joinParts([kept('letters'), kept('register')])).toThrow('goal')
})
