import { type Static, Type } from 'typebox'
import { DateText, Id, Instant, NullableId, NullableText } from '../../../platform/rules/shapes.ts'
import { statusCounts } from '../follow-up/counts.ts'
import { ListRow } from '../follow-up/list-shape.ts'
import { Kind, NullableLight } from '../follow-up/shapes.ts'

const Count = Type.Integer({ minimum: 0 })
const NullableDate = Type.Unsafe<string | null>({ type: ['string', 'null'] })

/** Whose dates: one's own, those of one's unit (and one's own), or the whole directorate's. */
export const scopes = ['mine', 'unit', 'all'] as const

/** One of {@link scopes}. */
export type Scope = (typeof scopes)[number]

/** A date by which something is due. */
export const DueDate = Type.Object({
  id: Id,
  record: { ...Id, description: 'The commitment to open: the whole, when this is a part of one' },
  kind: Kind,
  code: NullableText,
  title: Type.String(),
  whole: { ...NullableText, description: 'Title of the whole that this is a part of' },
  label: NullableText,
  due: DateText,
  countDate: NullableDate,
  metOn: NullableDate,
  light: NullableLight,
  goal: NullableText,
  unit: NullableText,
  person: NullableText,
})
/** See {@link DueDate}. */
export type DueDate = Static<typeof DueDate>

/** A line of the letter's reporting or meeting calendar, with its dates where it has any. */
export const RhythmLine = Type.Object({
  id: Id,
  kind: Kind,
  title: Type.String(),
  when: { ...NullableText, description: 'As the letter says it: “Juni 2026”, “kvartalsvis”' },
  dates: Type.Array(Type.Object({ due: DateText, countDate: NullableDate, metOn: NullableDate })),
})
/** See {@link RhythmLine}. */
export type RhythmLine = Static<typeof RhythmLine>

/** The answer of GET /api/calendar. */
export const CalendarAnswer = Type.Object({
  year: Type.Integer(),
  years: Type.Array(Type.Integer()),
  today: DateText,
  scope: Type.Enum([...scopes]),
  dates: Type.Array(DueDate),
  rhythm: Type.Array(RhythmLine),
})
/** See {@link CalendarAnswer}. */
export type CalendarAnswer = Static<typeof CalendarAnswer>

/** A personal calendar address. The address itself is shown once, when it is made. */
export const Feed = Type.Object({
  id: Id,
  scope: Type.Enum([...scopes]),
  createdAt: Instant,
  lastReadAt: NullableText,
})
/** See {@link Feed}. */
export type Feed = Static<typeof Feed>

/** The answer of GET /api/calendar/feeds. */
export const FeedsAnswer = Type.Object({ feeds: Type.Array(Feed) })
/** See {@link FeedsAnswer}. */
export type FeedsAnswer = Static<typeof FeedsAnswer>

/** The answer of making a feed: the one time that its address is shown. */
export const NewFeedAnswer = Type.Object({ id: Id, address: Type.String() })
/** See {@link NewFeedAnswer}. */
export type NewFeedAnswer = Static<typeof NewFeedAnswer>

/** How what is open stands: each number is the length of the list that its filter opens. */
export const StatusCounts = Object.fromEntries(statusCounts.map((name) => [name, Count])) as Record<
  (typeof statusCounts)[number],
  typeof Count
>

/** The counts of a unit or a goal; id null gathers what has none. */
export const StatusGroup = Type.Object({ id: NullableId, name: NullableText, ...StatusCounts })
/** See {@link StatusGroup}. */
export type StatusGroup = Static<typeof StatusGroup>

/** Something open that the leader's page lists. */
export const LeaderItem = Type.Object({
  ...ListRow.properties,
  deviation: { ...NullableText, description: 'From the latest status note' },
  measures: NullableText,
})
/** See {@link LeaderItem}. */
export type LeaderItem = Static<typeof LeaderItem>

/** The answer of GET /api/leader. */
export const LeaderAnswer = Type.Object({
  year: Type.Integer(),
  years: Type.Array(Type.Integer()),
  today: DateText,
  total: Type.Object(StatusCounts),
  units: Type.Array(StatusGroup),
  goals: Type.Array(StatusGroup),
  red: Type.Array(LeaderItem),
  late: Type.Array(LeaderItem),
  ownerless: Type.Array(LeaderItem),
  soon: Type.Array(LeaderItem),
})
/** See {@link LeaderAnswer}. */
export type LeaderAnswer = Static<typeof LeaderAnswer>

/** Something that has just happened in the register. */
export const RecentChange = Type.Object({
  what: Type.Enum(['status', 'delivery', 'letter']),
  record: Id,
  code: NullableText,
  title: Type.String(),
  whole: { ...NullableText, description: 'Title of the whole that this is a part of' },
  light: NullableLight,
  by: NullableText,
  at: Instant,
})
/** See {@link RecentChange}. */
export type RecentChange = Static<typeof RecentChange>

/** The answer of GET /api/front-page; what the role may not do is 0. */
export const FrontPageAnswer = Type.Object({
  today: DateText,
  year: Type.Integer({ description: 'The budget year of `status` and of what has no owner' }),
  urgent: Type.Object({
    late: { ...Count, description: 'Mine and over the deadline' },
    week: { ...Count, description: 'Mine and due within seven days' },
    red: { ...Count, description: 'Mine and red' },
    unassessed: { ...Count, description: 'Mine, due within thirty days, without a light' },
    ownerless: { ...Count, description: 'Open and without owner, for those who may give one' },
    lettersToCheck: { ...Count, description: 'Letters being checked, for those who check' },
    unmeasurable: { ...Count, description: 'Parameters that cannot be measured and that nobody has decided on' },
  }),
  deadlines: Type.Array(DueDate, { description: 'The next that are mine; of my unit’s when none are' }),
  ofUnit: Type.Boolean({ description: 'True when the deadlines are the unit’s' }),
  status: Type.Object(StatusCounts, { description: 'Of the whole directorate, in the latest year' }),
  months: Type.Array(
    Type.Object({
      month: Type.Integer(),
      late: Count,
      red: Count,
      yellow: Count,
      green: Count,
      none: Count,
      done: Count,
    }),
    { description: 'What is due in each month of this year, in the whole directorate' },
  ),
  changes: Type.Array(RecentChange),
})
/** See {@link FrontPageAnswer}. */
export type FrontPageAnswer = Static<typeof FrontPageAnswer>
