import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { useUrlState } from '../../../platform/web/parts/useUrlState.ts'
import { FilterSelect } from './FilterSelect.tsx'
import { optionsQuery } from './queries.ts'
import { texts } from './texts.ts'

const defaults = { year: 'newest' } as const

/** The year in the address: the newest one unless another, or all (`''`), is chosen. */
export const useYear = () => {
  const { data } = useQuery(optionsQuery)
  const [state, set] = useUrlState(defaults)
  const newest = data?.years[0]
  const year = state.year === 'newest' ? String(newest ?? '') : state.year === 'all' ? '' : state.year
  return { year, years: data?.years ?? [], setYear: (chosen: string) => set({ year: chosen === '' ? 'all' : chosen }) }
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
