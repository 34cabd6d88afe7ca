import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { type Databases, inTransaction, systemActor } from './transaction.ts'

/** A mail server of the demo's own, on this machine only. */
export interface TestInbox {
  /** Address for FOTFESTE_SMTP_URL. */
  readonly url: string
  close(): Promise<void>
}

/**
 * Starts a real SMTP server that keeps what it receives in platform.test_inbox, so that the demo sends e-mail the way
 * a real installation does and it can be looked at.
 */
export const startTestInbox = async (databases: Databases, clock: () => Date): Promise<TestInbox> => {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData: (stream, _session, done) => {
      simpleParser(stream)
        .then((mail) => {
          const to = Array.isArray(mail.to) ? mail.to : mail.to ? [mail.to] : []
          return inTransaction(databases, systemActor('test-inbox'), clock(), async (tx) => {
            await tx.sql`insert into platform.test_inbox (recipient, subject, body)
              values (${to.map((one) => one.text).join(', ')}, ${mail.subject ?? ''}, ${mail.text ?? ''})`
          })
        })
        .then(
          () => done(),
          (error: Error) => done(error),
        )
    },
  })
  const port = await new Promise<number>((resolve, reject) => {
    server.on('error', reject)
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
