import { useId } from 'react'

/** A date as the browser lets one write or choose it; the value is YYYY-MM-DD, or empty. */
export const DateField = (props: {
  label: string
  value: string
  onChange: (value: string) => void
  description?: string
  min?: string
  max?: string
  required?: boolean
  id?: string
  error?: string | undefined
}) => {
  const own = useId()
  const id = props.id ?? own
  const help = props.description === undefined ? undefined : `${id}-help`
  return (
    <div className="aksel-form-field aksel-form-field--small">
      <label htmlFor={id} className="aksel-form-field__label aksel-label aksel-label--small">
        {props.label}
      </label>
      {help === undefined ? null : (
        <div id={help} className="aksel-form-field__description aksel-body-short aksel-body-short--small">
          {props.description}
        </div>
      )}
      <input
        id={id}
        type="date"
        className="aksel-text-field__input aksel-body-short aksel-body-short--small ff-date"
        aria-describedby={help}
        value={props.value}
        min={props.min}
        max={props.max}
        required={props.required}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  )
}
