import { Button } from '@navikt/ds-react'
import { type ReactNode, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useSearchParams } from 'react-router'
import { useShortcut } from '../frame/shortcuts.ts'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'
import { RowCards } from './RowCards.tsx'
import { RowTable } from './RowTable.tsx'
import { parseSorting, type SortValue, sortRows, writeSorting } from './sort-rows.ts'
import { useNarrow } from './useNarrow.ts'

/** A column. The first one names the row: its content is the link to the row's page. */
export interface Column<Row> {
  readonly id: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** What to sort by (in a list that the server sorts, it only says that one can); without it the column is not sortable. */
  readonly sort?: (row: Row) => SortValue
  /** Of a table with one line a row: how wide, as CSS has it. */
  readonly width?: string
  /** Numbers stand to the right, with their unit in the title. */
  readonly align?: 'right'
  /** One of the (three, at most) facts that matter on a phone. */
  readonly card?: boolean
}

/** What a table shows. */
export interface TableProps<Row> {
  /** What the table lists, for those who cannot see the heading above it. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Where a row leads; without it rows are not opened. */
  readonly href?: (row: Row) => string
  /** The row shown in the detail beside the list. */
  readonly selected?: (row: Row) => boolean
  /** What is shown under a row, as a part of it. */
  readonly parts?: (row: Row) => readonly Row[]
  /** True for a row that is there only to say what its parts belong to. */
  readonly context?: (row: Row) => boolean
  /** Rows can be marked, to do something with them all. */
  readonly marks?: Marks<Row>
  /** One line a row, cut where it is too long, for lists where one looks for a row among many. */
  readonly oneLine?: boolean
}

/** The rows that are marked, by their keys. */
export interface Marks<Row> {
  readonly marked: ReadonlySet<string>
  readonly mark: (keys: readonly string[], on: boolean) => void
  /** What a row is called, for those who cannot see it beside its box. */
  readonly name: (row: Row) => string
}

const step = 200

const focusRow = (root: HTMLElement | null, move: 1 | -1): void => {
  const links = [...(root?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])]
  const focused = links.indexOf(document.activeElement as HTMLElement)
  // Back from a form or a detail, one goes on from the row that is open.
  const now = focused === -1 ? links.findIndex((link) => link.getAttribute('aria-current') === 'true') : focused
  const next = now === -1 ? (move === 1 ? 0 : links.length - 1) : now + move
  links[Math.max(0, Math.min(links.length - 1, next))]?.focus()
}

/** `j` and `k` move between the rows inside the element. */
export const useRowKeys = (): RefObject<HTMLDivElement | null> => {
  const root = useRef<HTMLDivElement>(null)
  useShortcut('j', () => focusRow(root.current, 1))
  useShortcut('k', () => focusRow(root.current, -1))
  return root
}

/** On paper every row is shown: there is no button to press. */
const useAllRowsOnPaper = (showAll: () => void) => {
  useEffect(() => {
    const before = () => flushSync(showAll)
    window.addEventListener('beforeprint', before)
    return () => window.removeEventListener('beforeprint', before)
  }, [showAll])
}

/**
 * A dense table: sortable, with the sorting in the address; `j` and `k` move between rows and Enter opens; on a phone
 * each row is a card with the facts that matter. Very many rows are shown in steps of 200.
 */
export const DataTable = <Row,>(
  props: TableProps<Row> & {
    /** How the rows are sorted when the address does not say: a column's id, with `-` before it for descending. */
    initialSort?: string
    /** The name of the sorting in the address, when a page has more than one table. */
    sortParameter?: string
    /** What to say when there are no rows. */
    empty?: ReactNode
  },
) => {
  const t = useTexts(platformTexts)
  const narrow = useNarrow()
  const root = useRowKeys()
  const [shown, setShown] = useState(step)
  useAllRowsOnPaper(useCallback(() => setShown(Number.POSITIVE_INFINITY), []))
  const [params, setParams] = useSearchParams()
  const parameter = props.sortParameter ?? 'sort'
  const sorting = parseSorting(params.get(parameter) ?? props.initialSort ?? '')
  const { rows, columns } = props
  const value = columns.find((column) => column.id === sorting.column)?.sort
  const sorted = useMemo(
    () => (value === undefined ? rows : sortRows(rows, value, sorting.descending)),
    [rows, value, sorting.descending],
  )

  if (rows.length === 0) return props.empty ?? <p className="ff-subtle">{t('table.noneMatch')}</p>
  const sortBy = (column: string, descending: boolean) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now)
        next.set(parameter, writeSorting({ column, descending }))
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  const visible = sorted.slice(0, shown)
  const Shape = narrow ? RowCards : RowTable
  return (
    <div ref={root} className="ff-rows">
      <Shape {...props} rows={visible} sorting={sorting} sortBy={sortBy} />
      {sorted.length > visible.length ? (
        <p className="ff-rows__more">
          {t('table.shownOf', { shown: visible.length, total: sorted.length })}
          <Button size="small" variant="secondary" onClick={() => setShown(shown + step)}>
            {t('table.showMore', { count: Math.min(step, sorted.length - visible.length) })}
          </Button>
        </p>
      ) : null}
    </div>
  )
}
