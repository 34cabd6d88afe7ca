import { Button } from '@navikt/ds-react'
import type { ReactNode } from 'react'
import type { PlainDate } from '../../platform/rules/plain-date.ts'
import { formatDate, formatInstant } from '../../platform/web/format.ts'
import { useRoleName } from '../../platform/web/i18n/role-name.ts'
import { useTexts } from '../../platform/web/i18n/texts.ts'
import type { Column } from '../../platform/web/parts/DataTable.tsx'
import { ListTable } from '../../platform/web/register/ListTable.tsx'
import type { useList } from '../../platform/web/register/useList.ts'
import type { Receiver } from './GiveRoleDialog.tsx'
import type { MemberRow } from './queries.ts'
import { texts } from './texts.ts'

/** The roles as a table: whose, where, which, since when, and what can be done with each. */
export const MembersTable = (props: {
  list: ReturnType<typeof useList<MemberRow>>
  /** Whether there is more than one organisation to tell apart. */
  units: boolean
  empty: ReactNode
  give: (receiver: Receiver) => void
  end: (row: MemberRow) => void
  history: (row: MemberRow) => void
}) => {
  const t = useTexts(texts)
  const roleName = useRoleName()
  const period = (row: MemberRow): string => {
    if (row.endedAt !== null) return t('members.ended', { at: formatInstant(row.endedAt) })
    const from = formatDate(row.validFrom as PlainDate)
    return row.validTo === null
      ? t('members.from', { from })
      : t('members.fromTo', { from, to: formatDate(row.validTo as PlainDate) })
  }
  const actions = (row: MemberRow) => (
    <span className="ff-row-actions">
      {row.endedAt === null ? (
        <>
          {row.self ? null : (
            <Button
              size="xsmall"
              variant="tertiary"
              aria-label={`${t('members.another')}: ${row.name}`}
              onClick={() => props.give(row)}
            >
              {t('members.another')}
            </Button>
          )}
          <Button
            size="xsmall"
            variant="tertiary"
            aria-label={`${t('members.end')}: ${row.name}, ${roleName(row.role)}`}
            onClick={() => props.end(row)}
          >
            {t('members.end')}
          </Button>
        </>
      ) : null}
      <Button
        size="xsmall"
        variant="tertiary"
        aria-label={`${t('members.history')}: ${row.name}, ${roleName(row.role)}`}
        onClick={() => props.history(row)}
      >
        {t('members.history')}
      </Button>
    </span>
  )
  const columns: Column<MemberRow>[] = [
    {
      id: 'name',
      title: t('members.name'),
      cell: (row) => (row.self ? `${row.name} (${t('members.you')})` : row.name),
      sort: (row) => row.name,
    },
    {
      id: 'role',
      title: t('members.role'),
      cell: (row) => roleName(row.role),
      card: true,
    },
    ...(props.units
      ? [
          {
            id: 'organisation',
            title: t('members.organisation'),
            cell: (row: MemberRow) => row.organisationName,
            sort: (row: MemberRow) => row.organisationName,
            card: true,
          },
        ]
      : []),
    { id: 'period', title: t('members.period'), cell: period, sort: (row) => row.validFrom },
    {
      id: 'given',
      title: t('members.givenBy'),
      cell: (row) => row.givenBy ?? 'Fotfeste',
    },
    {
      id: 'login',
      title: t('members.lastLogin'),
      cell: (row) => (row.lastLoginAt === null ? t('members.never') : formatInstant(row.lastLoginAt)),
      sort: (row) => row.lastLoginAt ?? '',
    },
    { id: 'actions', title: t('members.actions'), cell: actions, card: true },
  ]
  return (
    <ListTable
      caption={t('members.table')}
      columns={columns}
      list={props.list}
      rowKey={(row) => row.membershipId}
      initialSort="name"
      empty={props.empty}
    />
  )
}
