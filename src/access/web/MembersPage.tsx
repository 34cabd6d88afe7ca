import { Button } from '@navikt/ds-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { send } from '../../platform/web/api/ask.ts'
import { formatInstant } from '../../platform/web/format.ts'
import { useRoleName } from '../../platform/web/i18n/role-name.ts'
import { useTexts } from '../../platform/web/i18n/texts.ts'
import { Answer } from '../../platform/web/parts/Answer.tsx'
import { ConfirmDialog, useConfirm } from '../../platform/web/parts/ConfirmDialog.tsx'
import { Dialog } from '../../platform/web/parts/Dialog.tsx'
import { EmptyState } from '../../platform/web/parts/EmptyState.tsx'
import { History } from '../../platform/web/parts/History.tsx'
import { Page } from '../../platform/web/parts/Page.tsx'
import { ProblemNotice } from '../../platform/web/parts/ProblemNotice.tsx'
import { Filters } from '../../platform/web/register/Filters.tsx'
import { useList } from '../../platform/web/register/useList.ts'
import { useQuestion } from '../../platform/web/register/useQuestion.ts'
import { GiveRoleDialog, type Receiver } from './GiveRoleDialog.tsx'
import { MembersTable } from './MembersTable.tsx'
import { type Administration, administrationQuery, type MemberRow, membersKey } from './queries.ts'
import { texts } from './texts.ts'

const defaults = { text: '', organisation: '', role: '', state: 'current', sort: 'name' }

const Waiting = ({ people, give }: { people: Administration['waiting']; give: (receiver: Receiver) => void }) => {
  const t = useTexts(texts)
  if (people.length === 0) return null
  return (
    <section className="ff-panel" aria-labelledby="waiting">
      <h2 id="waiting">{t('waiting.title', { count: people.length })}</h2>
      <p>{t('waiting.lead')}</p>
      <ul className="ff-plain-list">
        {people.map((person) => (
          <li key={person.accountId}>
            <strong>{person.name || t('waiting.unnamed')}</strong>{' '}
            <span className="ff-subtle">
              {person.email} {t('waiting.since', { at: formatInstant(person.lastLoginAt) })}
            </span>{' '}
            <Button size="xsmall" variant="secondary" onClick={() => give(person)}>
              {t('waiting.give')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Nothing = ({ filtered }: { filtered: boolean }) => {
  const t = useTexts(texts)
  return filtered ? (
    <EmptyState title={t('members.noneMatch')} />
  ) : (
    <EmptyState title={t('members.none')}>
      <p>{t('members.noneText')}</p>
    </EmptyState>
  )
}

const EndRole = ({ row, close }: { row: MemberRow; close: () => void }) => {
  const t = useTexts(texts)
  const roleName = useRoleName()
  const queryClient = useQueryClient()
  const dialog = useConfirm()
  const end = useMutation({
    mutationFn: () => send('POST', `/api/access/members/${row.membershipId}/end`),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: membersKey }),
  })
  useEffect(() => {
    const { current } = dialog
    current?.showModal()
    current?.addEventListener('close', close)
    return () => current?.removeEventListener('close', close)
  }, [dialog, close])
  return (
    <ConfirmDialog
      ref={dialog}
      danger
      title={t('members.endTitle')}
      verb={t('members.endVerb')}
      pending={end.isPending}
      done={end.isSuccess}
      onConfirm={() => end.mutate()}
    >
      <p>{t('members.endText', { name: row.name, role: roleName(row.role), organisation: row.organisationName })}</p>
      {end.isError ? <ProblemNotice error={end.error} /> : null}
    </ConfirmDialog>
  )
}

const RoleHistory = ({ row, close }: { row: MemberRow; close: () => void }) => {
  const t = useTexts(texts)
  const roleName = useRoleName()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <Dialog ref={dialog} title={`${row.name}, ${roleName(row.role)}`} onClose={close}>
      <p>
        {t('members.organisation')}: {row.organisationName}
      </p>
      <History kind="membership" id={row.membershipId} />
    </Dialog>
  )
}

/** The administrator's page: who has which role in the own organisation, who waits, and giving and ending roles. */
export const MembersPage = () => {
  const t = useTexts(texts)
  const roleName = useRoleName()
  const query = useQuery(administrationQuery)
  const question = useQuestion(defaults)
  const list = useList<MemberRow>(membersKey, '/api/access/members', question.question)
  const giving = useRef<HTMLDialogElement>(null)
  const [receiver, setReceiver] = useState<Receiver | null>(null)
  const [ending, setEnding] = useState<MemberRow | null>(null)
  const [history, setHistory] = useState<MemberRow | null>(null)
  const give = (to: Receiver | null) => {
    setReceiver(to)
    giving.current?.showModal()
  }
  return (
    <Page
      title={t('members.title')}
      lead={t('members.lead')}
      actions={
        <Button size="small" disabled={query.data === undefined} onClick={() => give(null)}>
          {t('members.invite')}
        </Button>
      }
    >
      <Answer query={query}>
        {({ organisations, waiting }) => (
          <>
            <Waiting people={waiting} give={give} />
            <Filters
              question={question}
              count={list.total}
              busy={list.busy}
              text={t('members.search')}
              fields={[
                ...(organisations.length > 1
                  ? [
                      {
                        name: 'organisation',
                        label: t('members.organisation'),
                        options: organisations.map(({ id, name }) => ({ value: id, words: name })),
                      },
                    ]
                  : []),
                {
                  name: 'role',
                  label: t('members.role'),
                  options: [...new Set(organisations.flatMap(({ roles }) => roles))].map((role) => ({
                    value: role,
                    words: roleName(role),
                  })),
                },
                {
                  name: 'state',
                  label: t('members.which'),
                  all: null,
                  options: [
                    { value: 'current', words: t('members.inForce') },
                    { value: 'all', words: t('members.endedToo') },
                  ],
                },
              ]}
            />
            <MembersTable
              list={list}
              units={organisations.length > 1}
              empty={<Nothing filtered={question.active} />}
              give={give}
              end={setEnding}
              history={setHistory}
            />
            <GiveRoleDialog ref={giving} receiver={receiver} organisations={organisations} />
          </>
        )}
      </Answer>
      {ending === null ? null : <EndRole row={ending} close={() => setEnding(null)} />}
      {history === null ? null : <RoleHistory row={history} close={() => setHistory(null)} />}
    </Page>
  )
}
