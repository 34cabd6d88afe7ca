/** The comparisons of a requirement, as the texts name them. */
export const comparisonNames = ['at-least', 'at-most', 'equal', 'increase', 'decrease', 'unclear'] as const

/** How an assignment came into the letter, as the texts name it. */
export const groupNames = ['new', 'earlier', 'fou', 'fou-binding', 'revised', 'cancelled'] as const

/** The letters that are read. */
export const letterKinds = ['allocation-letter', 'supplement', 'assignment-letter', 'instruction'] as const
