import { CheckmarkCircleIcon } from '@navikt/aksel-icons'
import { formatTime } from '../format.ts'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'

/** Whether it is saved, where one looks: `Lagrer …`, `Lagret 14:02`, `Ikke lagret`, `Ble ikke lagret`. */
export const SaveState = (props: {
  saving: boolean
  /** When it was last saved, in milliseconds since 1970 or as a date; null when it has not been. */
  savedAt: number | Date | null
  unsaved?: boolean
  failed?: boolean
}) => {
  const t = useTexts(platformTexts)
  const saved = props.savedAt === null ? '' : t('save.saved', { time: formatTime(new Date(props.savedAt)) })
  const words = props.saving
    ? t('save.saving')
    : props.failed
      ? t('save.failed')
      : props.unsaved
        ? t('save.unsaved')
        : saved
  return (
    <span role="status" className={props.failed ? 'ff-save ff-save--failed' : 'ff-save'}>
      {words !== '' && words === saved ? <CheckmarkCircleIcon aria-hidden /> : null}
      {words}
    </span>
  )
}
