import { Button } from '@navikt/ds-react'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'
import { Answer } from '../parts/Answer.tsx'
import { type TableProps, useRowKeys } from '../parts/DataTable.tsx'
import { RowCards } from '../parts/RowCards.tsx'
import { RowTable } from '../parts/RowTable.tsx'
import { parseSorting, writeSorting } from '../parts/sort-rows.ts'
import { useNarrow } from '../parts/useNarrow.ts'
import type { useList } from './useList.ts'

/**
 * A list that the server filters, sorts and pages: a dense table, cards on a phone; the order in the address, `j` and `k`
 * between the rows, the next page by a button. A column's id is the server's name
 * of the order.
 */
export const ListTable = <Row,>(
  props: Omit<TableProps<Row>, 'rows'> & {
    list: ReturnType<typeof useList<Row>>
    /** The order when the address names none. */
    initialSort?: string
    /** What is said when there are no rows. */
    empty: ReactNode
  },
) => {
  const t = useTexts(platformTexts)
  const root = useRowKeys()
  const narrow = useNarrow()
  const [params, setParams] = useSearchParams()
  const { query, rows, total, beyond } = props.list
  const sortBy = (column: string, descending: boolean) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now)
        next.set('sort', writeSorting({ column, descending }))
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  const Shape = narrow ? RowCards : RowTable
  return (
    <Answer query={query} lines={12}>
      {() =>
        rows.length === 0 ? (
          props.empty
        ) : (
          <div ref={root} className="ff-rows">
            <Shape
              {...props}
              rows={rows}
              sorting={parseSorting(params.get('sort') ?? props.initialSort ?? '')}
              sortBy={sortBy}
            />
            {query.hasNextPage ? (
              <p className="ff-rows__more">
                {t(beyond ? 'table.shownOfOver' : 'table.shownOf', { shown: rows.length, total })}
                <Button
                  size="small"
                  variant="secondary"
                  loading={query.isFetchingNextPage}
                  onClick={() => query.fetchNextPage()}
                >
                  {t('table.more')}
                </Button>
              </p>
            ) : null}
          </div>
        )
      }
    </Answer>
  )
}
