import { Table } from '@navikt/ds-react'
import type { MouseEvent } from 'react'
import { Link, useNavigate } from 'react-router'
import type { TableProps } from './DataTable.tsx'
import type { Sorting } from './sort-rows.ts'

/** How the rows are sorted now, and how to sort them otherwise. */
export interface SortControl {
  readonly sorting: Sorting
  readonly sortBy: (column: string, descending: boolean) => void
}

const isInteractive = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('a, button, input, select, label') !== null

/** The rows as a dense table. A click anywhere in a row opens it, unless it marks text or hits something else. */
export const RowTable = <Row,>(props: TableProps<Row> & SortControl) => {
  const navigate = useNavigate()
  const { sorting, sortBy, href } = props
  const open = (event: MouseEvent, row: Row) => {
    if (href === undefined || isInteractive(event.target) || window.getSelection()?.isCollapsed === false) return
    navigate(href(row))
  }
  return (
    <div className="ff-rows__scroll">
      <Table
        size="small"
        sort={{ orderBy: sorting.column, direction: sorting.descending ? 'descending' : 'ascending' }}
        onSortChange={(column) => sortBy(column, sorting.column === column && !sorting.descending)}
      >
        <caption className="aksel-sr-only">{props.caption}</caption>
        <Table.Header>
          <Table.Row>
            {props.columns.map((column) => (
              <Table.ColumnHeader
                key={column.id}
                scope="col"
                sortKey={column.id}
                sortable={column.sort !== undefined}
                align={column.align ?? 'left'}
              >
                {column.title}
              </Table.ColumnHeader>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {props.rows.map((row) => (
            <Table.Row
              key={props.rowKey(row)}
              selected={props.selected?.(row) ?? false}
              className={href === undefined ? '' : 'ff-rows__row'}
              onClick={(event) => open(event, row)}
            >
              {props.columns.map((column, index) =>
                index === 0 && href !== undefined ? (
                  <Table.HeaderCell key={column.id} scope="row">
                    <Link to={href(row)} data-row-link aria-current={props.selected?.(row) ? 'true' : undefined}>
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
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
