import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { PlainDate } from '../../../platform/rules/plain-date.ts'
import { useLocale, useTexts } from '../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../platform/web/parts/Answer.tsx'
import { frontPageQuery } from './front-page-query.ts'
import { Legend } from './MarkShape.tsx'
import { MonthRing } from './MonthRing.tsx'
import { texts } from './texts.ts'
import { type Tone, tones } from './tone.ts'

/** The year at a glance; it opens the wheel. */
export const WheelBlock = () => {
  const t = useTexts(texts)
  const locale = useLocale()
  const query = useQuery(frontPageQuery)
  return (
    <Answer query={query} lines={5}>
      {({ months, today }) => {
        const year = Number(today.slice(0, 4))
        const of = (tone: Tone) => months.reduce((sum, month) => sum + month[tone], 0)
        const count = tones.reduce((sum, tone) => sum + of(tone), 0)
        const left = count - of('done')
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
              title={t('calendar.wheelTitle', { year, count, late: of('late') })}
              centre={t('calendar.remaining', { count: left })}
            />
            <Legend words={(tone) => t(`tones.${tone}`)} shown={tones.filter((tone) => of(tone) > 0)} />
          </section>
        )
      }}
    </Answer>
  )
}
