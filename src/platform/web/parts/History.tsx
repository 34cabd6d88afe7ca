import { useQuery } from '@tanstack/react-query'
import type { Static } from 'typebox'
import type { HistoryAnswer } from '../../rules/shapes.ts'
import { ask } from '../api/ask.ts'
import { formatInstant } from '../format.ts'
import { useModuleText } from '../i18n/module-text.ts'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'
import { AsItStood } from '../register/AsItStood.tsx'
import { Answer } from './Answer.tsx'
import { fieldText } from './field-text.ts'

/** Who changed what and when on one record, newest first. Fields are named by the modules' `fields.<name>` texts. */
export const History = ({ kind, id }: { kind: string; id: string }) => {
  const t = useTexts(platformTexts)
  const moduleText = useModuleText()
  const query = useQuery({
    queryKey: ['history', kind, id],
    queryFn: () => ask<Static<typeof HistoryAnswer>>(`/api/history/${kind}/${id}`),
  })
  return (
    <section aria-labelledby={`history-${id}`} className="ff-history">
      <h2 id={`history-${id}`}>{t('history.title')}</h2>
      <Answer query={query} lines={3}>
        {({ entries }) =>
          entries.length === 0 ? (
            <p className="ff-subtle">{t('history.none')}</p>
          ) : (
            <ol className="ff-plain-list">
              {entries.map((entry) => (
                <li key={entry.version}>
                  <p>
                    <strong>{entry.by ?? t('history.system')}</strong>{' '}
                    <span className="ff-subtle">{formatInstant(entry.at)}</span>
                  </p>
                  <ul className="ff-plain-list">
                    {entry.changes.map((change) => (
                      <li key={change.field}>
                        {moduleText(`fields.${change.field}`)}:{' '}
                        <del>{fieldText(change.before, t('history.empty'))}</del> →{' '}
                        <ins>{fieldText(change.after, t('history.empty'))}</ins>
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ol>
          )
        }
      </Answer>
      <AsItStood
        kind={kind}
        id={id}
        name={(field) => moduleText(`fields.${field}`)}
        value={(_field, raw) => fieldText(raw, t('history.empty'))}
      />
    </section>
  )
}
