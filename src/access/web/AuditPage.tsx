import { Button, Select } from '@navikt/ds-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { formatInstant } from '../../platform/web/format.ts'
import { useModuleText } from '../../platform/web/i18n/module-text.ts'
import { useTexts } from '../../platform/web/i18n/texts.ts'
import { type Column, DataTable } from '../../platform/web/parts/DataTable.tsx'
import { DateField } from '../../platform/web/parts/DateField.tsx'
import { EmptyState } from '../../platform/web/parts/EmptyState.tsx'
import { FilterBar } from '../../platform/web/parts/FilterBar.tsx'
import { Loading } from '../../platform/web/parts/Loading.tsx'
import { Page } from '../../platform/web/parts/Page.tsx'
import { ProblemNotice } from '../../platform/web/parts/ProblemNotice.tsx'
import { useUrlState } from '../../platform/web/parts/useUrlState.ts'
import { ExportButton } from '../../platform/web/register/ExportButton.tsx'
import { PersonFinder } from './PersonFinder.tsx'
import { type AuditFilter, type AuditRow, auditChoicesQuery, auditQuery } from './queries.ts'
import { texts } from './texts.ts'

const noFilter: { [K in keyof AuditFilter]: string } = { actor: '', action: '', kind: '', record: '', from: '', to: '' }

/** What a filter on a person or a record means, in words. */
const Chosen = ({ filter, rows }: { filter: AuditFilter; rows: readonly AuditRow[] }) => {
  const t = useTexts(texts)
  const name = rows.find((row) => row.actorId === filter.actor)?.actor || t('log.unknown')
  const lines = [
    filter.actor === '' ? null : t('audit.chosen', { name }),
    filter.record === '' ? null : t('audit.recordChosen'),
  ].filter((line) => line !== null)
  return lines.length === 0 ? null : <p role="status">{lines.join(' · ')}</p>
}

const useColumns = (): Column<AuditRow>[] => {
  const t = useTexts(texts)
  const moduleText = useModuleText()
  const filtered = (words: string, search: Readonly<Record<string, string>>) => (
    <Link to={{ search: String(new URLSearchParams(search)) }}>{words}</Link>
  )
  return [
    { id: 'at', title: t('audit.at'), cell: (row) => formatInstant(row.at) },
    {
      id: 'actor',
      title: t('audit.actor'),
      cell: (row) =>
        row.actorId === null ? t('log.system') : filtered(row.actor || t('log.unknown'), { actor: row.actorId }),
      card: true,
    },
    {
      id: 'action',
      title: t('audit.action'),
      cell: (row) => moduleText(`actions.${row.action.replaceAll('.', '-')}`),
      card: true,
    },
    {
      id: 'kind',
      title: t('audit.kind'),
      cell: (row) => [moduleText(`kinds.${row.kind}`), row.recordName].filter(Boolean).join(': '),
      card: true,
    },
    { id: 'organisation', title: t('log.organisation'), cell: (row) => row.organisation },
    {
      id: 'details',
      title: t('audit.details'),
      cell: (row) => (
        <>
          {row.details.map(({ field, value }) => (
            <div key={field} className="ff-break">
              {moduleText(`fields.${field}`)}: {value}
            </div>
          ))}
          {filtered(t('audit.record'), { kind: row.kind, record: row.record })}
        </>
      ),
      card: true,
    },
  ]
}

/** Who has done what: searched by person, action, kind and day, and taken out as Excel. */
export const AuditPage = () => {
  const t = useTexts(texts)
  const moduleText = useModuleText()
  const columns = useColumns()
  const [filter, setFilter] = useUrlState(noFilter)
  const query = useInfiniteQuery(auditQuery(filter))
  const { data: choices } = useQuery(auditChoicesQuery)
  const rows = query.data?.pages.flatMap((page) => page.lines) ?? []
  const select = (field: 'action' | 'kind', values: readonly string[], words: (value: string) => string) => (
    <Select
      size="small"
      label={t(`audit.${field}`)}
      value={filter[field]}
      onChange={(event) => setFilter({ [field]: event.target.value })}
    >
      <option value="">{t('audit.all')}</option>
      {values.map((value) => (
        <option key={value} value={value}>
          {words(value)}
        </option>
      ))}
    </Select>
  )
  return (
    <Page
      title={t('audit.title')}
      lead={t('audit.lead')}
      actions={
        <ExportButton list="audit" format="xlsx" filter={filter}>
          {t('log.excel')}
        </ExportButton>
      }
    >
      <PersonFinder
        path="/api/audit/people"
        choices={[
          {
            words: ({ name }) => t('audit.does', { name }),
            pick: ({ id }) => setFilter({ ...noFilter, actor: id }),
          },
        ]}
      />
      <FilterBar
        count={rows.length}
        active={JSON.stringify(filter) !== JSON.stringify(noFilter)}
        clear={() => setFilter(noFilter)}
      >
        {select('action', choices?.actions ?? [], (value) => moduleText(`actions.${value.replaceAll('.', '-')}`))}
        {select('kind', choices?.kinds ?? [], (value) => moduleText(`kinds.${value}`))}
        <DateField label={t('log.from')} value={filter.from} onChange={(from) => setFilter({ from })} />
        <DateField label={t('log.to')} value={filter.to} onChange={(to) => setFilter({ to })} />
      </FilterBar>
      <Chosen filter={filter} rows={rows} />
      {query.isError ? <ProblemNotice error={query.error} retry={() => query.refetch()} /> : null}
      {query.isPending ? (
        <Loading />
      ) : (
        <DataTable
          caption={t('audit.table')}
          columns={columns}
          rows={rows}
          rowKey={(row) => String(row.id)}
          empty={<EmptyState title={t('audit.none')} />}
        />
      )}
      {query.hasNextPage ? (
        <p>
          <Button
            size="small"
            variant="secondary"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('log.more')}
          </Button>
        </p>
      ) : null}
    </Page>
  )
}
