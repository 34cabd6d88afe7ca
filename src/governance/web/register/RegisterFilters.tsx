import { useQuery } from '@tanstack/react-query'
import { platformTexts } from '../../../platform/web/i18n/platform.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { type FilterField, Filters } from '../../../platform/web/register/Filters.tsx'
import type { Question } from '../../../platform/web/register/useQuestion.ts'
import { deadlineWindows } from '../../rules/follow-up/deadline.ts'
import { commitmentKinds } from '../../rules/follow-up/kinds.ts'
import { lights } from '../../rules/follow-up/light.ts'
import { sortings } from '../../rules/follow-up/sortings.ts'
import { commitmentStates } from '../../rules/follow-up/state.ts'
import { optionsQuery } from './queries.ts'
import { texts } from './texts.ts'

/** The filters of the register as they stand in the address; what is not open is asked for. */
export const registerDefaults = {
  year: '',
  kind: '',
  goal: '',
  unit: '',
  owner: '',
  light: '',
  due: '',
  state: 'open',
  text: '',
  sort: 'deadline',
} as const

const sortKeys = {
  deadline: 'list.sortDeadline',
  letter: 'list.sortLetter',
  title: 'list.sortTitle',
  light: 'list.sortLight',
  changed: 'list.sortChanged',
} as const

/** A unit or a person, in one choice: a unit's value has a word before its id. */
const useOwnerField = ({ filters, set }: Question): FilterField => {
  const t = useTexts(texts)
  const { data } = useQuery(optionsQuery)
  const unit = (id: string) => `unit ${id}`
  return {
    name: 'owner',
    label: t('filters.owner'),
    value: filters.unit ? unit(filters.unit) : (filters.owner ?? ''),
    choose: (chosen) =>
      set(chosen.startsWith('unit ') ? { unit: chosen.slice(5), owner: '' } : { unit: '', owner: chosen }),
    options: [
      { value: 'mine', words: t('filters.mine') },
      { value: 'none', words: t('filters.ownerless') },
      {
        heading: t('filters.units'),
        options: [
          ...(data?.units ?? []).map(({ id, name }) => ({ value: unit(id), words: name })),
          { value: unit('none'), words: t('filters.unitless') },
        ],
      },
      {
        heading: t('filters.people'),
        options: (data?.people ?? []).map(({ id, name }) => ({ value: id, words: name })),
      },
    ],
  }
}

/** The filters of the register's list. */
export const RegisterFilters = (props: { question: Question; count: number; busy: boolean }) => {
  const { filters, set } = props.question
  const t = useTexts(texts)
  const platform = useTexts(platformTexts)
  const { data } = useQuery(optionsQuery)
  const goals = data?.goals.filter((goal) => !filters.year || String(goal.year) === filters.year) ?? []
  const owner = useOwnerField(props.question)
  const fields: FilterField[] = [
    {
      name: 'year',
      label: t('filters.year'),
      options: (data?.years ?? []).map((year) => ({ value: String(year), words: String(year) })),
      choose: (year) => set({ year, goal: '' }),
    },
    {
      name: 'kind',
      label: t('filters.kind'),
      several: true,
      options: commitmentKinds.map((kind) => ({ value: kind, words: t(`kinds.${kind}`) })),
    },
    {
      name: 'goal',
      label: t('filters.goal'),
      options: [
        ...goals.map(({ id, year, number, title }) => ({
          value: id,
          words: [filters.year ? null : `${year}:`, number, title].filter(Boolean).join(' '),
        })),
        { value: 'none', words: t('filters.goalless') },
      ],
    },
    owner,
    {
      name: 'light',
      label: t('filters.light'),
      several: true,
      options: [
        ...lights.toReversed().map((light) => ({ value: light, words: platform(`lights.${light}`) })),
        { value: 'none', words: platform('lights.none') },
      ],
    },
    {
      name: 'due',
      label: t('filters.due'),
      options: deadlineWindows.map((window) => ({ value: window, words: t(`windows.${window}`) })),
    },
    {
      name: 'state',
      label: t('filters.state'),
      all: null,
      options: [
        ...commitmentStates.map((state) => ({ value: state, words: t(`states.${state}`) })),
        { value: 'all', words: t('filters.allStates') },
      ],
    },
    {
      name: 'sort',
      label: t('list.sort'),
      all: null,
      // Turned round by a column's heading, it is still the same order.
      value: (filters.sort ?? '').replace(/^-/, ''),
      options: sortings.map((sorting) => ({ value: sorting, words: t(sortKeys[sorting]) })),
    },
  ]
  return <Filters {...props} fields={fields} text={t('filters.text')} page="/register" />
}
