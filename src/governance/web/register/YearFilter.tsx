import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { useUrlState } from '../../../platform/web/parts/useUrlState.ts'
import { FilterSelect } from './FilterSelect.tsx'
import { optionsQuery } from './queries.ts'
import { texts } from './texts.ts'

const defaults = { year: 'newest' } as const

/**
 * The year in the address: the newest one unless another, or all (`''`), is chosen. While it is not `known` which is the
 * newest, nothing is asked for: all years would show for a moment as if they were one.
 */
export const useYear = () => {
  const { data, isPending } = useQuery(optionsQuery)
  const [state, set] = useUrlState(defaults)
  const newest = data?.years[0]
  const year = state.year === 'newest' ? String(newest ?? '') : state.year === 'all' ? '' : state.year
  return {
    year,
    known: state.year !== 'newest' || !isPending,
    years: data?.years ?? [],
    setYear: (chosen: string) => set({ year: chosen === '' ? 'all' : chosen }),
  }
}

/** Chooses the year. */
export const YearFilter = (props: { year: string; years: readonly number[]; setYear: (year: string) => void }) => {
  const t = useTexts(texts)
  return (
    <div className="ff-filters">
      <FilterSelect label={t('filters.year')} all={t('filters.allYears')} value={props.year} onChange={props.setYear}>
        {props.years.map((year) => (
          <option key={year}>{year}</option>
        ))}
      </FilterSelect>
    </div>
  )
}
