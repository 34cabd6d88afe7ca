import { Select } from '@navikt/ds-react'
import type { ReactNode } from 'react'

/** A narrow choice in a row of filters; its first entry says what it filters, so the label is for those who listen. */
export const FilterSelect = (props: {
  label: string
  value: string
  all: string
  onChange: (value: string) => void
  children: ReactNode
}) => (
  <Select
    size="small"
    hideLabel
    label={props.label}
    value={props.value}
    className={props.value === '' ? 'ff-reg-filter' : 'ff-reg-filter ff-reg-filter--set'}
    onChange={(event) => props.onChange(event.target.value)}
  >
    <option value="">{props.all}</option>
    {props.children}
  </Select>
)
