import { useTexts } from '../../../platform/web/i18n/texts.ts'
import type { Column } from '../../../platform/web/parts/DataTable.tsx'
import type { ListRow, PartRow } from '../../rules/follow-up/list-shape.ts'
import { Due, Status } from './Status.tsx'
import { texts } from './texts.ts'

/** A row of the register's list, or a part under it. */
export type RegisterRow = PartRow & Partial<Pick<ListRow, 'meant' | 'parts' | 'year'>>

/** What something is called in a list; the code is left out where the title begins with it. */
const Name = ({ row }: { row: RegisterRow }) => (
  <span className="ff-reg-name">
    {row.code === null || row.title.startsWith(row.code) ? null : <span className="ff-reg-code">{row.code} </span>}
    {row.title}
  </span>
)

/** The columns of the register: what, which kind, whose, by when, how it stands. Beside a detail there are fewer. */
export const useRegisterColumns = (slim: boolean): readonly Column<RegisterRow>[] => {
  const t = useTexts(texts)
  const columns: (Column<RegisterRow> & { readonly wide?: boolean })[] = [
    { id: 'title', title: t('list.what'), sort: (row) => row.title, cell: (row) => <Name row={row} /> },
    { id: 'kind', title: t('list.kind'), cell: (row) => t(`kinds.${row.kind}`), width: '10.5rem', wide: true },
    {
      id: 'owner',
      title: t('list.owner'),
      cell: (row) => row.person ?? row.unit ?? <span className="ff-subtle">{t('list.noOwner')}</span>,
      width: '12rem',
      wide: true,
      card: true,
    },
    {
      id: 'deadline',
      title: t('list.due'),
      sort: (row) => row.due,
      cell: (row) => <Due due={row.due} state={row.state} />,
      width: slim ? '6.75rem' : '15rem',
      card: true,
    },
    {
      id: 'light',
      title: t('list.light'),
      sort: (row) => row.light,
      cell: (row) => <Status light={row.light} due={row.due} state={row.state} />,
      width: slim ? '7.5rem' : '8.5rem',
      card: true,
    },
  ]
  return columns.filter((column) => !(slim && column.wide))
}
