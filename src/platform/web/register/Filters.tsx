import { ChevronDownIcon } from '@navikt/aksel-icons'
import { Checkbox, CheckboxGroup, Select, TextField } from '@navikt/ds-react'
import { Menu } from '../frame/Menu.tsx'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'
import { DateField } from '../parts/DateField.tsx'
import { FilterBar } from '../parts/FilterBar.tsx'
import { usePermission } from '../session/session.ts'
import { SavedViews } from './SavedViews.tsx'
import type { Question } from './useQuestion.ts'

/** A value to choose, and its words. */
export interface FilterOption {
  readonly value: string
  readonly words: string
}

interface Named {
  /** Its name in the address. */
  readonly name: string
  readonly label: string
}

/** A filter by a day. */
interface DayField extends Named {
  readonly day: true
}

/** A filter with what can be chosen. */
interface ChoiceField extends Named {
  /** Options, or groups of them under a heading. */
  readonly options: readonly (FilterOption | { readonly heading: string; readonly options: readonly FilterOption[] })[]
  /** More than one can be chosen. */
  readonly several?: boolean
  /** What nothing chosen is called; null: something is always chosen. Otherwise *Alle*. */
  readonly all?: string | null
  /** Where the choice is not simply the value of `name`. */
  readonly value?: string
  readonly choose?: (value: string) => void
}

/** A filter of a list. */
export type FilterField = ChoiceField | DayField

interface ChoiceProps {
  readonly field: ChoiceField
  readonly value: string
  readonly choose: (value: string) => void
}

const Single = ({ field, value, choose }: ChoiceProps) => {
  const t = useTexts(platformTexts)
  const option = ({ value: each, words }: FilterOption) => (
    <option key={each} value={each}>
      {words}
    </option>
  )
  return (
    <Select
      size="small"
      label={field.label}
      value={value}
      className={value === '' || field.all === null ? 'ff-filter' : 'ff-filter ff-filter--set'}
      onChange={(event) => choose(event.target.value)}
    >
      {field.all === null ? null : <option value="">{field.all ?? t('table.all')}</option>}
      {field.options.map((each) =>
        'heading' in each ? (
          <optgroup key={each.heading} label={each.heading}>
            {each.options.map(option)}
          </optgroup>
        ) : (
          option(each)
        ),
      )}
    </Select>
  )
}

const Several = ({ field, value, choose }: ChoiceProps) => {
  const t = useTexts(platformTexts)
  const chosen = value === '' ? [] : value.split(',')
  const options = field.options.flatMap((each) => ('heading' in each ? each.options : [each]))
  const words = options.filter((each) => chosen.includes(each.value)).map((each) => each.words)
  const shown =
    words.length === 0
      ? t('table.all')
      : words.length > 2
        ? t('table.chosen', { count: words.length })
        : words.join(', ')
  return (
    <div
      className={`aksel-form-field aksel-form-field--small ff-filter ${chosen.length === 0 ? '' : 'ff-filter--set'}`}
    >
      {/* The button names itself with the label and what is chosen. */}
      <span aria-hidden className="aksel-form-field__label aksel-label aksel-label--small">
        {field.label}
      </span>
      <Menu
        label={`${field.label}: ${shown}`}
        button={
          <>
            <span className="ff-filter__shown">{shown}</span>
            <ChevronDownIcon aria-hidden />
          </>
        }
      >
        <CheckboxGroup
          size="small"
          legend={field.label}
          hideLegend
          value={chosen}
          onChange={(values: string[]) =>
            // In the order of the options, so that the same choice has the same address.
            choose(
              options
                .map((each) => each.value)
                .filter((each) => values.includes(each))
                .join(','),
            )
          }
        >
          {options.map((each) => (
            <Checkbox key={each.value} value={each.value}>
              {each.words}
            </Checkbox>
          ))}
        </CheckboxGroup>
      </Menu>
    </div>
  )
}

/** The filters of a list, each with its label; every choice stands in the address. */
export const Filters = (props: {
  question: Question
  count: number
  /** There are more than `count`, where counting stopped. */
  beyond?: boolean
  busy?: boolean
  fields: readonly FilterField[]
  /** The label of the search by text, where the list has one. */
  text?: string
  /** The page whose views can be kept. */
  page?: string
}) => {
  const { filters, set, active, clear } = props.question
  const maySave = usePermission('view.save')
  return (
    <FilterBar
      count={props.count}
      beyond={props.beyond ?? false}
      busy={props.busy ?? false}
      active={active}
      clear={clear}
    >
      {props.text === undefined ? null : (
        <TextField
          size="small"
          label={props.text}
          className="ff-filter ff-filter--text"
          value={filters.text ?? ''}
          onChange={(event) => set({ text: event.target.value })}
        />
      )}
      {props.fields.map((field) => {
        if ('day' in field)
          return (
            <DateField
              key={field.name}
              label={field.label}
              value={filters[field.name] ?? ''}
              onChange={(day) => set({ [field.name]: day })}
            />
          )
        const Choice = field.several ? Several : Single
        return (
          <Choice
            key={field.name}
            field={field}
            value={field.value ?? filters[field.name] ?? ''}
            choose={field.choose ?? ((value) => set({ [field.name]: value }))}
          />
        )
      })}
      {props.page === undefined || !maySave ? null : <SavedViews page={props.page} />}
    </FilterBar>
  )
}
