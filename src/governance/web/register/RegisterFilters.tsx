import { Select, TextField } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { platformTexts } from '../../../platform/web/i18n/platform.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { FilterBar } from '../../../platform/web/parts/FilterBar.tsx'
import { deadlineWindows } from '../../rules/follow-up/deadline.ts'
import { commitmentKinds } from '../../rules/follow-up/kinds.ts'
import { sortings } from '../../rules/follow-up/sortings.ts'
import { commitmentStates } from '../../rules/follow-up/state.ts'
import { FilterSelect } from './FilterSelect.tsx'
import { optionsQuery } from './queries.ts'
import { texts } from './texts.ts'
import type { useQuestion } from './useQuestion.ts'

const sortKeys = {
  deadline: 'list.sortDeadline',
  letter: 'list.sortLetter',
  title: 'list.sortTitle',
  light: 'list.sortLight',
  changed: 'list.sortChanged',
} as const

type Question = ReturnType<typeof useQuestion>

const OwnerFilter = ({ filters, set }: Question) => {
  const t = useTexts(texts)
  const { data } = useQuery(optionsQuery)
  const value = filters.unit === '' ? filters.owner : `unit ${filters.unit}`
  const choose = (chosen: string) =>
    set(chosen.startsWith('unit ') ? { unit: chosen.slice(5), owner: '' } : { unit: '', owner: chosen })
  return (
    <FilterSelect label={t('filters.owner')} all={t('filters.owner')} value={value} onChange={choose}>
      <option value="mine">{t('filters.mine')}</option>
      <option value="none">{t('filters.ownerless')}</option>
      <optgroup label={t('filters.units')}>
        {data?.units.map((unit) => (
          <option key={unit.id} value={`unit ${unit.id}`}>
            {unit.name}
          </option>
        ))}
      </optgroup>
      <optgroup label={t('filters.people')}>
        {data?.people.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </optgroup>
    </FilterSelect>
  )
}

/** The filters of the register's list; every choice stands in the address. */
export const RegisterFilters = (props: { question: Question; count: number }) => {
  const { filters, set, active, clear } = props.question
  const t = useTexts(texts)
  const platform = useTexts(platformTexts)
  const { data } = useQuery(optionsQuery)
  const goals = data?.goals.filter((goal) => filters.year === '' || String(goal.year) === filters.year) ?? []
  return (
    <FilterBar count={props.count} active={active} clear={clear}>
      <TextField
        size="small"
        hideLabel
        type="text"
        label={t('filters.text')}
        placeholder={t('filters.text')}
        className="ff-reg-text"
        value={filters.text}
        onChange={(event) => set({ text: event.target.value })}
      />
      <FilterSelect
        label={t('filters.year')}
        all={t('filters.year')}
        value={filters.year}
        onChange={(year) => set({ year, goal: '' })}
      >
        {data?.years.map((year) => (
          <option key={year}>{year}</option>
        ))}
      </FilterSelect>
      <FilterSelect
        label={t('filters.kind')}
        all={t('filters.kind')}
        value={filters.kind}
        onChange={(kind) => set({ kind })}
      >
        {commitmentKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kinds.${kind}`)}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect
        label={t('filters.goal')}
        all={t('filters.goal')}
        value={filters.goal}
        onChange={(goal) => set({ goal })}
      >
        {goals.map((goal) => (
          <option key={goal.id} value={goal.id}>
            {filters.year === '' ? `${goal.year}: ` : ''}
            {goal.number} {goal.title}
          </option>
        ))}
      </FilterSelect>
      <OwnerFilter {...props.question} />
      <FilterSelect
        label={t('filters.light')}
        all={t('filters.light')}
        value={filters.light}
        onChange={(light) => set({ light })}
      >
        <option value="red,yellow">{t('filters.attention')}</option>
        <option value="red">{platform('lights.red')}</option>
        <option value="yellow">{platform('lights.yellow')}</option>
        <option value="green">{platform('lights.green')}</option>
        <option value="none">{t('filters.noLight')}</option>
      </FilterSelect>
      <FilterSelect
        label={t('filters.due')}
        all={t('filters.due')}
        value={filters.due}
        onChange={(due) => set({ due })}
      >
        {deadlineWindows.map((window) => (
          <option key={window} value={window}>
            {t(`windows.${window}`)}
          </option>
        ))}
      </FilterSelect>
      <Select
        size="small"
        hideLabel
        label={t('filters.state')}
        value={filters.state}
        className="ff-reg-filter"
        onChange={(event) => set({ state: event.target.value })}
      >
        {commitmentStates.map((state) => (
          <option key={state} value={state}>
            {t(`states.${state}`)}
          </option>
        ))}
        <option value="all">{t('filters.allStates')}</option>
      </Select>
      <Select
        size="small"
        hideLabel
        label={t('list.sort')}
        value={filters.sort}
        className="ff-reg-filter"
        onChange={(event) => set({ sort: event.target.value })}
      >
        {sortings.map((sorting) => (
          <option key={sorting} value={sorting}>
            {t(sortKeys[sorting])}
          </option>
        ))}
      </Select>
    </FilterBar>
  )
}
