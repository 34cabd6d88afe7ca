import { Button, Select, TextField } from '@navikt/ds-react'
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
import { FilterBar } from '../../platform/web/parts/FilterBar.tsx'
import { History } from '../../platform/web/parts/History.tsx'
import { Page } from '../../platform/web/parts/Page.tsx'
import { ProblemNotice } from '../../platform/web/parts/ProblemNotice.tsx'
import { useUrlState } from '../../platform/web/parts/useUrlState.ts'
import { GiveRoleDialog, type Receiver } from './GiveRoleDialog.tsx'
import { MembersTable } from './MembersTable.tsx'
import { type MemberRow, type Members, membersQuery } from './queries.ts'
import { texts } from './texts.ts'

const noFilter = { q: '', unit: '', role: '', show: 'current' }

const Waiting = ({ people, give }: { people: Members['waiting']; give: (receiver: Receiver) => void }) => {
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

const EndRole = ({ row, close }: { row: MemberRow; close: () => void }) => {
  const t = useTexts(texts)
  const roleName = useRoleName()
  const queryClient = useQueryClient()
  const dialog = useConfirm()
  const end = useMutation({
    mutationFn: () => send('POST', `/api/access/members/${row.membershipId}/end`),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: membersQuery.queryKey }),
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
  const query = useQuery(membersQuery)
  const [filter, setFilter] = useUrlState(noFilter)
  const giving = useRef<HTMLDialogElement>(null)
  const [receiver, setReceiver] = useState<Receiver | null>(null)
  const [ending, setEnding] = useState<MemberRow | null>(null)
  const [history, setHistory] = useState<MemberRow | null>(null)
  const give = (to: Receiver | null) => {
    setReceiver(to)
    giving.current?.showModal()
  }
  const wanted = (row: MemberRow): boolean =>
    row.name.toLocaleLowerCase('nb').includes(filter.q.trim().toLocaleLowerCase('nb')) &&
    (filter.unit === '' || row.organisationId === filter.unit) &&
    (filter.role === '' || row.role === filter.role) &&
    (filter.show === 'all' || row.endedAt === null)
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
        {(data) => {
          const rows = data.members.filter(wanted)
          return (
            <>
              <Waiting people={data.waiting} give={give} />
              <FilterBar
                count={rows.length}
                active={JSON.stringify(filter) !== JSON.stringify(noFilter)}
                clear={() => setFilter(noFilter)}
              >
                <TextField
                  size="small"
                  label={t('members.search')}
                  value={filter.q}
                  onChange={(event) => setFilter({ q: event.target.value })}
                />
                {data.organisations.length > 1 ? (
                  <Select
                    size="small"
                    label={t('members.organisation')}
                    value={filter.unit}
                    onChange={(event) => setFilter({ unit: event.target.value })}
                  >
                    <option value="">{t('members.allOrganisations')}</option>
                    {data.organisations.map((one) => (
                      <option key={one.id} value={one.id}>
                        {one.name}
                      </option>
                    ))}
                  </Select>
                ) : null}
                <Select
                  size="small"
                  label={t('members.role')}
                  value={filter.role}
                  onChange={(event) => setFilter({ role: event.target.value })}
                >
                  <option value="">{t('members.allRoles')}</option>
                  {[...new Set(data.members.map((row) => row.role))].map((role) => (
                    <option key={role} value={role}>
                      {roleName(role)}
                    </option>
                  ))}
                </Select>
                <Select
                  size="small"
                  label={t('members.which')}
                  value={filter.show}
                  onChange={(event) => setFilter({ show: event.target.value })}
                >
                  <option value="current">{t('members.inForce')}</option>
                  <option value="all">{t('members.endedToo')}</option>
                </Select>
              </FilterBar>
              <MembersTable
                rows={rows}
                units={data.organisations.length > 1}
                empty={
                  data.members.length === 0 ? (
                    <EmptyState title={t('members.none')}>
                      <p>{t('members.noneText')}</p>
                    </EmptyState>
                  ) : undefined
                }
                give={give}
                end={setEnding}
                history={setHistory}
              />
              <GiveRoleDialog ref={giving} receiver={receiver} organisations={data.organisations} />
            </>
          )
        }}
      </Answer>
      {ending === null ? null : <EndRole row={ending} close={() => setEnding(null)} />}
      {history === null ? null : <RoleHistory row={history} close={() => setHistory(null)} />}
    </Page>
  )
}
