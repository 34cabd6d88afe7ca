import { describe, expect, it } from 'vitest'
import { sources } from './sources.ts'

/** Files above the hard limit, each with the reason. The list only shrinks. */
const longFiles: Readonly<Record<string, string>> = {}

/** Lines at which a file must be split, or stand in the list. Above 300 it is worth a look. */
const hardLimit = 500

const ours = ['src', 'scripts', 'tests', 'bench'].flatMap((folder) => sources(folder, '.ts', '.tsx', '.mjs'))
const lines = (text: string) => text.split('\n').length - 1

describe('files', () => {
  it(`have at most ${hardLimit} lines, unless they are named with a reason`, () => {
    const long = ours.filter(({ text }) => lines(text) > hardLimit).map(({ path }) => path)
    expect(long).toEqual(Object.keys(longFiles).sort())
  })

  it('switch a rule of the linter off only with a reason, and the compiler never', () => {
    const checked = ours.filter(({ path }) => !path.startsWith('tests/house-rules/'))
    const off = checked.flatMap(({ path, text }) =>
      [...text.matchAll(/biome-ignore(?: [\w/]+)?(?::(.*))?|@ts-(?:ignore|expect-error|nocheck)/g)]
        .filter(([, reason = '']) => reason.trim().length < 15)
        .map(([found]) => `${path}: ${found}`),
    )
    expect(off).toEqual([])
  })

  it('hold no test that is left out, and none that keeps others out', () => {
    const left = ours.filter(
      ({ path, text }) => /\.test\.tsx?$/.test(path) && /\b(it|describe|test)\.(skip|only|todo)\b/.test(text),
    )
    expect(left.map(({ path }) => path).filter((path) => !path.startsWith('tests/house-rules/'))).toEqual([])
  })

  it('say what they export: a docstring before it', () => {
    const silent = ours
      .filter(({ path }) => path.startsWith('src/') && !/\.test\.tsx?$/.test(path))
      .flatMap(({ path, text }) =>
        [
          ...text.matchAll(
            /(?<before>^.*\n)export (?:const|function|class|interface|type|abstract class) (?<name>\w+)/gm,
          ),
        ]
          .filter(({ groups }) => !/\*\/\s*$/.test(groups?.before ?? ''))
          // The type of a contract is the contract's: it stands under it and needs no words of its own.
          .filter(({ 0: found }) => !/export type \w+$/.test(found) || !/^\S*[})]+\n|Static/.test(found))
          .map(({ groups }) => `${path}: ${groups?.name}`),
      )
    expect(silent).toEqual([])
  })
})
