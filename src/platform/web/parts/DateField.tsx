import { DatePicker, useDatepicker } from '@navikt/ds-react'
import { useEffect, useRef, useState } from 'react'
import { parsePlainDate, plainDateOf } from '../../rules/plain-date.ts'
import { formatDate } from '../format.ts'
import { platformTexts } from '../i18n/platform.ts'
import { useLocale, useTexts } from '../i18n/texts.ts'

/** A plain date as the calendar has it: its midnight here. */
const asDate = (text: string | undefined): Date | undefined => {
  const date = parsePlainDate(text ?? '')
  return date === null ? undefined : new Date(`${date}T00:00:00`)
}

const asText = (date: Date | undefined): string =>
  date === undefined ? '' : (plainDateOf(date.getFullYear(), date.getMonth() + 1, date.getDate()) ?? '')

const bound = (text: string): string => {
  const date = parsePlainDate(text)
  return date === null ? text : formatDate(date)
}

/**
 * A date that is typed (`1.6.2026`, `01.06.2026`) or chosen in a calendar; the value is YYYY-MM-DD, or empty. What is no
 * date, or outside of the bounds, is told in words when one leaves the field.
 */
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
  const t = useTexts(platformTexts)
  const { value, min = '', max = '' } = props
  const told = useRef(value)
  const [wrong, setWrong] = useState<string | null>(null)
  const [left, setLeft] = useState(false)
  const [begun, from, to] = [asDate(value), asDate(min), asDate(max)]
  const { datepickerProps, inputProps, setSelected } = useDatepicker({
    locale: useLocale(),
    ...(from === undefined ? {} : { fromDate: from }),
    ...(to === undefined ? {} : { toDate: to }),
    ...(begun === undefined ? {} : { defaultSelected: begun }),
    onDateChange: (date) => {
      const next = asText(date)
      if (next === told.current) return
      told.current = next
      props.onChange(next)
    },
    onValidate: ({ isEmpty, isInvalid, isBefore, isAfter }) => {
      const outside = isBefore
        ? t('date.before', { date: bound(min) })
        : isAfter
          ? t('date.after', { date: bound(max) })
          : null
      setWrong(isEmpty ? null : isInvalid ? t('date.invalid') : outside)
    },
  })
  // A value from outside (a draft that was brought back or thrown away) is shown; one's own typing is left alone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the value is followed.
  useEffect(() => {
    if (value === told.current) return
    told.current = value
    setWrong(null)
    setSelected(asDate(value))
  }, [value])
  return (
    <DatePicker {...datepickerProps} dropdownCaption={false}>
      <DatePicker.Input
        {...inputProps}
        {...(props.id === undefined ? {} : { id: props.id })}
        size="small"
        label={props.label}
        description={props.description}
        required={props.required}
        error={(left || props.error !== undefined ? wrong : null) ?? props.error}
        onChange={(event) => {
          setLeft(false)
          inputProps.onChange?.(event)
        }}
        onBlur={(event) => {
          // Words that come between pressing a button and letting it go would move it away from under the pointer.
          setLeft(!(event.relatedTarget instanceof HTMLButtonElement))
          inputProps.onBlur?.(event)
        }}
      />
    </DatePicker>
  )
}
