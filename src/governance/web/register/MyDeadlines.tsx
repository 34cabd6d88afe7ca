import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { PlainDate } from '../../../platform/rules/plain-date.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../platform/web/parts/Answer.tsx'
import { DeadlineText } from '../../../platform/web/parts/DeadlineText.tsx'
import { TrafficLight } from '../../../platform/web/parts/TrafficLight.tsx'
import { shortListQuery } from './queries.ts'
import { nameOf } from './RegisterTable.tsx'
import { texts } from './texts.ts'
import './register.css'

/** What I own that is due first: the front page begins with it. */
export const MyDeadlines = () => {
  const t = useTexts(texts)
  const query = useQuery(shortListQuery({ owner: 'mine', state: 'open', sort: 'deadline' }, 8))
  return (
    <section className="ff-panel ff-stack" aria-labelledby="my-deadlines">
      <h2 id="my-deadlines">{t('front.title')}</h2>
      <Answer query={query} lines={4}>
        {({ rows, total }) =>
          total === 0 ? (
            <p className="ff-subtle">{t('front.none')}</p>
          ) : (
            <>
              <ul className="ff-plain-list ff-reg-mine">
                {rows.map((row) => (
                  <li key={row.id}>
                    <Link to={`/register/${row.id}?owner=mine`}>{nameOf(row)}</Link>
                    <DeadlineText date={row.due as PlainDate | null} />
                    <TrafficLight light={row.light ?? 'none'} />
                  </li>
                ))}
              </ul>
              <p>
                <Link to="/register?owner=mine">
                  {t('front.all')} ({total})
                </Link>
              </p>
            </>
          )
        }
      </Answer>
    </section>
  )
}
