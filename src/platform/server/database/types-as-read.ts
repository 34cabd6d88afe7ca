import pg from 'pg'
import type { Instant } from '../../rules/shapes.ts'

const types = new pg.TypeOverrides()

const wholeNumber = (value: string): number => {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError(`int8 ${value} does not fit a number`)
  return number
}

const asText = (value: string): string => value

/** The driver's own reader of one-dimensional arrays of text. */
const texts = pg.types.getTypeParser(1009 as never) as (value: string) => (string | null)[]

/** The driver's own reader of instants: it knows the zones of every session, and gives a number for infinity. */
const date = pg.types.getTypeParser(1184 as never) as (value: string) => Date | number | null

/**
 * An instant as the answers of the API write it; what is finer than a millisecond is cut off. Infinity keeps PostgreSQL's
 * word, which it reads again.
 */
const instant = (value: string): Instant => {
  const at = date(value)
  if (at === null) throw new RangeError(`timestamptz ${value} is not written as ISO`)
  return at instanceof Date ? at.toISOString() : value
}

/** Reads each value of an array that is not null. */
const each =
  <T>(read: (value: string) => T) =>
  (value: string): (T | null)[] =>
    texts(value).map((one) => (one === null ? null : read(one)))

types.setTypeParser(20, wholeNumber)
types.setTypeParser(1016, each(wholeNumber))
// A plain date has no time zone; the driver would make an instant of it.
types.setTypeParser(1082, asText)
types.setTypeParser(1182, texts)
// Text, so that a row can be an answer as it is; whoever counts with it parses it.
types.setTypeParser(1184, instant)
types.setTypeParser(1185, each(instant))
types.setTypeParser(1186, asText)

/** How the columns of an answer are read: the driver's way, but for whole numbers, dates, instants and intervals. */
export const typesAsRead = types
