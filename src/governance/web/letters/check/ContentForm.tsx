import { Button, Select, Textarea, TextField } from '@navikt/ds-react'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { DateField } from '../../../../platform/web/parts/DateField.tsx'
import { texts } from '../texts.ts'
import { comparisonNames, groupNames } from './choices.ts'
import { blankRow, type Content } from './content.ts'
import type { ContentField } from './content-fields.ts'

interface FieldProps {
  readonly field: ContentField
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

const orNull = (text: string): string | null => (text === '' ? null : text)

const whole = (text: string): number | null => {
  const digits = text.replace(/[\s\u00a0.]/g, '')
  return /^-?\d+$/.test(digits) ? Number(digits) : null
}

const Dates = ({ field, value, onChange }: FieldProps) => {
  const t = useTexts(texts)
  const dates = value as readonly string[]
  const label = t(`fields.${field.name}`)
  return (
    <fieldset className="ff-rows">
      <legend>{label}</legend>
      {dates.map((date, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a date that is being written has no other identity.
        <div key={index} className="ff-letters-row">
          <DateField
            label={`${label} ${index + 1}`}
            value={date}
            onChange={(changed) => onChange(dates.map((old, at) => (at === index ? changed : old)))}
          />
          <Button
            size="xsmall"
            variant="tertiary"
            type="button"
            onClick={() => onChange(dates.filter((_old, at) => at !== index))}
          >
            {t('removeRow')}
          </Button>
        </div>
      ))}
      <Button size="xsmall" variant="secondary" type="button" onClick={() => onChange([...dates, ''])}>
        {t('addRow')}
      </Button>
    </fieldset>
  )
}

const Rows = ({ field, value, onChange, fields }: FieldProps & { fields: readonly ContentField[] }) => {
  const t = useTexts(texts)
  const rows = value as readonly Content[]
  return (
    <fieldset className="ff-rows">
      <legend>{t(`fields.${field.name}`)}</legend>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row that is being written has no other identity.
        <div key={index} className="ff-rows__row">
          <ContentForm
            fields={fields}
            content={row}
            onChange={(changed) => onChange(rows.map((old, at) => (at === index ? changed : old)))}
          />
          <Button
            size="xsmall"
            variant="tertiary"
            type="button"
            onClick={() => onChange(rows.filter((_old, at) => at !== index))}
          >
            {t('removeRow')}
          </Button>
        </div>
      ))}
      <Button size="xsmall" variant="secondary" type="button" onClick={() => onChange([...rows, blankRow(fields)])}>
        {t('addRow')}
      </Button>
    </fieldset>
  )
}

const Choose = ({ field, value, onChange, choices }: FieldProps & { choices: readonly string[] }) => {
  const t = useTexts(texts)
  const words = (choice: string): string => {
    const comparison = comparisonNames.find((known) => known === choice)
    if (comparison) return t(`comparisons.${comparison}`)
    const group = groupNames.find((known) => known === choice)
    return group ? t(`groups.${group}`) : choice
  }
  return (
    <Select
      size="small"
      label={t(`fields.${field.name}`)}
      value={String(value)}
      onChange={(event) => onChange(event.target.value)}
    >
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {words(choice)}
        </option>
      ))}
    </Select>
  )
}

const Field = (props: FieldProps) => {
  const t = useTexts(texts)
  const { field, value, onChange } = props
  const { shape } = field
  const label = t(`fields.${field.name}`)
  const text = value === null || value === undefined ? '' : String(value)
  if (typeof shape === 'object') {
    return 'rows' in shape ? <Rows {...props} fields={shape.rows} /> : <Choose {...props} choices={shape.choose} />
  }
  switch (shape) {
    case 'dates':
      return <Dates {...props} />
    case 'date':
      return <DateField label={label} value={text} onChange={(date) => onChange(orNull(date))} />
    case 'lines':
      return (
        <Textarea
          size="small"
          label={label}
          description={t('lines')}
          minRows={1}
          value={(value as readonly string[]).join('\n')}
          onChange={(event) => onChange(event.target.value === '' ? [] : event.target.value.split('\n'))}
        />
      )
    case 'prose':
      return (
        <Textarea
          size="small"
          label={label}
          minRows={2}
          maxRows={10}
          value={text}
          onChange={(event) => onChange(orNull(event.target.value))}
        />
      )
    case 'whole':
    case 'wholeRequired':
      return (
        <TextField
          size="small"
          label={label}
          inputMode="numeric"
          value={text}
          onChange={(event) => onChange(whole(event.target.value) ?? (shape === 'whole' ? null : 0))}
        />
      )
    case 'decimal':
      return (
        <TextField
          size="small"
          type="number"
          label={label}
          value={text}
          onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
        />
      )
    default:
      return (
        <TextField
          size="small"
          label={label}
          value={text}
          required={shape === 'line'}
          onChange={(event) => onChange(shape === 'line' ? event.target.value : orNull(event.target.value))}
        />
      )
  }
}

/** The fields of a content, to be written in. */
export const ContentForm = (props: {
  fields: readonly ContentField[]
  content: Content
  onChange: (content: Content) => void
}) => (
  <div className="ff-content-form">
    {props.fields.map((field) => (
      <Field
        key={field.name}
        field={field}
        value={props.content[field.name]}
        onChange={(value) => props.onChange({ ...props.content, [field.name]: value })}
      />
    ))}
  </div>
)

/** The content as it is sent: empty lines of lists and dates left out. */
export const tidied = (content: Content): Content =>
  Object.fromEntries(
    Object.entries(content).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.filter((one) => one !== '') : value,
    ]),
  )
