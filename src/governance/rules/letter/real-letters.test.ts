import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codeKey } from './codes.ts'
import { toParseOutput } from './parse-output.ts'
import { readLetter } from './read-letter.ts'

/** The three real letters and two reports, read where the folder of sources lies beside the checkout. */
const root = join(import.meta.dirname, '../../../..')
const folder = ['../shared/sources', '../../shared/sources']
  .map((path) => join(root, path))
  .find((path) => existsSync(path))
const text = (name: string): string => readFileSync(join(folder ?? '', `${name}.txt`), 'utf8')
const expectedOf = (name: string) => JSON.parse(readFileSync(join(folder ?? '', 'expected', `${name}.json`), 'utf8'))

const letters = ['tildelingsbrev-2017', 'tildelingsbrev-2025', 'tillegg-tildelingsbrev-2021']
const plain = (value: string): string => value.replace(/\s+/g, ' ').trim()
/** The section on money moved to the front, its number unchanged. */
const moneyFirst = (letter: string): string => {
  const lines = letter.split('\n')
  const from = lines.findIndex((line) => /^(?:5\. BUDSJETT|11\. Tildeling)/.test(line))
  if (from < 0) return letter
  const to = lines.findIndex((line, i) => i > from && /^(?:6\. VEDLEGG|12\. Fullmakter)/.test(line))
  const moved = lines.splice(from, to - from)
  lines.splice(
    lines.findIndex((line) => /^1\. I/i.test(line)),
    0,
    ...moved,
  )
  return lines.join('\n')
}

const forms: readonly (readonly [string, (letter: string) => string])[] = [
  ['as it stands', (letter) => letter],
  ['with Windows line ends', (letter) => letter.replace(/\n/g, '\r\n')],
  ['with a blank line after each', (letter) => letter.replace(/\n/g, '\n\n')],
  [
    'with page numbers',
    (letter) =>
      letter
        .split('\n')
        .flatMap((line, i) => (i > 20 && i % 45 === 0 ? [`Side ${i / 45 + 1} av 30`, line] : [line]))
        .join('\n'),
  ],
  ['with the money first', moneyFirst],
  ['with all line breaks lost', (letter) => letter.replace(/\n/g, ' ')],
]

describe.skipIf(folder === undefined)('the real letters', () => {
  const cases = letters.flatMap((name) => forms.map(([form, change]) => [name, form, change] as const))

  it.each(cases)('%s %s', (name, form, change) => {
    const expected = expectedOf(name)
    const found = toParseOutput(readLetter(change(text(name))))
    const lost = form.includes('lost')
    expect(found).toMatchObject({
      kind: expected.kind,
      agency: expected.agency,
      ministry: expected.ministry,
      year: expected.year,
      date: expected.date,
      reference: expected.reference,
    })
    expect(found.goals).toEqual(expected.goals)
    const parameters = (
      list: readonly { code: string | null; title: string; goalNo: string | null; targets: readonly string[] }[],
    ) =>
      list.map(({ code, title, goalNo, targets }) => ({
        code,
        title: plain(title),
        goalNo,
        targets: targets.map(plain),
      }))
    expect(parameters(found.steeringParameters)).toEqual(parameters(expected.steeringParameters))
    const coded = (list: readonly { code: string | null; text: string; frequency: string | null }[]) =>
      list
        .filter(({ code }) => code !== null && !(lost && code.includes('og')))
        .map(({ code, text: words, frequency }) => ({ code, text: plain(words), frequency }))
    expect(coded(found.reportingRequirements)).toEqual(coded(expected.reportingRequirements))
    const assignments = (
      list: readonly { code: string | null; title: string; deadlines: readonly string[]; goalNo?: string | null }[],
    ) =>
      list
        .map(({ code, title, deadlines, goalNo }) => ({
          code: codeKey(code ?? ''),
          title: plain(title),
          deadlines,
          goalNo: goalNo ?? null,
        }))
        .sort((a, b) => (a.code < b.code ? -1 : 1))
    expect(assignments(found.assignments)).toEqual(assignments(expected.assignments))
    expect(found.reportingDeadlines.map(({ report, countDate, due }) => ({ report, countDate, due }))).toEqual(
      expected.reportingDeadlines.map(({ report, countDate, due }: (typeof found.reportingDeadlines)[number]) => ({
        report,
        countDate,
        due,
      })),
    )
    const money = (list: typeof found.appropriations) =>
      list.map(({ chapter, item, name: title, amountNOK }) => ({ chapter, item, title, amountNOK }))
    expect(money(found.appropriations)).toEqual(money(expected.appropriations))
    const sums = (list: typeof found.chapterSums) =>
      list.map(({ chapter, sumNOK, computedNOK, agrees }) => ({ chapter, sumNOK, computedNOK, agrees }))
    expect(sums(found.chapterSums)).toEqual(sums(expected.chapterSums))
    const bound = (list: typeof found.earmarks) =>
      list.map(({ chapter, item, amountNOK }) => `${chapter}/${item} ${amountNOK}`)
    expect(bound(found.earmarks)).toEqual(bound(expected.earmarks))
    const dates = new Set(found.assignments.flatMap(({ deadlines }) => deadlines))
    for (const date of expected.notDeadlines) expect(dates).not.toContain(date)
  })

  it('finds what is wrong in them', () => {
    const kinds = (name: string) => new Set(readLetter(text(name)).doubts.map(({ kind }) => kind))
    expect(kinds('tildelingsbrev-2017')).toContain('sum-disagrees')
    for (const kind of ['impossible-date', 'conflicting-deadlines', 'code-variants', 'damaged-text'])
      expect(kinds('tildelingsbrev-2025')).toContain(kind)
    expect(kinds('tillegg-tildelingsbrev-2021')).toContain('code-variants')
  })

  it.each([
    ['arsrapport-2017', 'annual-report'],
    ['halvarsrapport-2006', 'half-year-report'],
  ])('%s is no letter', (name, looksLike) => {
    for (const change of [(report: string) => report, (report: string) => report.replace(/\n/g, ' ')])
      expect(readLetter(change(text(name)))).toMatchObject({
        kind: null,
        looksLike,
        assignments: [],
        appropriations: [],
      })
  })
})
