import { createHash } from 'node:crypto'
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { Locale } from '../../../platform/rules/locale.ts'
import type { Instant } from '../../../platform/rules/shapes.ts'
import type { DueDate } from '../../rules/rhythm/shapes.ts'
import { exportTexts, rhythmTexts } from '../texts.ts'

/** A date with what its calendar event needs besides. */
export interface FeedDate extends DueDate {
  readonly sequence: number
  readonly changedAt: Instant
}

/** How often a program may ask again; Outlook and Google decide for themselves, Apple follows it. */
const refreshSeconds = 3_600

const summary = (date: FeedDate, locale: Locale): string => {
  const name = [date.code, date.title].filter(Boolean).join(' ')
  const labelled = date.label === null ? name : `${name} (${date.label})`
  return date.metOn === null ? labelled : `✓ ${rhythmTexts[locale].tones.done}: ${labelled}`
}

const description = (date: FeedDate, locale: Locale): string => {
  const { leader: t } = rhythmTexts[locale]
  const { part, lights } = exportTexts[locale].calendar
  const owner = [date.person, date.unit].filter(Boolean).join(', ')
  return [
    date.whole === null ? null : `${part}: ${date.whole}`,
    date.goal === null ? null : `${t.goal}: ${date.goal}`,
    owner === '' ? null : `${t.owner}: ${owner}`,
    date.light === null ? null : `${t.status}: ${lights[date.light]}`,
  ]
    .filter(Boolean)
    .join('\n')
}

/**
 * The dates as an iCalendar file (RFC 5545): one all-day event each. The UID is the deadline's own and stays, a change
 * raises SEQUENCE; DTSTAMP is the instant of the last change, so that the same dates always give the same bytes. An
 * all-day event is a date without zone and needs no VTIMEZONE; it is transparent, so that no one looks busy all day.
 */
export const calendarFile = (dates: readonly FeedDate[], locale: Locale, baseUrl: string): string => {
  const host = new URL(baseUrl).hostname
  const calendar = ical({
    name: exportTexts[locale].calendar.name,
    prodId: { company: 'Fotfeste', product: 'Deadlines', language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: refreshSeconds,
  })
  for (const date of dates) {
    const url = `${baseUrl}/register/${date.record}`
    calendar.createEvent({
      id: `${date.id}@${host}`,
      sequence: date.sequence,
      stamp: new Date(date.changedAt),
      start: new Date(`${date.due}T00:00:00Z`),
      allDay: true,
      summary: summary(date, locale),
      description: [description(date, locale), url].filter(Boolean).join('\n'),
      url,
      status: ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return calendar.toString()
}

/** The strong entity tag of a calendar. */
export const calendarTag = (calendar: string): string =>
  `"${createHash('sha256').update(calendar).digest('base64url').slice(0, 27)}"`
