import { expect, it } from 'vitest'
import { sources } from './sources.ts'

/**
 * A number of records is drawn by Count (src/platform/web/register/Count.tsx), so that it opens the list that it is the
 * length of. What draws one otherwise stands here with the reason; the list only shrinks.
 */
const inCount = 'inside a Count'
const listBeside = 'the length of what is shown beside it, and of nothing else'
const progress = 'how far one has come in the letter that is open'
const otherwise: Readonly<Record<string, string>> = {
  'src/access/web/MembersPage.tsx': listBeside,
  'src/access/web/WaitingBlock.tsx': listBeside,
  'src/appropriations/web/MoneyPage.tsx': listBeside,
  'src/governance/web/letters/check/ApproveDialog.tsx': 'what approving will do, asked in the dialog that does it',
  'src/governance/web/letters/check/DoubtsPanel.tsx': listBeside,
  'src/governance/web/letters/check/FindingList.tsx': listBeside,
  'src/governance/web/letters/check/LateChoices.tsx': listBeside,
  'src/governance/web/letters/check/NextStep.tsx': 'what has become of the letter; the way to it is the button beside',
  'src/governance/web/letters/check/Workbench.tsx': progress,
  'src/governance/web/letters/progress-words.ts': progress,
  'src/governance/web/register/Standing.tsx': inCount,
  'src/governance/web/rhythm/CalendarViews.tsx': listBeside,
  'src/governance/web/rhythm/MeasurabilityPage.tsx': listBeside,
  'src/governance/web/rhythm/UrgentBlock.tsx': inCount,
  'src/governance/web/rhythm/WheelBlock.tsx': 'dates in the ring that it stands in the middle of',
  'src/governance/web/rhythm/WheelTable.tsx': 'the ring as a table, for those who cannot see it',
}

/** A text that is given a number of things, by whatever name the text function has; one pair of brackets deep. */
const counting = /\bt\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*?[{,]\s*count\s*[:,}]/
/** A number between tags: the braces are no attribute's, no template's and no object's. */
const drawn =
  /(?<![=$(,:?&|]\s*)\{\s*(?:[^{}=]|=(?!>)|=>)*?(?:\.(?:length|size)|\b(?:standing|progress)(?:\.\w+|\[\w+\]))\s*\}/

const drawsNumber = (text: string): boolean => {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  return counting.test(code) || drawn.test(code)
}

it.each([
  ["<h2>{t('title', { count: rows.length })}</h2>", true],
  ["<h2>{t(\n  'title', {\n    name,\n    count,\n  })}</h2>", true],
  ['{t(words[of(one)], { name: f(x), count: 3 })}', true],
  ['<span>{rows.length}</span>', true],
  ['<td>\n  {own.filter((date) => date.tone === tone).length}\n</td>', true],
  ['<b>{standing.red}</b>', true],
  ['<b>{progress[key]}</b>', true],
  ['<Filters count={rows.length} />', false],
  ['const shape = { count: rows.length }', false],
  ['/** {rows.length} */', false],
  ["t('title', { total }); const x = { count: 3 }", false],
  ['<Counted count={standing.red} filter={filter} />', false],
])('reads %j', (code, draws) => expect(drawsNumber(code)).toBe(draws))

it('draws a number of records by Count only', () => {
  const found = sources('src', '.ts', '.tsx')
    .filter(({ path }) => /^src\/(?!platform\/)[^/]+\/web\//.test(path) && !path.includes('.test.'))
    .filter(({ text }) => drawsNumber(text))
  expect(found.map(({ path }) => path)).toEqual(Object.keys(otherwise).sort())
})
