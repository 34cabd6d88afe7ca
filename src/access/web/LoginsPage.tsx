import { Button } from '@navikt/ds-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { send } from '../../platform/web/api/ask.ts'
import { formatInstant } from '../../platform/web/format.ts'
import { useTexts } from '../../platform/web/i18n/texts.ts'
import { Answer } from '../../platform/web/parts/Answer.tsx'
import { type Column, DataTable } from '../../platform/web/parts/DataTable.tsx'
import { Page } from '../../platform/web/parts/Page.tsx'
import { ProblemNotice } from '../../platform/web/parts/ProblemNotice.tsx'
import { useList } from '../../platform/web/register/useList.ts'
import { useLogout } from '../../platform/web/session/session.ts'
import { browserName } from '../rules/browser-name.ts'
import { LogTable } from './LogTable.tsx'
import { type LogRow, logKey, type OwnLogin, ownLoginsQuery } from './queries.ts'
import { texts } from './texts.ts'

const useWhere = () => {
  const t = useTexts(texts)
  return (login: OwnLogin): string => {
    const { browser, machine } = browserName(login.userAgent)
    if (browser === null) return machine ?? t('logins.unknownBrowser')
    return machine === null ? browser : t('logins.browserOn', { browser, machine })
  }
}

const LoginsTable = ({ logins }: { logins: readonly OwnLogin[] }) => {
  const t = useTexts(texts)
  const where = useWhere()
  const queryClient = useQueryClient()
  const end = useMutation({
    mutationFn: (id: string) => send('POST', `/api/session/own/${id}/end`),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ownLoginsQuery.queryKey }),
  })
  const columns: Column<OwnLogin>[] = [
    { id: 'where', title: t('logins.where'), cell: where },
    {
      id: 'provider',
      title: t('logins.provider'),
      cell: (login) => (login.provider === 'citizen' ? t('logins.citizen') : t('logins.employee')),
    },
    { id: 'opened', title: t('logins.opened'), cell: (login) => formatInstant(login.openedAt), card: true },
    { id: 'seen', title: t('logins.lastSeen'), cell: (login) => formatInstant(login.lastSeenAt), card: true },
    {
      id: 'actions',
      title: t('logins.actions'),
      card: true,
      cell: (login) =>
        login.current ? (
          <strong>{t('logins.here')}</strong>
        ) : (
          <Button
            size="xsmall"
            variant="secondary"
            aria-label={t('logins.endLabel', { where: where(login), at: formatInstant(login.lastSeenAt) })}
            loading={end.isPending && end.variables === login.id}
            onClick={() => end.mutate(login.id)}
          >
            {t('logins.end')}
          </Button>
        ),
    },
  ]
  return (
    <>
      {end.isError ? <ProblemNotice error={end.error} /> : null}
      <DataTable caption={t('logins.table')} columns={columns} rows={logins} rowKey={(login) => login.id} />
    </>
  )
}

/** Where one is logged in, with a way to log each out; and who has viewed one's own data. */
export const LoginsPage = () => {
  const t = useTexts(texts)
  const query = useQuery(ownLoginsQuery)
  const entries = useList<LogRow>([...logKey, 'own'], '/api/access/log/own', {})
  const logout = useLogout()
  return (
    <Page
      title={t('logins.title')}
      lead={t('logins.lead')}
      actions={
        <Button size="small" variant="secondary" loading={logout.isPending} onClick={() => logout.mutate('everywhere')}>
          {t('logins.everywhere')}
        </Button>
      }
    >
      {logout.isError ? <ProblemNotice error={logout.error} /> : null}
      <Answer query={query}>{({ sessions }) => <LoginsTable logins={sessions} />}</Answer>
      <section aria-labelledby="access-log">
        <h2 id="access-log">{t('logins.accessLogTitle')}</h2>
        <p>{t('logins.looksLead')}</p>
        <LogTable
          own
          list={entries}
          caption={t('logins.looksTable')}
          empty={<p className="ff-subtle">{t('logins.looksNone')}</p>}
        />
      </section>
    </Page>
  )
}
