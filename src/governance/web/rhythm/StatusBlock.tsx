import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../platform/web/parts/Answer.tsx'
import { usePermission, useSession } from '../../../platform/web/session/session.ts'
import { frontPageQuery } from './front-page-query.ts'
import { StatusTiles } from './StatusTiles.tsx'
import { texts } from './texts.ts'

/** The state of the whole: to those who lead, and to the ministry of what it has ordered. */
export const StatusBlock = () => {
  const t = useTexts(texts)
  const leads = usePermission('followup.lead')
  const orders = useSession().organisation?.kind === 'ministry'
  const query = useQuery(frontPageQuery)
  if (!leads && !orders) return null
  return (
    <Answer query={query} lines={3}>
      {({ status, year }) => (
        <section className="ff-panel ff-stack">
          <h2>{t(orders ? 'front.ordered' : 'front.status')}</h2>
          <StatusTiles counts={status} year={year} />
          <p>
            {leads ? (
              <Link to="/leader">{t('front.toLeader')}</Link>
            ) : (
              <Link to="/register">{t('front.toRegister')}</Link>
            )}
          </p>
        </section>
      )}
    </Answer>
  )
}
