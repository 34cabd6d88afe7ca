import { useId } from 'react'

/** A date as the browser lets one write or choose it; the value is YYYY-MM-DD or empty. */
export const DateField = (props: {
  label: string
  value: string
  onChange: (value: string) => void
  max?: string
  required?: boolean
}) => {
  const id = useId()
  return (
    <div className="aksel-form-field aksel-form-field--small">
      <label htmlFor={id} className="aksel-form-field__label aksel-label aksel-label--small">
        {props.label}
      </label>
      <input
        id={id}
        type="date"
        className="aksel-text-field__input aksel-body-short aksel-body-short--small ff-reg-date"
        value={props.value}
        max={props.max}
        required={props.required}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  )
}
