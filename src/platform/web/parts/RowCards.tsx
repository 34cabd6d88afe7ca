import { Select } from '@navikt/ds-react'
import { Link } from 'react-router'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'
import type { TableProps } from './DataTable.tsx'
import type { SortControl } from './RowTable.tsx'
import { parseSorting, writeSorting } from './sort-rows.ts'

const Card = <Row,>(props: TableProps<Row> & { row: Row }) => {
  const { row } = props
  const [name, ...others] = props.columns
  return (
    <>
      {props.href === undefined ? (
        <strong>{name?.cell(row)}</strong>
      ) : (
        <Link
          to={props.href(row)}
          data-row-link
          className="ff-card__link"
          aria-current={props.selected?.(row) ? 'true' : undefined}
        >
          {name?.cell(row)}
        </Link>
      )}
      <dl className="ff-card__facts">
        {others
          .filter((column) => column.card)
          .map((column) => (
            <div key={column.id}>
              <dt>{column.title}</dt>
              <dd>{column.cell(row)}</dd>
            </div>
          ))}
      </dl>
    </>
  )
}

/** The rows as cards for a phone: what names the row, and the facts that matter. */
export const RowCards = <Row,>(props: TableProps<Row> & SortControl) => {
  const t = useTexts(platformTexts)
  const sortable = props.columns.filter((column) => column.sort !== undefined)
  const sortText = (text: string) => {
    const { column, descending } = parseSorting(text)
    props.sortBy(column, descending)
  }
  return (
    <>
      {sortable.length > 1 ? (
        <Select
          size="small"
          label={t('table.sortBy')}
          value={writeSorting(props.sorting)}
          onChange={(event) => sortText(event.target.value)}
        >
          {props.sorting.column === '' ? <option value="">–</option> : null}
          {sortable.flatMap((column) => [
            <option key={column.id} value={column.id}>
              {column.title}, {t('table.sortUp')}
            </option>,
            <option key={`-${column.id}`} value={`-${column.id}`}>
              {column.title}, {t('table.sortDown')}
            </option>,
          ])}
        </Select>
      ) : null}
      <ul className="ff-plain-list ff-cards" aria-label={props.caption}>
        {props.rows.map((row) => (
          <li key={props.rowKey(row)} className="ff-panel ff-card">
            <Card {...props} row={row} />
            {(props.parts?.(row) ?? []).map((part) => (
              <div key={props.rowKey(part)} className="ff-card__part">
                <Card {...props} row={part} />
              </div>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}
