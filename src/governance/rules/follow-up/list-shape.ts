import { type Static, Type } from 'typebox'
import { ListOf, pageQuestion } from '../../../platform/rules/list-shapes.ts'
import { Id, NullableText } from '../../../platform/rules/shapes.ts'
import { deadlineWindows } from './deadline.ts'
import { commitmentKinds } from './kinds.ts'
import { lights } from './light.ts'
import { Kind, NullableLight, State } from './shapes.ts'
import { sortings } from './sortings.ts'
import { commitmentStates } from './state.ts'

const severalOf = (words: readonly string[]) =>
  Type.String({
    pattern: `^(${words.join('|')})(,(${words.join('|')}))*$`,
    description: 'Several are divided by commas',
  })

const uuid = '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'

/** What the register's list can be narrowed by; the same words stand in the page's address. */
export const ListFilter = Type.Object({
  year: Type.Optional(Type.String({ pattern: '^[0-9]{4}$' })),
  kind: Type.Optional(severalOf(commitmentKinds)),
  goal: Type.Optional(Type.String({ pattern: `^(none|${uuid})$`, description: 'A goal’s id, or `none`' })),
  unit: Type.Optional(
    Type.String({ pattern: `^(none|${uuid})$`, description: 'The unit that owns it, or `none`: without a unit' }),
  ),
  owner: Type.Optional(
    Type.String({
      pattern: `^(mine|none|${uuid})$`,
      description: 'A person’s id, `mine`, or `none`: without any owner',
    }),
  ),
  light: Type.Optional(severalOf([...lights, 'none'])),
  state: Type.Optional(severalOf(commitmentStates)),
  due: Type.Optional(Type.Enum([...deadlineWindows])),
  text: Type.Optional(Type.String({ maxLength: 200 })),
})

/** See {@link ListFilter}. */
export type ListFilter = Static<typeof ListFilter>

/** How a list is sorted: one of {@link sortings}, with `-` before it when turned round. */
const Sort = Type.String({ pattern: `^-?(${sortings.join('|')})$` })

/** What the list can be taken out by: as it is narrowed and sorted. */
export const ExportFilter = Type.Object({ ...ListFilter.properties, sort: Type.Optional(Sort) })

/** The question of the register's list. */
export const ListQuery = Type.Object({
  ...ExportFilter.properties,
  ...pageQuestion,
})

const line = {
  id: Id,
  kind: Kind,
  code: NullableText,
  title: Type.String(),
  unit: NullableText,
  person: NullableText,
  light: NullableLight,
  state: State,
  due: NullableText,
  version: Type.Integer(),
}

/** A part of an assignment, shown under it; owner and light are the whole's where it has none of its own. */
export const PartRow = Type.Object(line)

/** See {@link PartRow}. */
export type PartRow = Static<typeof PartRow>

/** A row of the register's list: what is shown, and the version that a bulk assignment sends back. */
export const ListRow = Type.Object({
  ...line,
  year: Type.Integer(),
  goal: NullableText,
  meant: Type.Boolean({
    description: 'False: it is there because of its parts, and the filter does not mean it itself',
  }),
  parts: Type.Array(PartRow, { description: 'The parts that the filter means' }),
})

/** See {@link ListRow}. */
export type ListRow = Static<typeof ListRow>

/** The answer of the register's list. */
export const ListAnswer = ListOf(ListRow)
