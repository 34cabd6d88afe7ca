import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatInstant } from '../../../../platform/web/format.ts'
import { platformTexts } from '../../../../platform/web/i18n/platform.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../../platform/web/parts/Answer.tsx'
import { fieldText } from '../../../../platform/web/parts/field-text.ts'
import { commitmentStates } from '../../../rules/follow-up/state.ts'
import { historyQuery } from '../queries.ts'
import { texts } from '../texts.ts'

const Lines = ({ id }: { id: string }) => {
  const t = useTexts(texts)
  const platform = useTexts(platformTexts)
  const query = useQuery(historyQuery(id))
  // The server names the columns; one without words is told by its name.
  const field = (name: string) => t(`fields.${name}` as 'fields.code', { defaultValue: name })
  const value = (name: string, raw: unknown) => {
    const state = name === 'state' ? commitmentStates.find((known) => known === raw) : undefined
    if (state !== undefined) return t(`states.${state}`)
    if (name === 'light' && (raw === 'red' || raw === 'yellow' || raw === 'green')) return platform(`lights.${raw}`)
    return fieldText(raw, platform('history.empty'))
  }
  return (
    <Answer query={query} lines={3}>
      {({ lines }) => (
        <div className="ff-history">
          <ol className="ff-plain-list">
            {lines.map((line, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one write changes several rows, or one row twice, at one time.
              <li key={lines.length - place}>
                <p>
                  <strong>{line.by ?? platform('history.system')}</strong>{' '}
                  <span className="ff-subtle">{formatInstant(line.at)}</span>{' '}
                  {[
                    t(`history.${line.kind}`),
                    line.what === null ? '' : fieldText(line.what, ''),
                    t(`history.${line.verb}`),
                  ]
                    .filter(Boolean)
                    .join(' ')}
                </p>
                <ul className="ff-plain-list">
                  {line.changes.map((change) => (
                    <li key={change.field}>
                      {field(change.field)}: <del>{value(change.field, change.before)}</del> →{' '}
                      <ins>{value(change.field, change.after)}</ins>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ol>
        </div>
      )}
    </Answer>
  )
}

/** Who changed what; asked for when it is opened. */
export const ChangeHistory = ({ id }: { id: string }) => {
  const t = useTexts(texts)
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('history.show')}</summary>
      {open ? <Lines id={id} /> : null}
    </details>
  )
}
