import { Link, useLocation } from 'react-router'
import type { PlainDate } from '../../../../platform/rules/plain-date.ts'
import { formatDate } from '../../../../platform/web/format.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import type { Detail } from '../../../rules/follow-up/detail-shape.ts'
import { texts } from '../texts.ts'

const relations = ['continues', 'revises', 'moves', 'withdraws'] as const

/** The assignment's life across letters as a line: `2022-27 → 2024-04 → revidert 2025`. */
export const Chain = ({ detail }: { detail: Detail }) => {
  const t = useTexts(texts)
  const { search } = useLocation()
  return (
    <ol className="ff-plain-list ff-reg-chain">
      {detail.chain.map((step) => {
        const relation = relations.find((known) => known === step.relation)
        const code = step.code ?? step.title ?? ''
        return (
          <li key={`${step.id ?? ''} ${code} ${step.relation ?? ''}`} aria-current={step.current ? 'step' : undefined}>
            {step.id === null || step.current ? (
              <strong>{code}</strong>
            ) : (
              <Link to={`/register/${step.id}${search}`}>{code}</Link>
            )}
            <span className="ff-subtle">
              {[
                relation === undefined ? '' : t(`chain.${relation}`),
                step.letter?.date ? formatDate(step.letter.date as PlainDate) : '',
                step.current ? t('chain.here') : step.state === null ? '' : t(`states.${step.state}`).toLowerCase(),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
