import type { PlainDate } from '../../../platform/rules/plain-date.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { DeadlineText, today } from '../../../platform/web/parts/DeadlineText.tsx'
import { StatusMark, TrafficLight } from '../../../platform/web/parts/TrafficLight.tsx'
import type { Light } from '../../rules/follow-up/light.ts'
import type { CommitmentState } from '../../rules/follow-up/state.ts'
import { texts } from './texts.ts'

interface Stands {
  readonly light: Light | null
  readonly due: string | null
  readonly state: CommitmentState
}

/** The light; one that says that all is well though the day has passed is flagged, for somebody must write anew. */
export const Status = ({ light, due, state }: Stands) => {
  const t = useTexts(texts)
  const contradicts = light === 'green' && state === 'open' && due !== null && due < today()
  return (
    <span className="ff-reg-status">
      <TrafficLight light={light ?? 'none'} />
      {contradicts ? (
        <strong className="ff-reg-flag" title={t('status.greenLate')}>
          ! <span className="aksel-sr-only">{t('status.greenLate')}</span>
        </strong>
      ) : null}
    </span>
  )
}

/** The day by which it is due next, or what has become of it. */
export const Due = ({ due, state }: Pick<Stands, 'due' | 'state'>) => {
  const t = useTexts(texts)
  if (state === 'open') return <DeadlineText date={due as PlainDate | null} />
  const words = t(`states.${state}`)
  return state === 'done' ? <StatusMark mark="done" words={words} /> : <span className="ff-subtle">{words}</span>
}
