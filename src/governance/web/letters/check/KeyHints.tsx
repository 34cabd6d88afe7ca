import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { texts } from '../texts.ts'

const keys = [
  ['j k', 'walk'],
  ['a', 'accept'],
  ['e', 'edit'],
  ['r', 'reject'],
  ['m', 'mark'],
  ['s', 'split'],
  ['u', 'reopen'],
  ['Esc', 'back'],
  ['?', 'all'],
] as const

/** The keys of the checking screen; for those who may only read, the ones that lead about. */
export const KeyHints = ({ mayCheck }: { mayCheck: boolean }) => {
  const t = useTexts(texts)
  const shown = keys.filter(([, what]) => mayCheck || what === 'walk' || what === 'back' || what === 'all')
  return (
    <p className="ff-check-keys ff-subtle ff-no-print">
      {shown.map(([key, what]) => (
        <span key={what}>
          {key.split(' ').map((one) => (
            <kbd key={one}>{one}</kbd>
          ))}{' '}
          {t(`check.keys.${what}`)}
        </span>
      ))}
    </p>
  )
}
