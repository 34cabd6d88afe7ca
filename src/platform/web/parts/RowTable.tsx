import { Checkbox, Table } from '@navikt/ds-react'
import type { CSSProperties, MouseEvent } from 'react'
import { Link, useNavigate } from 'react-router'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'
import type { TableProps } from './DataTable.tsx'
import type { Sorting } from './sort-rows.ts'

/** How the rows are sorted now, and how to sort them otherwise. */
export interface SortControl {
  readonly sorting: Sorting
  readonly sortBy: (column: string, descending: boolean) => void
}

const isInteractive = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('a, button, input, select, label') !== null

const Mark = (props: { what: string; on: boolean; some?: boolean; set: (on: boolean) => void }) => {
  const t = useTexts(platformTexts)
  return (
    <Table.DataCell className="ff-rows__mark">
      <Checkbox
        size="small"
        hideLabel
        checked={props.on}
        indeterminate={props.some ?? false}
        onChange={(event) => props.set(event.target.checked)}
      >
        {t('table.select', { what: props.what })}
      </Checkbox>
    </Table.DataCell>
  )
}

const Row = <Row,>(props: TableProps<Row> & { row: Row; part: boolean }) => {
  const navigate = useNavigate()
  const { row, href, marks } = props
  const id = props.rowKey(row)
  const selected = props.selected?.(row) ?? false
  const open = (event: MouseEvent) => {
    if (href === undefined || isInteractive(event.target) || window.getSelection()?.isCollapsed === false) return
    navigate(href(row))
  }
  const classes = [
    href === undefined ? '' : 'ff-rows__row',
    props.part ? 'ff-rows__part' : '',
    props.context?.(row) ? 'ff-rows__context' : '',
  ]
  return (
    <Table.Row selected={selected} className={classes.filter(Boolean).join(' ')} onClick={open}>
      {marks === undefined ? null : (
        <Mark what={marks.name(row)} on={marks.marked.has(id)} set={(on) => marks.mark([id], on)} />
      )}
      {props.columns.map((column, index) =>
        index === 0 && href !== undefined ? (
          <Table.HeaderCell key={column.id} scope="row">
            <Link to={href(row)} data-row-link aria-current={selected ? 'true' : undefined}>
              {column.cell(row)}
            </Link>
          </Table.HeaderCell>
        ) : (
          <Table.DataCell key={column.id} className={column.align === 'right' ? 'ff-number' : ''}>
            {column.cell(row)}
          </Table.DataCell>
        ),
      )}
    </Table.Row>
  )
}

/**
 * The rows as a dense table, the parts of a row under it. A click anywhere in a row opens it, unless it marks text or hits
 * something else.
 */
export const RowTable = <Row,>(props: TableProps<Row> & SortControl) => {
  const { sorting, sortBy, marks, parts } = props
  const ids = props.rows.flatMap((row) => [row, ...(parts?.(row) ?? [])]).map(props.rowKey)
  const all = marks !== undefined && ids.every((id) => marks.marked.has(id))
  return (
    <div className="ff-rows__scroll">
      <Table
        size="small"
        className={props.oneLine ? 'ff-rows__lines' : ''}
        sort={{ orderBy: sorting.column, direction: sorting.descending ? 'descending' : 'ascending' }}
        onSortChange={(column) => sortBy(column, sorting.column === column && !sorting.descending)}
      >
        <caption className="aksel-sr-only">{props.caption}</caption>
        <Table.Header>
          <Table.Row>
            {marks === undefined ? null : (
              <Mark
                what={props.caption}
                on={all}
                some={!all && marks.marked.size > 0}
                set={(on) => marks.mark(ids, on)}
              />
            )}
            {props.columns.map((column) => (
              <Table.ColumnHeader
                key={column.id}
                scope="col"
                sortKey={column.id}
                sortable={column.sort !== undefined}
                align={column.align ?? 'left'}
                // As a property, so that paper can do without it.
                style={{ '--ff-column': column.width } as CSSProperties}
              >
                {column.title}
              </Table.ColumnHeader>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {props.rows.flatMap((row) => [
            <Row key={props.rowKey(row)} {...props} row={row} part={false} />,
            ...(parts?.(row) ?? []).map((part) => <Row key={props.rowKey(part)} {...props} row={part} part />),
          ])}
        </Table.Body>
      </Table>
    </div>
  )
}
