import nodemailer from 'nodemailer'
import type { Module, NoticeTexts, Task } from './module.ts'
import { noticeText } from './notices.ts'
import { sendNotice, type Tx } from './transaction.ts'

interface NoticeToSend {
  readonly account: string
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  readonly link: string
  readonly email: string | null
  readonly locale: 'nb' | 'nn' | 'en'
}

const greeting = { nb: 'Hei', nn: 'Hei', en: 'Hello' } as const
const openIn = { nb: 'Åpne i Fotfeste', nn: 'Opne i Fotfeste', en: 'Open in Fotfeste' } as const

/**
 * The job that sends a notice by e-mail, in the recipient's language, through FOTFESTE_SMTP_URL. A notice without an
 * address, or that has been read in the meantime, is not sent. A failure is retried by the queue.
 */
export const mailTask =
  (texts: NoticeTexts, links: NonNullable<Module['mailLinks']>): Task =>
  async (payload, { config, inTransaction }) => {
    const id = String(payload.id)
    const settle = (mail: 'none' | 'sent') =>
      inTransaction(
        (tx) => tx.sql`update platform.notification set mail = ${mail},
          mailed_at = case when ${mail} = 'sent' then platform.now() end where id = ${id}`,
      )
    if (config.smtpUrl === null) {
      await settle('none')
      return
    }
    const notice = await inTransaction(async (tx) => {
      const [row] = await tx.sql<NoticeToSend[]>`
        select n.account, n.code, n.params, n.link, a.email, a.locale from platform.notification n
        join platform.addressee a on a.id = n.account where n.id = ${id} and n.read_at is null and n.mail <> 'sent'`
      return row ?? null
    })
    if (notice === null) return
    if (notice.email === null) {
      await settle('none')
      return
    }
    const { title, body } = noticeText(texts, notice.code, notice.locale, notice.params)
    const link = links[notice.code]?.(notice, config) ?? notice.link
    const transport = nodemailer.createTransport(config.smtpUrl)
    try {
      await transport.sendMail({
        from: config.mailFrom,
        to: notice.email,
        subject: title,
        text: `${greeting[notice.locale]}\n\n${body}\n\n${openIn[notice.locale]}: ${config.baseUrl}${link}\n`,
      })
      await settle('sent')
    } finally {
      transport.close()
    }
  }

/** After a restore: queues the e-mails that had not been sent when the backup was made, and have not been read. */
export const resumeMail = async (tx: Tx): Promise<void> => {
  const unsent = await tx.sql<{ id: string }[]>`select id from platform.notification
    where mail = 'waiting' and read_at is null order by created_at`
  for (const { id } of unsent) {
    const { task, payload, key } = sendNotice(id)
    tx.enqueue(task, payload, { key })
  }
}
