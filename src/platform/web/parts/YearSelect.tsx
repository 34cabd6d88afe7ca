import { Select } from '@navikt/ds-react'

/** Chooses a year among those known, newest first; the one that is shown stands among them always. */
export const YearSelect = (props: {
  label: string
  year: number
  years: readonly number[]
  choose: (year: string) => void
}) => (
  <Select
    size="small"
    label={props.label}
    value={String(props.year)}
    onChange={(event) => props.choose(event.target.value)}
  >
    {[...new Set([props.year, ...props.years])]
      .sort((a, b) => b - a)
      .map((year) => (
        <option key={year}>{year}</option>
      ))}
  </Select>
)
