import type { ProblemCode, ProblemWords } from '../../rules/problem.ts'

/** One text for each of the platform's problems: a code without text does not compile. */
export type ProblemTexts = { [Code in ProblemCode]: ProblemWords }
