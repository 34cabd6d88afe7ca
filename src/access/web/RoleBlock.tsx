import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { notificationsQuery } from '../../platform/web/frame/NotificationsButton.tsx'
import { useTexts } from '../../platform/web/i18n/texts.ts'
import { usePermission, useSession } from '../../platform/web/session/session.ts'
import { isRole } from '../rules/roles.ts'
import { frontTexts } from './texts.ts'

const shown = 3

/** What has happened that the person has not seen. */
const News = () => {
  const t = useTexts(frontTexts)
  const { data } = useQuery(notificationsQuery)
  const fresh = data?.notifications.filter((notice) => !notice.read) ?? []
  if (fresh.length === 0) return null
  return (
    <>
      <h2>{t('news')}</h2>
      <ul className="ff-plain-list">
        {fresh.slice(0, shown).map((notice) => (
          <li key={notice.id}>
            <Link to={notice.link}>{notice.title}</Link>
          </li>
        ))}
      </ul>
      <p>
        <Link to="/notifications">{t('allNews')}</Link>
      </p>
    </>
  )
}

/** What Fotfeste is for whoever has this role, and what is new. */
export const RoleBlock = () => {
  const t = useTexts(frontTexts)
  const { role } = useSession()
  const mayNotify = usePermission('notification.own')
  if (role === null || !isRole(role)) return null
  return (
    <section className="ff-stack">
      <p className="ff-page__lead">{t(`leads.${role}`)}</p>
      {mayNotify ? <News /> : null}
    </section>
  )
}
