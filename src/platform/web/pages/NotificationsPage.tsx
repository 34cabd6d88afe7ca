import { Button } from '@navikt/ds-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Notification } from '../../rules/shapes.ts'
import { send } from '../api/ask.ts'
import { formatInstant } from '../format.ts'
import { notificationsQuery } from '../frame/NotificationsButton.tsx'
import { pageTexts } from '../i18n/pages.ts'
import { useTexts } from '../i18n/texts.ts'
import { Answer } from '../parts/Answer.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Page } from '../parts/Page.tsx'
import { ProblemNotice } from '../parts/ProblemNotice.tsx'

/** What has happened that concerns the person, newest first; opening one marks it as read. */
export const NotificationsPage = () => {
  const t = useTexts(pageTexts)
  const queryClient = useQueryClient()
  const query = useQuery(notificationsQuery)
  const read = useMutation({
    mutationFn: (what: { ids?: string[] }) => send('POST', '/api/notifications/read', what),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: notificationsQuery.queryKey }),
  })
  const line = (notice: Notification) => (
    <li key={notice.id} className={notice.read ? 'ff-notice' : 'ff-notice ff-notice--new'}>
      <Link to={notice.link} onClick={() => notice.read || read.mutate({ ids: [notice.id] })}>
        {notice.title}
      </Link>
      {notice.body === '' ? null : <p className="ff-notice__body">{notice.body}</p>}
      <span className="ff-subtle">
        {notice.read ? null : <strong>{t('notifications.new')} · </strong>}
        <time dateTime={notice.createdAt}>{formatInstant(notice.createdAt)}</time>
      </span>
    </li>
  )
  return (
    <Page
      narrow
      title={t('notifications.title')}
      actions={
        query.data !== undefined && query.data.unread > 0 ? (
          <Button size="small" variant="secondary" onClick={() => read.mutate({})} loading={read.isPending}>
            {t('notifications.readAll')}
          </Button>
        ) : null
      }
    >
      {read.isError ? <ProblemNotice error={read.error} /> : null}
      <Answer query={query}>
        {({ notifications }) =>
          notifications.length === 0 ? (
            <EmptyState title={t('notifications.none')}>
              <p>{t('notifications.what')}</p>
            </EmptyState>
          ) : (
            <ul className="ff-plain-list">{notifications.map(line)}</ul>
          )
        }
      </Answer>
    </Page>
  )
}
