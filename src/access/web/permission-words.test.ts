import { describe, expect, it } from 'vitest'
import { texts as en } from '../../platform/web/i18n/en.ts'
import { texts as nb } from '../../platform/web/i18n/nb.ts'
import { texts as nn } from '../../platform/web/i18n/nn.ts'
import { allPermissions, systemPermissions } from '../rules/permissions.ts'

interface Tree {
  readonly [key: string]: string | Tree
}

const find = (tree: Tree, key: string) =>
  key.split('.').reduce<string | Tree | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), tree)

const given = allPermissions.filter((permission) => !(systemPermissions as readonly string[]).includes(permission))

describe.each(Object.entries({ nb, nn, en }))('in %s', (_locale, { may }) => {
  it.each(given)('%s is said in words to the one who lacks it', (permission) =>
    expect(find(may, permission)).toEqual(expect.any(String)),
  )
})
