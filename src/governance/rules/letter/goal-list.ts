import type { Block, Structure } from './blocks.ts'
import { announcedGoals, goalOf, sameTitle } from './goals.ts'
import type { Sheet } from './lines.ts'
import type { Goal } from './types.ts'
import { fold, words } from './words.ts'

const noGoal = words(
  '^(?:øvrig|andre|anna|annet|annan|generel|felles|administrativ|oppdrag|rapporter|styringsparam|saker|særskilt|særskild|nye|mål›)',
  'iu',
)

/** The goals, and for each block the goal that it belongs to. */
export interface GoalList {
  readonly goals: Goal[]
  readonly goalNoOf: (block: Block) => string | null
}

/**
 * The goals of the letter: its goal lines, each once; or, where it has none, the headings under which the parameters
 * and assignments stand, checked against the list that announces the goals.
 */
export const goalList = (sheet: Sheet, structure: Structure): GoalList => {
  if (structure.goals.length > 0) {
    const goals: Goal[] = []
    for (const { found, title, lines, under } of structure.goals) {
      const known = goals.some(
        (goal) =>
          goal.no === found.no &&
          (found.no !== null || fold(goal.title) === fold(title)) &&
          (title === '' || goal.title === '' || fold(goal.title).slice(0, 12) === fold(title).slice(0, 12)),
      )
      if (!known) goals.push(goalOf(sheet, found, title.replace(/\s*[.:]$/, ''), lines, under))
    }
    return { goals, goalNoOf: (block) => block.goalNo }
  }
  let announced: ReturnType<typeof announcedGoals> = null
  for (let i = 0; i < sheet.lines.length && announced === null; i += 1)
    if (words('mål', 'iu').test(sheet.lines[i]?.text ?? '')) announced = announcedGoals(sheet.lines, i)
  const headings = headingGoals(structure, announced?.titles ?? null)
  const goals = headings.map(({ no, title, index }): Goal => {
    const line = sheet.lines[index]
    const goal = goalOf(sheet, { no, title, isSub: false }, title, line ? [line] : [], null)
    return { ...goal, confidence: announced ? 0.95 : 0.75 }
  })
  if (goals.length === 0 && announced)
    for (const [i, title] of announced.titles.entries()) {
      const line = announced.lines[i]
      goals.push({
        ...goalOf(sheet, { no: announced.marks[i] ?? null, title, isSub: false }, title, line ? [line] : [], null),
        confidence: 0.6,
      })
    }
  const numbers = new Set(goals.flatMap((goal) => (goal.no === null ? [] : [goal.no])))
  return {
    goals,
    goalNoOf: (block) => {
      const above = block.path.findLast((heading) => heading.no !== null && numbers.has(heading.no))
      if (above) return above.no
      const section = block.path.findLast((heading) => heading.no !== null)?.no ?? ''
      return block.goalNo ?? [...numbers].find((no) => section.startsWith(`${no}.`)) ?? null
    },
  }
}

const headingGoals = (
  structure: Structure,
  titles: readonly string[] | null,
): { no: string; title: string; index: number }[] => {
  const all = structure.headings.flatMap(({ heading, index }) =>
    heading.no === null ? [] : [{ no: heading.no, title: heading.title, level: heading.level, index }],
  )
  if (titles) {
    const named = all.filter((heading) => titles.some((title) => sameTitle(title, heading.title)))
    if (named.length > 0) return named
    return []
  }
  const under = structure.headings.filter(
    ({ heading }) => heading.role === 'goals' && heading.level === 1 && words('mål', 'iu').test(heading.title),
  )
  const holders = new Set(structure.blocks.flatMap((block) => block.path.map((heading) => heading.no)))
  let above = -1
  return all.filter(({ no, title, level, index }) => {
    while ((under[above + 1]?.index ?? Number.POSITIVE_INFINITY) < index) above += 1
    const top = under[above]
    return (
      level === 2 &&
      top?.heading.no !== undefined &&
      top.heading.no !== null &&
      no.startsWith(`${top.heading.no}.`) &&
      holders.has(no) &&
      !noGoal.test(title)
    )
  })
}
