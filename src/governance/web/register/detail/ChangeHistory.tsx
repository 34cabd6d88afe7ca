import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatInstant } from '../../../../platform/web/format.ts'
import { platformTexts } from '../../../../platform/web/i18n/platform.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../../platform/web/parts/Answer.tsx'
import { fieldText } from '../../../../platform/web/parts/field-text.ts'
import { AsItStood } from '../../../../platform/web/register/AsItStood.tsx'
import { commitmentKinds } from '../../../rules/follow-up/kinds.ts'
import { commitmentStates } from '../../../rules/follow-up/state.ts'
import { historyQuery } from '../queries.ts'
import { texts } from '../texts.ts'

/** A field and its value in words. */
const useFieldWords = () => {
  const t = useTexts(texts)
  const platform = useTexts(platformTexts)
  return {
    // The server names the columns; one without words is told by its name.
    name: (field: string) => t(`fields.${field}` as 'fields.code', { defaultValue: field }),
    value: (field: string, raw: unknown) => {
      const state = field === 'state' ? commitmentStates.find((known) => known === raw) : undefined
      const kind = field === 'kind' ? commitmentKinds.find((known) => known === raw) : undefined
      if (state !== undefined) return t(`states.${state}`)
      if (kind !== undefined) return t(`kinds.${kind}`)
      if (field === 'light' && (raw === 'red' || raw === 'yellow' || raw === 'green')) return platform(`lights.${raw}`)
      return fieldText(raw, platform('history.empty'))
    },
  }
}

const Lines = ({ id }: { id: string }) => {
  const t = useTexts(texts)
  const platform = useTexts(platformTexts)
  const query = useQuery(historyQuery(id))
  const words = useFieldWords()
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
                      {words.name(change.field)}: <del>{words.value(change.field, change.before)}</del> →{' '}
                      <ins>{words.value(change.field, change.after)}</ins>
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
  const words = useFieldWords()
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('history.show')}</summary>
      {open ? (
        <>
          <Lines id={id} />
          <AsItStood kind="commitment" id={id} {...words} />
        </>
      ) : null}
    </details>
  )
}
