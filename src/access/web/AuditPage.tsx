import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { formatInstant } from '../../platform/web/format.ts'
import { useModuleText } from '../../platform/web/i18n/module-text.ts'
import { useTexts } from '../../platform/web/i18n/texts.ts'
import type { Column } from '../../platform/web/parts/DataTable.tsx'
import { EmptyState } from '../../platform/web/parts/EmptyState.tsx'
import { Page } from '../../platform/web/parts/Page.tsx'
import { ExportButton } from '../../platform/web/register/ExportButton.tsx'
import { Filters } from '../../platform/web/register/Filters.tsx'
import { ListTable } from '../../platform/web/register/ListTable.tsx'
import { useList } from '../../platform/web/register/useList.ts'
import { type Question, useQuestion } from '../../platform/web/register/useQuestion.ts'
import { PersonFinder } from './PersonFinder.tsx'
import { type AuditRow, auditChoicesQuery, auditKey } from './queries.ts'
import { texts } from './texts.ts'

const defaults = { actor: '', action: '', kind: '', record: '', from: '', to: '' }

/** What a filter on a person or a record means, in words. */
const Chosen = ({ filters, rows }: { filters: Question['filters']; rows: readonly AuditRow[] }) => {
  const t = useTexts(texts)
  const name = rows.find((row) => row.actorId === filters.actor)?.actor || t('log.unknown')
  const lines = [
    !filters.actor ? null : t('audit.chosen', { name }),
    !filters.record ? null : t('audit.recordChosen'),
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
  const question = useQuestion(defaults)
  const list = useList<AuditRow>(auditKey, '/api/audit', question.question)
  const { data: choices } = useQuery(auditChoicesQuery)
  const choice = (name: 'action' | 'kind', values: readonly string[], words: (value: string) => string) => ({
    name,
    label: t(`audit.${name}`),
    options: values.map((value) => ({ value, words: words(value) })),
  })
  return (
    <Page
      title={t('audit.title')}
      lead={t('audit.lead')}
      actions={
        <ExportButton list="audit" format="xlsx" filter={question.question}>
          {t('log.excel')}
        </ExportButton>
      }
    >
      <PersonFinder
        path="/api/audit/people"
        choices={[
          {
            words: ({ name }) => t('audit.does', { name }),
            pick: ({ id }) => question.set({ ...defaults, actor: id }),
          },
        ]}
      />
      <Filters
        question={question}
        count={list.total}
        beyond={list.beyond}
        busy={list.busy}
        page="/audit"
        fields={[
          choice('action', choices?.actions ?? [], (value) => moduleText(`actions.${value.replaceAll('.', '-')}`)),
          choice('kind', choices?.kinds ?? [], (value) => moduleText(`kinds.${value}`)),
          { name: 'from', label: t('log.from'), day: true },
          { name: 'to', label: t('log.to'), day: true },
        ]}
      />
      <Chosen filters={question.filters} rows={list.rows} />
      <ListTable
        caption={t('audit.table')}
        columns={columns}
        list={list}
        rowKey={(row) => String(row.id)}
        empty={<EmptyState title={t('audit.none')} />}
      />
    </Page>
  )
}
