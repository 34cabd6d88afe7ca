import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import type { Detail } from '../../../rules/follow-up/detail-shape.ts'
import { texts } from '../texts.ts'

/** What else is known of it, each with its name; what is not known is left out. */
export const Facts = ({ detail }: { detail: Detail }) => {
  const t = useTexts(texts)
  const facts = [
    ['lead', detail.lead],
    ['partners', detail.partners.join(', ')],
    ['financing', detail.financing],
    ['frequency', detail.frequency],
    ['recurrence', detail.recurrence],
    ['baseline', detail.baseline],
  ] as const
  const known = facts.filter(([, value]) => value !== null && value !== '')
  const long = [...new Set([detail.purpose, detail.description])].filter((text) => text !== null && text !== '')
  return (
    <>
      {known.length === 0 ? null : (
        <dl className="ff-facts">
          {known.map(([key, value]) => (
            <div key={key} className="ff-reg-fact">
              <dt>{t(`fields.${key}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {long.length === 0 ? null : (
        <details>
          <summary>{t('letter.fullText')}</summary>
          {long.map((text) => (
            <p key={text} className="ff-reg-text-block">
              {text}
            </p>
          ))}
        </details>
      )}
    </>
  )
}
