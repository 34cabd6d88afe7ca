import { CheckmarkIcon, CircleIcon, ExclamationmarkTriangleFillIcon, PencilIcon, XMarkIcon } from '@navikt/aksel-icons'
import { Button, Checkbox, Tag } from '@navikt/ds-react'
import { memo, type ReactNode } from 'react'
import { formatInstant } from '../../../../platform/web/format.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { isUnsure } from '../../../rules/finding-kind.ts'
import type { Finding } from '../../../rules/letter-shapes.ts'
import { texts } from '../texts.ts'
import { kindOf } from './content.ts'
import { useDoubtWords } from './doubt-words.ts'
import { FindingFacts, titleOf } from './FindingFacts.tsx'

/** What can be done with a finding from its card. */
export type CardAction = 'choose' | 'accept' | 'edit' | 'reject' | 'reopen' | 'split' | 'mark' | 'show'

const icons = {
  open: <CircleIcon aria-hidden />,
  unsure: <ExclamationmarkTriangleFillIcon aria-hidden />,
  accepted: <CheckmarkIcon aria-hidden />,
  corrected: <PencilIcon aria-hidden />,
  rejected: <XMarkIcon aria-hidden />,
} as const
const colours = {
  open: 'neutral',
  unsure: 'warning',
  accepted: 'success',
  corrected: 'info',
  rejected: 'danger',
} as const
const origins = ['person', 'split', 'merge'] as const

interface CardProps {
  readonly finding: Finding
  readonly chosen: boolean
  readonly marked: boolean
  readonly mayCheck: boolean
  readonly computed: number | null
  /** An open form in the card's place. */
  readonly form: ReactNode
  readonly onAction: (action: CardAction, id: string) => void
}

const Actions = ({ finding, marked, onAction }: Pick<CardProps, 'finding' | 'marked' | 'onAction'>) => {
  const t = useTexts(texts)
  const act = (action: CardAction, words: string, primary = false) => (
    <Button
      type="button"
      size="xsmall"
      variant={primary ? 'primary' : 'secondary'}
      onClick={() => onAction(action, finding.id)}
    >
      {words}
    </Button>
  )
  return (
    <div className="ff-card__actions">
      {finding.state === 'open' ? act('accept', t('check.accept'), true) : act('reopen', t('check.reopen'))}
      {finding.state === 'rejected' ? null : (
        <>
          {act('edit', t('check.edit'))}
          {act('reject', t('check.reject'))}
          {act('split', t('check.split'))}
          <Checkbox size="small" checked={marked} onChange={() => onAction('mark', finding.id)}>
            {t('check.choose')}
          </Checkbox>
        </>
      )}
    </div>
  )
}

/** One finding: what it is, how sure, what is doubtful, and what can be done. */
export const FindingCard = memo((props: CardProps) => {
  const t = useTexts(texts)
  const doubtWords = useDoubtWords()
  const { finding, chosen, onAction } = props
  const unsure = isUnsure(finding)
  const state = unsure ? 'unsure' : (finding.state as keyof typeof icons)
  const origin = origins.find((known) => known === finding.origin)
  return (
    <li
      data-card={finding.id}
      className={`ff-card ff-card--${state}${chosen ? ' ff-card--chosen' : ''}`}
      aria-current={chosen ? 'true' : undefined}
    >
      <div className="ff-card__head">
        <button type="button" className="ff-card__title" onClick={() => onAction('choose', finding.id)}>
          <span className="ff-card__kind">{t(`kinds.${kindOf(finding.kind)}`)}</span> {titleOf(finding)}
        </button>
        <Tag size="xsmall" variant="moderate" data-color={colours[state]} icon={icons[state]}>
          {t(state === 'unsure' ? 'check.notCertain' : state === 'open' ? 'check.certain' : `findingStates.${state}`)}
        </Tag>
      </div>
      {unsure && finding.doubts.length === 0 ? (
        <p className="ff-card__doubts">{t(`why.${kindOf(finding.kind)}`)}</p>
      ) : null}
      {finding.doubts.length === 0 ? null : (
        <ul className="ff-plain-list ff-card__doubts">
          {finding.doubts.map((doubt) => (
            <li key={`${doubt.kind} ${doubt.start} ${doubt.text}`}>
              {doubtWords(doubt.kind)}: <q>{doubt.text}</q>
            </li>
          ))}
        </ul>
      )}
      {props.form ?? (
        <>
          <FindingFacts finding={finding} computed={props.computed} />
          <p className="ff-card__foot ff-subtle">
            {finding.changedBy === null
              ? t('check.confidence', { percent: Math.round(finding.confidence * 100) })
              : t('check.changedBy', { by: finding.changedBy, at: formatInstant(finding.changedAt) })}
            {origin ? ` · ${t(`origins.${origin}`)}` : ''}
            {finding.reason && !['split', 'merge'].includes(finding.reason) ? ` · ${finding.reason}` : ''}
            {finding.start === null ? null : (
              <button type="button" className="ff-letters-link" onClick={() => onAction('show', finding.id)}>
                {t('check.show')}
                {finding.line === null ? '' : `, ${t('check.line', { line: finding.line })}`}
              </button>
            )}
          </p>
          {chosen && props.mayCheck ? <Actions finding={finding} marked={props.marked} onAction={onAction} /> : null}
        </>
      )}
    </li>
  )
})
