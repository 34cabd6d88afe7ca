import { Select } from '@navikt/ds-react'
import type { PlainDate } from '../../../../platform/rules/plain-date.ts'
import { formatDate } from '../../../../platform/web/format.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import type { ApprovalView } from '../../../rules/approval-shapes.ts'
import { type LateChoice, type LateDecision, lateChoices } from '../../../rules/late-deadlines.ts'
import { texts } from '../texts.ts'

type Late = ApprovalView['late']

/** What has been chosen: for all, and for single ones otherwise. */
export interface LateChosen {
  readonly all: LateChoice | null
  readonly each: Readonly<Record<string, LateChoice>>
}

/** Nothing is chosen beforehand: what is late must not become so unseen. */
export const nothingChosen: LateChosen = { all: null, each: {} }

const keyOf = ({ key, due }: Late[number]): string => `${key} ${due}`

const choiceOf = (one: Late[number], { all, each }: LateChosen): LateChoice | null => each[keyOf(one)] ?? all

/** The decisions as they are sent, or null while one is missing. */
export const decisionsOf = (late: Late, chosen: LateChosen): LateDecision[] | null => {
  const decided = late.flatMap((one) => {
    const choice = choiceOf(one, chosen)
    return choice === null ? [] : [{ key: one.key, due: one.due, choice }]
  })
  return decided.length === late.length ? decided : null
}

const Choose = (props: { label: string; value: LateChoice | null; onChange: (choice: LateChoice) => void }) => {
  const t = useTexts(texts)
  return (
    <Select
      size="small"
      label={props.label}
      value={props.value ?? ''}
      onChange={(event) => {
        const choice = lateChoices.find((known) => known === event.target.value)
        if (choice) props.onChange(choice)
      }}
    >
      <option value="" disabled>
        {t('approve.late.choose')}
      </option>
      {lateChoices.map((choice) => (
        <option key={choice} value={choice}>
          {t(`approve.late.${choice}`)}
        </option>
      ))}
    </Select>
  )
}

/** What becomes of the deadlines that have passed already: one choice for all, and another for those that differ. */
export const LateChoices = (props: { late: Late; chosen: LateChosen; onChange: (chosen: LateChosen) => void }) => {
  const t = useTexts(texts)
  const { late, chosen, onChange } = props
  if (late.length === 0) return null
  return (
    <div className="ff-approve__left ff-stack">
      <p>{t('approve.late.lead', { count: late.length })}</p>
      {late.length === 1 ? null : (
        <Choose
          label={t('approve.late.all', { count: late.length })}
          value={chosen.all}
          onChange={(all) => onChange({ all, each: {} })}
        />
      )}
      <details open={late.length <= 3}>
        <summary>{t('approve.late.each')}</summary>
        <ul className="ff-plain-list ff-stack">
          {late.map((one) => (
            <li key={keyOf(one)}>
              <Choose
                label={`${one.title} – ${formatDate(one.due as PlainDate)}`}
                value={choiceOf(one, chosen)}
                onChange={(choice) => onChange({ ...chosen, each: { ...chosen.each, [keyOf(one)]: choice } })}
              />
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}
