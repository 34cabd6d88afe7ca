import { useRef, useState } from 'react'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { shortcutsHere, useShortcut } from './shortcuts.ts'

/** `?` shows every shortcut that there is on the page. */
export const ShortcutHelp = () => {
  const t = useTexts(platformTexts)
  const dialog = useRef<HTMLDialogElement>(null)
  const [here, setHere] = useState(shortcutsHere)
  useShortcut('?', () => {
    setHere(shortcutsHere())
    dialog.current?.showModal()
  })
  const own = [...here].flatMap(([key, words]) => (words === undefined ? [] : [[key, words] as const]))
  const rows = [
    ['/', t('shortcuts.search')] as const,
    ...(here.has('j') ? [['j k', t('shortcuts.rows')] as const, ['Enter', t('shortcuts.open')] as const] : []),
    ...own,
    ...(here.has('Escape') ? [['Esc', t('shortcuts.back')] as const] : []),
    ['?', t('shortcuts.help')] as const,
  ]
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
