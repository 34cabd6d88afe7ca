import { useRef } from 'react'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { useShortcut } from './shortcuts.ts'

/** `?` shows every shortcut there is. */
export const ShortcutHelp = () => {
  const t = useTexts(platformTexts)
  const dialog = useRef<HTMLDialogElement>(null)
  useShortcut('?', () => dialog.current?.showModal())
  const rows = [
    ['/', t('shortcuts.search')],
    ['j k', t('shortcuts.rows')],
    ['Enter', t('shortcuts.open')],
    ['Esc', t('shortcuts.back')],
    ['?', t('shortcuts.help')],
  ] as const
  return (
    <Dialog ref={dialog} title={t('shortcuts.title')}>
      <dl className="ff-shortcuts">
        {rows.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
