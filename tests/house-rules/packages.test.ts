import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root, sources } from './sources.ts'

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest

/** Everything that can name a package: sources, scripts, and the configurations at the root. */
const texts = [
  ...['src', 'scripts', 'tests', 'bench'].flatMap((folder) => sources(folder, '.ts', '.tsx', '.mjs', '.css')),
  ...['vite.config.ts', 'vitest.config.ts', 'vitest.journeys.config.ts'].map((file) => ({
    text: readFileSync(join(root, file), 'utf8'),
  })),
].map(({ text }) => text)

/** Types belong to a package that is used, or to Node. */
const typed = (name: string): string => name.replace(/^@types\//, '')

it('every package is used somewhere', () => {
  const all = [...Object.keys(dependencies), ...Object.keys(devDependencies)]
  const unused = all.filter((name) => name !== '@types/node' && !texts.some((text) => text.includes(typed(name))))
  expect(unused).toEqual([])
})

it('is held at one version', () => {
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d/.test(version))
  expect(loose).toEqual([])
})
