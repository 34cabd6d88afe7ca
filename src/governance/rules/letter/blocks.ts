import type { Category, ItemStart } from './codes.ts'
import type { GoalStart } from './goals.ts'
import type { Line } from './lines.ts'
import type { Heading, Role } from './sections.ts'
import type { AssignmentGroup } from './types.ts'

/** The lines of one parameter, requirement or assignment, and what stands above it. */
export interface Block {
  readonly category: Category
  readonly start: ItemStart | null
  /** The first line's text after the code. */
  readonly first: string
  readonly lines: Line[]
  readonly goalNo: string | null
  readonly path: readonly Heading[]
  readonly group: AssignmentGroup | null
  readonly columns: readonly string[] | null
  /** What it was known by: a numbered heading, a title on a line of its own, an order in running text; else null. */
  readonly form: 'heading' | 'title' | 'order' | null
  /** The title that the reader made of a sentence, where the letter states none. */
  readonly madeTitle: string | null
}

/** A line of running text, with its section. */
export interface ProseLine {
  readonly line: Line
  readonly index: number
  readonly path: readonly Heading[]
  readonly role: Role
}

/** A goal line with the title's further lines. */
export interface GoalLines {
  readonly found: GoalStart
  readonly lines: readonly Line[]
  readonly title: string
  readonly under: string | null
}

/** A heading where it stands. */
export interface PlacedHeading {
  readonly heading: Heading
  readonly line: Line
  readonly index: number
}

/** The letter taken apart: what each line belongs to. */
export interface Structure {
  readonly goals: readonly GoalLines[]
  readonly blocks: readonly Block[]
  readonly prose: readonly ProseLine[]
  readonly money: readonly ProseLine[]
  readonly headings: readonly PlacedHeading[]
}
