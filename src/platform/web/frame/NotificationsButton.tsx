import { BellIcon } from '@navikt/aksel-icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Static } from 'typebox'
import type { NotificationsAnswer } from '../../rules/shapes.ts'
import { ask } from '../api/ask.ts'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'

/** The notices of the person, newest first, and how many are unread; asked for again every minute. */
export const notificationsQuery = {
  queryKey: ['notifications'],
  queryFn: () => ask<Static<typeof NotificationsAnswer>>('/api/notifications'),
  staleTime: 30_000,
  refetchInterval: 60_000,
}

/** The bell with the number of unread notices. */
export const NotificationsButton = () => {
  const t = useTexts(platformTexts)
  const { data } = useQuery(notificationsQuery)
  const unread = data?.unread ?? 0
  const label = unread > 0 ? t('frame.notifications', { count: unread }) : t('frame.noNotifications')
  return (
    <Link to="/notifications" className="ff-tool" aria-label={label} title={label}>
      <BellIcon aria-hidden />
      {unread > 0 ? <span className="ff-count">{unread > 99 ? '99+' : unread}</span> : null}
    </Link>
  )
}
