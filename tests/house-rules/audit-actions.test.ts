import { expect, it } from 'vitest'
import { sources } from './sources.ts'

/** Actions of audit lines, as server code writes them: `verb` and `thing` in one literal. */
const actions = [
  ...new Set(
    sources('src', '.ts')
      .filter(({ path }) => /\/server\//.test(path) && !/\.test\.ts$|\/testing/.test(path))
      .flatMap(({ text }) =>
        [
          ...text.matchAll(/\baction: (?:[^,'\n]*\? )?'([a-z-]+(?:\.[a-z-]+)+)'(?: : '([a-z-]+(?:\.[a-z-]+)+)')?/g),
        ].flatMap(([, one, other]) => [one, other]),
      )
      .filter((action) => action !== undefined),
  ),
]

const textsOf = (locale: string) =>
  sources('src', `.${locale}.ts`)
    .filter(({ path }) => /^src\/[^/]+\/texts\//.test(path))
    .map(({ text }) => text)
    .join('\n')

it('finds the actions', () => {
  expect(actions.length).toBeGreaterThan(30)
})

it.each(['nb', 'nn', 'en'])('every action of an audit line has words in %s', (locale) => {
  const texts = textsOf(locale)
  expect(actions.filter((action) => !texts.includes(`'${action.replaceAll('.', '-')}': '`))).toEqual([])
})
