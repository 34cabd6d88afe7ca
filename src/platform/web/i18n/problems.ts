import type { ProblemCode } from '../../rules/problem.ts'

/** What went wrong, and what the person can do about it; `{{name}}` takes the problem's parameters. */
export type ProblemWords = { readonly title: string; readonly advice: string }

/** One text for every code of the catalogue: a code without text does not compile. */
export type ProblemTexts = { [Code in ProblemCode]: ProblemWords }
