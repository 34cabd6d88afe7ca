import { Button } from '@navikt/ds-react'
import { Link } from 'react-router'
import type { PlainDate } from '../../../platform/rules/plain-date.ts'
import { formatDate } from '../../../platform/web/format.ts'
import { useLocale, useTexts } from '../../../platform/web/i18n/texts.ts'
import { DeadlineText } from '../../../platform/web/parts/DeadlineText.tsx'
import type { CalendarAnswer, DueDate, RhythmLine } from '../../rules/rhythm/shapes.ts'
import { DueList } from './DueList.tsx'
import { isoWeek } from './iso-week.ts'
import { Legend } from './MarkShape.tsx'
import { monthName, monthOf, months } from './month-name.ts'
import { texts } from './texts.ts'
import { toneOf } from './tone.ts'
import { WheelTable } from './WheelTable.tsx'
import { YearWheel } from './YearWheel.tsx'

/** The wheel, and beside it the month that is chosen. */
export const WheelView = (props: { calendar: CalendarAnswer; month: number; choose: (month: number) => void }) => {
  const t = useTexts(texts)
  const locale = useLocale()
  const { year, today, dates } = props.calendar
  const marked = dates.map((date) => ({ due: date.due as PlainDate, tone: toneOf(date, today) }))
  const late = marked.filter((date) => date.tone === 'late').length
  const left = marked.filter((date) => date.tone !== 'done').length
  const title = t('calendar.wheelTitle', { year, count: dates.length, late })
  const chosen = dates.filter((date) => monthOf(date.due) === props.month)
  return (
    <>
      <div className="ff-calendar">
        <div className="ff-stack">
          <YearWheel
            year={year}
            dates={marked}
            today={today as PlainDate}
            todayWords={t('calendar.today')}
            title={title}
            centre={[String(year), t('calendar.remaining', { count: left })]}
            locale={locale}
            month={props.month}
          />
          <Legend words={(tone) => t(`tones.${tone}`)} />
        </div>
        <div className="ff-stack">
          <fieldset className="ff-months">
            <legend className="aksel-sr-only">{t('calendar.month')}</legend>
            {months.map((month) => (
              <Button
                key={month}
                size="small"
                variant={month === props.month ? 'primary' : 'tertiary'}
                aria-pressed={month === props.month}
                aria-label={t('calendar.monthCount', {
                  month: monthName(month, locale),
                  count: dates.filter((date) => monthOf(date.due) === month).length,
                })}
                onClick={() => props.choose(month)}
              >
                {monthName(month, locale).slice(0, 3)}
              </Button>
            ))}
          </fieldset>
          <h2>
            {monthName(props.month, locale)} {year}
          </h2>
          {chosen.length === 0 ? (
            <p className="ff-subtle">{t('calendar.none', { month: monthName(props.month, locale) })}</p>
          ) : (
            <DueList dates={chosen} today={today} />
          )}
        </div>
      </div>
      <details>
        <summary>{t('calendar.asTable')}</summary>
        <WheelTable dates={marked} caption={title} />
      </details>
    </>
  )
}

const grouped = <Key,>(dates: readonly DueDate[], keyOf: (date: DueDate) => Key): [Key, DueDate[]][] => {
  const groups = new Map<Key, DueDate[]>()
  for (const date of dates) groups.set(keyOf(date), [...(groups.get(keyOf(date)) ?? []), date])
  return [...groups]
}

/** All dates under the heading of their month, or of their week. */
export const ListView = ({ calendar, by }: { calendar: CalendarAnswer; by: 'months' | 'weeks' }) => {
  const t = useTexts(texts)
  const locale = useLocale()
  const heading = (date: DueDate) =>
    by === 'months'
      ? monthName(monthOf(date.due), locale)
      : t('calendar.week', { week: isoWeek(date.due as PlainDate) })
  return (
    <div className="ff-stack">
      {grouped(calendar.dates, heading).map(([words, dates]) => (
        <section key={words}>
          <h2>{words}</h2>
          <DueList dates={dates} today={calendar.today} />
        </section>
      ))}
    </div>
  )
}

const RhythmList = ({ lines, title, today }: { lines: readonly RhythmLine[]; title: string; today: string }) => {
  const t = useTexts(texts)
  if (lines.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul className="ff-plain-list">
        {lines.map((line) => (
          <li key={line.id} className="ff-due">
            <span />
            <Link to={`/register/${line.id}`}>{line.title}</Link>
            <span>
              {line.dates.length === 0 ? (line.when ?? t('calendar.noDate')) : null}
              {line.dates.map((date) => (
                <DeadlineText
                  key={date.due}
                  date={date.due as PlainDate}
                  done={date.metOn !== null}
                  from={today as PlainDate}
                />
              ))}
            </span>
            <span className="ff-due__about">
              {line.dates
                .filter((date) => date.countDate !== null)
                .map((date) => t('calendar.countDate', { date: formatDate(date.countDate as PlainDate) }))
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The letter's own calendars: reports with their counting day, and meetings. */
export const RhythmView = ({ calendar }: { calendar: CalendarAnswer }) => {
  const t = useTexts(texts)
  if (calendar.rhythm.length === 0)
    return <p className="ff-subtle">{t('calendar.noRhythm', { year: calendar.year })}</p>
  const lines = (kind: RhythmLine['kind']) => calendar.rhythm.filter((line) => line.kind === kind)
  return (
    <div className="ff-stack">
      <p className="ff-subtle">{t('calendar.rhythmLead')}</p>
      <RhythmList lines={lines('report')} title={t('calendar.reports')} today={calendar.today} />
      <RhythmList lines={lines('meeting')} title={t('calendar.meetings')} today={calendar.today} />
    </div>
  )
}
