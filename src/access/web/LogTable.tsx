import { Button } from '@navikt/ds-react'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { formatInstant } from '../../platform/web/format.ts'
import { useModuleText } from '../../platform/web/i18n/module-text.ts'
import { useTexts } from '../../platform/web/i18n/texts.ts'
import { type Column, DataTable } from '../../platform/web/parts/DataTable.tsx'
import { Loading } from '../../platform/web/parts/Loading.tsx'
import { ProblemNotice } from '../../platform/web/parts/ProblemNotice.tsx'
import type { LogRow } from './queries.ts'
import { texts } from './texts.ts'

/** Pages of the log as the query cache holds them. */
export type LogQueryResult = UseInfiniteQueryResult<{ pages: { lines: LogRow[] }[] }>

/** Access log entries, newest first, with a button for older ones. */
export const LogTable = (props: {
  query: LogQueryResult
  caption: string
  empty: ReactNode
  /** Leaves out whose data was viewed: always the reader's. */
  own?: boolean
  /** Makes the names ways into the log. */
  linked?: boolean
}) => {
  const t = useTexts(texts)
  const moduleText = useModuleText()
  const { query } = props
  const rows = query.data?.pages.flatMap((page) => page.lines) ?? []
  const name = (shown: string, search: Readonly<Record<string, string>> | null) =>
    props.linked && search !== null ? <Link to={{ search: String(new URLSearchParams(search)) }}>{shown}</Link> : shown
  const columns: Column<LogRow>[] = [
    { id: 'at', title: t('log.at'), cell: (row) => formatInstant(row.at) },
    {
      id: 'actor',
      title: t('log.actor'),
      cell: (row) => name(row.actor || t('log.system'), row.actorId === null ? null : { actor: row.actorId }),
      card: true,
    },
    { id: 'organisation', title: t('log.organisation'), cell: (row) => row.organisation, card: true },
    ...(props.own
      ? []
      : [
          {
            id: 'person',
            title: t('log.person'),
            cell: (row: LogRow) => name(row.person || t('log.unknown'), { person: row.personId }),
            card: true,
          },
        ]),
    { id: 'kind', title: t('log.kind'), cell: (row) => moduleText(`kinds.${row.kind}`) },
  ]
  return (
    <>
      {query.isError ? <ProblemNotice error={query.error} retry={() => query.refetch()} /> : null}
      {query.isPending ? (
        <Loading />
      ) : (
        <DataTable
          caption={props.caption}
          columns={columns}
          rows={rows}
          rowKey={(row) => String(row.id)}
          empty={props.empty}
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
    </>
  )
}
