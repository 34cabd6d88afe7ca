import pg from 'pg'

const types = new pg.TypeOverrides()

const wholeNumber = (value: string): number => {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError(`int8 ${value} does not fit a number`)
  return number
}

const asText = (value: string): string => value

/** The driver's own reader of one-dimensional arrays of text. */
const texts = pg.types.getTypeParser(1009 as never) as (value: string) => string[]

types.setTypeParser(20, wholeNumber)
types.setTypeParser(1016, (value) => texts(value).map(wholeNumber))
// A plain date has no time zone; the driver would make an instant of it.
types.setTypeParser(1082, asText)
types.setTypeParser(1182, texts)
types.setTypeParser(1186, asText)

/** How the columns of an answer are read: the driver's way, but for whole numbers, dates and intervals. */
export const typesAsRead = types
