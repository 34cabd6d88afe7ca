import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { formatInstant } from '../../platform/web/format.ts'
import { useModuleText } from '../../platform/web/i18n/module-text.ts'
import { useTexts } from '../../platform/web/i18n/texts.ts'
import type { Column } from '../../platform/web/parts/DataTable.tsx'
import { ListTable } from '../../platform/web/register/ListTable.tsx'
import type { useList } from '../../platform/web/register/useList.ts'
import type { LogRow } from './queries.ts'
import { texts } from './texts.ts'

/** Access log entries, newest first. */
export const LogTable = (props: {
  list: ReturnType<typeof useList<LogRow>>
  caption: string
  empty: ReactNode
  /** One's own log: it leaves out whose data was viewed, which is the reader's, and its names lead nowhere. */
  own?: boolean
}) => {
  const t = useTexts(texts)
  const moduleText = useModuleText()
  const { own } = props
  const name = (shown: string, search: Readonly<Record<string, string>> | null) =>
    own || search === null ? shown : <Link to={{ search: String(new URLSearchParams(search)) }}>{shown}</Link>
  const person: Column<LogRow> = {
    id: 'person',
    title: t('log.person'),
    cell: (row) => name(row.person || t('log.unknown'), { person: row.personId }),
    card: true,
  }
  const columns: Column<LogRow>[] = [
    { id: 'at', title: t('log.at'), cell: (row) => formatInstant(row.at) },
    {
      id: 'actor',
      title: t('log.actor'),
      cell: (row) => name(row.actor || t('log.system'), row.actorId === null ? null : { actor: row.actorId }),
      card: true,
    },
    { id: 'organisation', title: t('log.organisation'), cell: (row) => row.organisation, card: true },
    ...(own ? [] : [person]),
    { id: 'kind', title: t('log.kind'), cell: (row) => moduleText(`kinds.${row.kind}`) },
  ]
  return (
    <ListTable
      caption={props.caption}
      columns={columns}
      list={props.list}
      rowKey={(row) => String(row.id)}
      empty={props.empty}
    />
  )
}
