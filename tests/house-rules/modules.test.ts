import { expect, it } from 'vitest'
import { modules } from '../../src/app/modules.ts'

it.each(modules.map((module, place) => [module.name, module, place] as const))(
  '%s is listed after the modules that it stands on',
  (_name, { standsOn }, place) => {
    const before = modules.slice(0, place).map(({ name }) => name)
    expect(standsOn?.filter((name) => !before.includes(name))).toEqual([])
  },
)
