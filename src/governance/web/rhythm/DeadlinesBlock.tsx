import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../platform/web/parts/Answer.tsx'
import { DueList } from './DueList.tsx'
import { frontPageQuery } from './front-page-query.ts'
import { texts } from './texts.ts'

/** The next deadlines: mine, or my unit's when I own none. */
export const DeadlinesBlock = () => {
  const t = useTexts(texts)
  const query = useQuery(frontPageQuery)
  return (
    <Answer query={query} lines={6}>
      {({ deadlines, ofUnit, today }) => (
        <section className="ff-panel ff-stack">
          <h2>{t(ofUnit ? 'front.unitDeadlines' : 'front.deadlines')}</h2>
          {deadlines.length === 0 ? (
            <p className="ff-subtle">{t('front.noDeadlines')}</p>
          ) : (
            <>
              <DueList dates={deadlines} today={today} />
              <p>
                <Link to={`/calendar?view=months&scope=${ofUnit ? 'unit' : 'mine'}`}>{t('front.allDeadlines')}</Link>
              </p>
            </>
          )}
        </section>
      )}
    </Answer>
  )
}
