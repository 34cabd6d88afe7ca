import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../platform/web/parts/Answer.tsx'
import { Count } from '../../../platform/web/register/Count.tsx'
import { urgent as urgentFilters } from '../../rules/follow-up/counts.ts'
import type { FrontPageAnswer } from '../../rules/rhythm/shapes.ts'
import { Counted } from '../register/Counted.tsx'
import { frontPageQuery } from './front-page-query.ts'
import { texts } from './texts.ts'
import './rhythm.css'

/** The urgent things in the order of urgency. */
const order = [
  'late',
  'week',
  'red',
  'unassessed',
  'lettersToCheck',
  'ownerless',
  'unmeasurable',
] as const satisfies readonly (keyof FrontPageAnswer['urgent'])[]

/** What is counted elsewhere than in the register, and its list. */
const elsewhere = {
  lettersToCheck: { list: '/letters', filter: { state: 'checking' } },
  unmeasurable: { list: '/measurability', filter: { show: 'undecided' } },
} as const

/** “4 ting haster”: what the person must do now, each with the way to it. */
export const UrgentBlock = () => {
  const t = useTexts(texts)
  const query = useQuery(frontPageQuery)
  return (
    <Answer query={query} lines={3}>
      {({ urgent, year }) => {
        const filters = urgentFilters(year)
        const things = order.filter((key) => urgent[key] > 0)
        if (things.length === 0) return <p className="ff-subtle">{t('front.calm')}</p>
        return (
          <section className="ff-stack">
            <h2>{t('front.urgent', { count: things.length })}</h2>
            <div className="ff-tiles">
              {things.map((key) => {
                const shown = {
                  className: 'ff-tile',
                  count: urgent[key],
                  children: t(`front.${key}`, { count: urgent[key] }),
                }
                return key === 'lettersToCheck' || key === 'unmeasurable' ? (
                  <Count key={key} {...elsewhere[key]} {...shown} />
                ) : (
                  <Counted key={key} filter={filters[key]} {...shown} />
                )
              })}
            </div>
          </section>
        )
      }}
    </Answer>
  )
}
