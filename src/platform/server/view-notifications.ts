import type { Notification } from '../rules/shapes.ts'
import type { NoticeTexts } from './module.ts'
import { noticeText } from './notices.ts'
import type { Tx } from './transaction.ts'

interface NotificationRow extends Omit<Notification, 'title' | 'body'> {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/** The actor's latest 100 notifications in the actor's language, and how many are unread in all. */
export const viewNotifications = async (tx: Tx, texts: NoticeTexts) => {
  const [rows, unread] = await Promise.all([
    tx.sql<NotificationRow[]>`
      select id, code, params, link, created_at as "createdAt", read_at is not null as read from platform.notification
      where account = ${tx.actor.personId} order by created_at desc limit 100`,
    countUnread(tx),
  ])
  const notifications = rows.map(({ code, params, ...shown }) => ({
    ...shown,
    ...noticeText(texts, code, tx.actor.locale, params),
  }))
  return { unread, notifications }
}

/** How many of the actor's notifications are unread. */
export const countUnread = async (tx: Tx): Promise<number> => {
  const [row] = await tx.sql<{ unread: number }[]>`select count(*) as unread from platform.notification
    where account = ${tx.actor.personId} and read_at is null`
  return row?.unread ?? 0
}
