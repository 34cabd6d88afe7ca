import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { PlainDate } from '../../../platform/rules/plain-date.ts'
import { useLocale, useTexts } from '../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../platform/web/parts/Answer.tsx'
import { frontPageQuery } from './front-page-query.ts'
import { MonthRing } from './MonthRing.tsx'
import { texts } from './texts.ts'

/** The year at a glance; it opens the wheel. */
export const WheelBlock = () => {
  const t = useTexts(texts)
  const locale = useLocale()
  const query = useQuery(frontPageQuery)
  return (
    <Answer query={query} lines={5}>
      {({ months, today }) => {
        const year = Number(today.slice(0, 4))
        const left = months.reduce((sum, month) => sum + month.late + month.red + month.yellow + month.open, 0)
        const late = months.reduce((sum, month) => sum + month.late, 0)
        const count = months.reduce((sum, month) => sum + month.done, left)
        return (
          <section className="ff-panel">
            <h2>
              <Link to="/calendar">{t('front.wheel', { year })}</Link>
            </h2>
            <MonthRing
              year={year}
              months={months}
              today={today as PlainDate}
              locale={locale}
              title={t('calendar.wheelTitle', { year, count, late })}
              centre={t('calendar.remaining', { count: left })}
            />
          </section>
        )
      }}
    </Answer>
  )
}
