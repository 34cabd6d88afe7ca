/** How a list can be sorted; the letter's own order is by year, kind and place. */
export const sortings = ['deadline', 'letter', 'title', 'light', 'changed'] as const

/** One of {@link sortings}. */
export type Sorting = (typeof sortings)[number]
