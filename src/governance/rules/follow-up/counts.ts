import { commitmentKinds } from './kinds.ts'
import type { ListFilter } from './list-shape.ts'

/**
 * What the pages count, each as the filter of the list that the number opens. The server counts by it and the screen makes
 * its link of it, so that the two cannot differ.
 */
export const counted = {
  open: { state: 'open' },
  red: { state: 'open', light: 'red' },
  yellow: { state: 'open', light: 'yellow' },
  green: { state: 'open', light: 'green' },
  none: { state: 'open', light: 'none' },
  late: { state: 'open', due: 'over' },
  ownerless: { state: 'open', owner: 'none' },
  soon: { state: 'open', due: 'month' },
  done: { state: 'done' },
} as const satisfies Readonly<Record<string, ListFilter>>

/** One of {@link counted}. */
export type CountName = keyof typeof counted

/** The numbers that say how a goal, or what an owner has, stands. */
export const standingCounts = [
  'open',
  'red',
  'yellow',
  'green',
  'late',
  'ownerless',
  'done',
] as const satisfies CountName[]

/** The numbers of the leader's page. */
export const statusCounts = [
  'open',
  'red',
  'yellow',
  'green',
  'none',
  'late',
  'ownerless',
  'soon',
] as const satisfies CountName[]

/** What is assessed and owned: meetings are only held. */
export const assessedKinds = commitmentKinds.filter((kind) => kind !== 'meeting').join(',')

/** What the leader's page and the status of the front page are about. */
export const assessedOf = (year: number) => ({ year: String(year), kind: assessedKinds })

/** What nobody owns of a year: where one goes on when its letter is approved. */
export const ownerlessOf = (year: number) => ({ ...counted.ownerless, year: String(year) })

/** What is urgent for the one who looks, as filters. */
export const urgent = (year: number) =>
  ({
    late: { ...counted.late, owner: 'mine' },
    week: { state: 'open', due: 'week', owner: 'mine' },
    red: { ...counted.red, owner: 'mine' },
    unassessed: { ...counted.none, ...counted.soon, owner: 'mine' },
    ownerless: { ...assessedOf(year), ...counted.ownerless },
  }) as const satisfies Readonly<Record<string, ListFilter>>
