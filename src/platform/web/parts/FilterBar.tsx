import { Button } from '@navikt/ds-react'
import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'
import { useNarrow } from './useNarrow.ts'

/**
 * The filters of a list in one row; on a phone behind a heading that opens. Says how many rows there are after each
 * change, and offers to clear when something is chosen. Keep the values with {@link useUrlState}.
 */
export const FilterBar = (props: {
  children: ReactNode
  count: number
  /** There are more than `count`. */
  beyond?: boolean
  active: boolean
  clear: () => void
  /** The rows are still those of the choice before. */
  busy?: boolean
}) => {
  const t = useTexts(platformTexts)
  const narrow = useNarrow()
  const { pathname, search } = useLocation()
  const fields = <div className="ff-filters__fields">{props.children}</div>
  return (
    <div className="ff-filters">
      {narrow ? (
        <details open={props.active}>
          <summary>{t('table.filters')}</summary>
          {fields}
        </details>
      ) : (
        fields
      )}
      <p className="ff-filters__count">
        <span
          role="status"
          aria-busy={props.busy ?? false}
          data-total={props.busy ? undefined : props.count}
          data-address={pathname + search}
        >
          {props.beyond ? t('table.rowsOver', { total: props.count }) : t('table.rows', { count: props.count })}
        </span>
        {props.active ? (
          <Button size="xsmall" variant="tertiary" onClick={props.clear}>
            {t('table.clearFilters')}
          </Button>
        ) : null}
      </p>
    </div>
  )
}
