import { CheckmarkCircleIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react'
import type { ReactNode } from 'react'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { usePermission } from '../../../../platform/web/session/session.ts'
import { ownerlessOf } from '../../../rules/follow-up/counts.ts'
import type { LetterView, Progress } from '../../../rules/letter-shapes.ts'
import { Counted } from '../../register/Counted.tsx'
import { texts } from '../texts.ts'

/** A step that has been taken, and the one that comes next. */
const NextStep = (props: { done: string; next: string; children: ReactNode }) => (
  <div className="ff-step ff-no-print" role="status">
    <CheckmarkCircleIcon aria-hidden fontSize="1.5rem" />
    <p>
      <strong>{props.done}</strong> {props.next}
    </p>
    {props.children}
  </div>
)

/** The letter has been read: how much there is to check, and where to begin. */
export const ReadStep = ({ progress, onStart }: { progress: Progress; onStart: () => void }) => {
  const t = useTexts(texts)
  const { total, unsure } = progress
  const found = t('check.readDone', { total })
  return (
    <NextStep
      done={unsure > 0 ? `${found}, ${t('check.unsure', { count: unsure })}` : found}
      next={t('check.readNext')}
    >
      <Button type="button" size="small" onClick={onStart}>
        {t('check.start')}
      </Button>
    </NextStep>
  )
}

/** The letter is approved: what has become of it, and that its commitments need owners, for those who give them. */
export const ApprovedStep = ({ view: { letter, register } }: { view: LetterView }) => {
  const t = useTexts(texts)
  const mayAssign = usePermission('followup.assign')
  if (!mayAssign || register === null || letter.year === null || register.withoutOwner === 0) return null
  return (
    <NextStep
      done={t('check.stored', { count: register.commitments })}
      next={t('check.storedNext', { count: register.withoutOwner, year: letter.year })}
    >
      <Counted button filter={ownerlessOf(letter.year)} count={register.withoutOwner}>
        {t('check.setOwners')}
      </Counted>
    </NextStep>
  )
}
