import { useQuery } from '@tanstack/react-query'
import type { Static } from 'typebox'
import type { TestInboxAnswer } from '../../rules/shapes.ts'
import { ask } from '../api/ask.ts'
import { formatInstant } from '../format.ts'
import { pageTexts } from '../i18n/pages.ts'
import { useTexts } from '../i18n/texts.ts'
import { Answer } from '../parts/Answer.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Page } from '../parts/Page.tsx'

/** The mails that the demo's own mail server has received, newest first. */
export const TestInboxPage = () => {
  const t = useTexts(pageTexts)
  const query = useQuery({
    queryKey: ['test-inbox'],
    queryFn: () => ask<Static<typeof TestInboxAnswer>>('/api/test-inbox'),
    refetchInterval: 5_000,
  })
  return (
    <Page narrow title={t('inbox.title')} lead={t('inbox.lead')}>
      <Answer query={query}>
        {({ messages }) =>
          messages.length === 0 ? (
            <EmptyState title={t('inbox.none')} />
          ) : (
            <ul className="ff-plain-list ff-stack">
              {messages.map((mail) => (
                <li key={mail.id} className="ff-panel">
                  <h2>{mail.subject}</h2>
                  <p className="ff-subtle">
                    {t('inbox.to', { to: mail.recipient })} · {formatInstant(mail.receivedAt)}
                  </p>
                  <pre className="ff-mail">{mail.body}</pre>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Page>
  )
}
