import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Static } from 'typebox'
import type { PlainDate } from '../../rules/plain-date.ts'
import type { StoodAnswer } from '../../rules/shapes.ts'
import { ask } from '../api/ask.ts'
import { formatDate } from '../format.ts'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'
import { Answer } from '../parts/Answer.tsx'
import { DateField } from '../parts/DateField.tsx'
import { today } from '../parts/DeadlineText.tsx'

const Stood = (props: Props & { day: string }) => {
  const t = useTexts(platformTexts)
  const query = useQuery({
    queryKey: ['history', props.kind, props.id, props.day],
    queryFn: () => ask<Static<typeof StoodAnswer>>(`/api/history/${props.kind}/${props.id}/on/${props.day}`),
    retry: false,
  })
  return (
    <Answer query={query} lines={3}>
      {({ fields, final }) => (
        <>
          <p className="ff-subtle">
            {t(final ? 'history.stood' : 'history.stands', { day: formatDate(props.day as PlainDate) })}
          </p>
          <dl className="ff-facts">
            {fields.map(({ field, value }) => (
              <div key={field} className="ff-facts__line">
                <dt>{props.name(field)}</dt>
                <dd>{props.value(field, value)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Answer>
  )
}

interface Props {
  readonly kind: string
  readonly id: string
  /** A field in words, and its value. */
  readonly name: (field: string) => string
  readonly value: (field: string, raw: unknown) => ReactNode
}

/** The record as it was known at the end of a day that one chooses. */
export const AsItStood = (props: Props) => {
  const t = useTexts(platformTexts)
  const [day, setDay] = useState('')
  return (
    <div className="ff-stack">
      <DateField label={t('history.day')} value={day} max={today()} onChange={setDay} />
      {day === '' ? null : <Stood {...props} day={day} />}
    </div>
  )
}
