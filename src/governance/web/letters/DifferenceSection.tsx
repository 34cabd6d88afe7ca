import { Tag } from '@navikt/ds-react'
import { parsePlainDate } from '../../../platform/rules/plain-date.ts'
import { formatDate, formatKroner } from '../../../platform/web/format.ts'
import { useLocale, useTexts } from '../../../platform/web/i18n/texts.ts'
import type { Difference } from '../../rules/approval-shapes.ts'
import { type FieldName, isFieldName } from './field-names.ts'
import { texts } from './texts.ts'

type Section = Difference['sections'][number]
type Row = Section['rows'][number]
type Side = NonNullable<Row['before']>
type Value = Row['fields'][number]['before']

const colours = { new: 'success', gone: 'danger', changed: 'warning', same: 'neutral' } as const
const signs = { new: '+', gone: '−', changed: '~', same: '=' } as const
const kinds = ['new', 'gone', 'changed', 'same'] as const
const sections = [
  'goal',
  'steering-parameter',
  'reporting-requirement',
  'assignment',
  'report',
  'appropriation',
  'earmark',
] as const

const useShown = () => {
  const t = useTexts(texts)
  const locale = useLocale()
  return (value: Value): string => {
    if (value === null || (Array.isArray(value) && value.length === 0)) return t('empty')
    if (typeof value === 'number') return formatKroner(value, locale)
    const one = (text: string) => {
      const date = parsePlainDate(text)
      return date === null ? text : formatDate(date)
    }
    return Array.isArray(value) ? value.map(one).join('; ') : one(value)
  }
}

const Named = ({ side }: { side: Side | null }) => {
  const locale = useLocale()
  if (side === null) return <span aria-hidden>–</span>
  return (
    <>
      {side.code === null ? null : <strong>{side.code} </strong>}
      {side.title}
      {side.amountNOK === null ? null : <span className="ff-number"> {formatKroner(side.amountNOK, locale)}</span>}
    </>
  )
}

const Fields = ({ row }: { row: Row }) => {
  const t = useTexts(texts)
  const shown = useShown()
  if (row.fields.length === 0) return null
  return (
    <dl className="ff-diff__fields">
      {row.fields.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{isFieldName(field) ? t(`fields.${field as FieldName}`) : field}</dt>
          <dd>
            <del>{shown(before)}</del> → <ins>{shown(after)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** One section of the difference: its counts, and a row for each thing. */
export const DifferenceSection = (props: { section: Section; before: string; after: string; showSame: boolean }) => {
  const t = useTexts(texts)
  const { section } = props
  const name = sections.find((known) => known === section.section)
  const title = name ? t(`difference.sections.${name}`) : section.section
  const rows = section.rows.filter((row) => props.showSame || row.change !== 'same')
  return (
    <section className="ff-diff" aria-label={title}>
      <h2>
        {title} <span className="ff-subtle">{t('difference.counts', section.counts)}</span>
      </h2>
      {rows.length === 0 ? (
        <p className="ff-subtle">{t('difference.none')}</p>
      ) : (
        <table className="ff-diff__table">
          <thead>
            <tr>
              <th scope="col">{t('difference.change')}</th>
              <th scope="col">{props.before}</th>
              <th scope="col">{props.after}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => {
              const change = kinds.find((known) => known === row.change) ?? 'same'
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place, and never move.
                <tr key={index}>
                  <td>
                    <Tag size="xsmall" variant="moderate" data-color={colours[change]}>
                      <span aria-hidden>{signs[change]} </span>
                      {t(`difference.changes.${change}`)}
                    </Tag>
                  </td>
                  <td data-label={props.before}>
                    <Named side={row.before} />
                  </td>
                  <td data-label={props.after}>
                    <Named side={row.after} />
                    <Fields row={row} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </section>
  )
}
