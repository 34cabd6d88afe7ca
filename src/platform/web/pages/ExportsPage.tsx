import { ProgressBar } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import type { ExportsAnswer } from '../../rules/export-shapes.ts'
import type { PlainDate } from '../../rules/plain-date.ts'
import { ask } from '../api/ask.ts'
import { formatDate, formatInstant, formatNumber } from '../format.ts'
import { pageTexts } from '../i18n/pages.ts'
import { useLocale, useTexts } from '../i18n/texts.ts'
import { Answer } from '../parts/Answer.tsx'
import { type Column, DataTable } from '../parts/DataTable.tsx'
import { DownloadLink } from '../parts/DownloadLink.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Page } from '../parts/Page.tsx'

type Export = ExportsAnswer['exports'][number]

const formats = { xlsx: 'Excel', csv: 'CSV' } as const
const unfinished = ({ state }: Export): boolean => state === 'waiting' || state === 'working'

/** How far it has come, in words and as a bar while it is being made. */
const State = ({ row }: { row: Export }) => {
  const t = useTexts(pageTexts)
  const locale = useLocale()
  const [done, total] = [row.rowsDone, row.rowsTotal].map((rows) => formatNumber(rows, locale))
  switch (row.state) {
    case 'waiting':
      return t('exports.waiting')
    case 'working':
      return (
        <>
          {t('exports.working', { done: done ?? '', total: total ?? '' })}
          <ProgressBar
            size="small"
            value={Math.min(row.rowsDone, row.rowsTotal)}
            valueMax={Math.max(1, row.rowsTotal)}
            aria-label={row.title}
          />
        </>
      )
    case 'done':
      return t('exports.done', { rows: total ?? '' })
    case 'failed':
      return row.reason === 'no-access' ? t('exports.noAccess') : t('exports.failed')
  }
}

const useColumns = (): Column<Export>[] => {
  const t = useTexts(pageTexts)
  return [
    { id: 'list', title: t('exports.list'), cell: (row) => row.title, card: true },
    { id: 'made', title: t('exports.made'), cell: (row) => formatInstant(row.madeAt) },
    { id: 'state', title: t('exports.state'), cell: (row) => <State row={row} />, card: true },
    {
      id: 'file',
      title: t('exports.file'),
      cell: (row) =>
        row.state === 'done' ? (
          <DownloadLink href={`/api/exports/${row.id}/file`}>
            {t('exports.fetch', { format: formats[row.format] })}
          </DownloadLink>
        ) : (
          formats[row.format]
        ),
      card: true,
    },
    { id: 'erased', title: t('exports.erased'), cell: (row) => formatDate(row.erasedOn as PlainDate) },
  ]
}

/** The person's exports of long lists: how far each has come, its file, and when it is erased. */
export const ExportsPage = () => {
  const t = useTexts(pageTexts)
  const columns = useColumns()
  const query = useQuery({
    queryKey: ['exports'],
    queryFn: () => ask<ExportsAnswer>('/api/exports'),
    refetchInterval: ({ state }) => (state.data?.exports.some(unfinished) ? 2_000 : false),
  })
  return (
    <Page title={t('exports.title')} lead={t('exports.lead')}>
      <Answer query={query}>
        {({ exports }) => (
          <DataTable
            caption={t('exports.table')}
            columns={columns}
            rows={exports}
            rowKey={(row) => row.id}
            empty={
              <EmptyState title={t('exports.none')}>
                <p>{t('exports.what')}</p>
              </EmptyState>
            }
          />
        )}
      </Answer>
    </Page>
  )
}
