import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../platform/web/parts/Answer.tsx'
import type { FrontPageAnswer } from '../../rules/rhythm/shapes.ts'
import { frontPageQuery } from './front-page-query.ts'
import { texts } from './texts.ts'
import './rhythm.css'

/** Where each of the urgent things is dealt with, in the order of urgency. */
const places = [
  ['late', '/register?owner=mine&state=open&due=over'],
  ['week', '/register?owner=mine&state=open&due=week'],
  ['red', '/register?owner=mine&state=open&light=red'],
  ['unassessed', '/register?owner=mine&state=open&light=none'],
  ['lettersToCheck', '/letters'],
  ['ownerless', '/register?owner=none&state=open'],
  ['unmeasurable', '/measurability'],
] as const satisfies readonly (readonly [keyof FrontPageAnswer['urgent'], string])[]

/** “4 ting haster”: what the person must do now, each with the way to it. */
export const UrgentBlock = () => {
  const t = useTexts(texts)
  const query = useQuery(frontPageQuery)
  return (
    <Answer query={query} lines={3}>
      {({ urgent }) => {
        const things = places.filter(([key]) => urgent[key] > 0)
        if (things.length === 0) return <p className="ff-subtle">{t('front.calm')}</p>
        return (
          <section className="ff-stack">
            <h2>{t('front.urgent', { count: things.length })}</h2>
            <div className="ff-tiles">
              {things.map(([key, to]) => (
                <Link key={key} className="ff-tile" to={to}>
                  {t(`front.${key}`, { count: urgent[key] })}
                </Link>
              ))}
            </div>
          </section>
        )
      }}
    </Answer>
  )
}
