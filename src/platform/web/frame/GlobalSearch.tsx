import { MagnifyingGlassIcon } from '@navikt/aksel-icons'
import { type KeyboardEvent, lazy, Suspense, useCallback, useEffect, useId, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'
import { useDelayed } from '../parts/useDelayed.ts'
import type { Answered } from '../search/SearchPanel.tsx'
import { useShortcut } from './shortcuts.ts'

const SearchPanel = lazy(() => import('../search/SearchPanel.tsx').then((m) => ({ default: m.SearchPanel })))

/**
 * Search in everything: answers while typing, arrows choose, Enter opens or does it, `/` comes here from anywhere. What
 * is found is drawn by a part of its own, which is loaded when somebody searches.
 */
export const GlobalSearch = () => {
  const t = useTexts(platformTexts)
  const navigate = useNavigate()
  const { key } = useLocation()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState(-1)
  const [answer, setAnswer] = useState<Answered>(null)
  const input = useRef<HTMLInputElement>(null)
  const list = useId()
  const q = useDelayed(text.trim(), 120)
  const showPanel = open && q.length >= 2

  useShortcut('/', () => input.current?.focus())
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page's change is what closes the panel.
  useEffect(() => {
    setOpen(false)
    setText('')
  }, [key])
  const onAnswer = useCallback((now: Answered) => {
    setAnswer(now)
    setChosen((before) => Math.min(before, (now?.choices.length ?? 0) - 1))
  }, [])

  const close = () => {
    setOpen(false)
    setText('')
    input.current?.blur()
  }
  const seeAll = () => {
    close()
    navigate(`/search?q=${encodeURIComponent(text.trim())}`)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      setChosen((now) => Math.max(-1, Math.min((answer?.choices.length ?? 0) - 1, now + step)))
    } else if (event.key === 'Enter' && text.trim() !== '') {
      const choose = showPanel ? answer?.choices[chosen] : undefined
      if (choose === undefined) seeAll()
      else choose()
    } else if (event.key === 'Escape') {
      // The browser would empty the field, and the change would open the list again.
      event.preventDefault()
      if (!showPanel) input.current?.blur()
      setOpen(false)
    }
  }

  return (
    <search className="ff-search">
      <div className="ff-search__field">
        <MagnifyingGlassIcon aria-hidden />
        <input
          ref={input}
          type="search"
          role="combobox"
          aria-label={t('search.label')}
          aria-expanded={showPanel && answer !== null}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={showPanel && chosen >= 0 ? `${list}-${chosen}` : undefined}
          placeholder={t('search.placeholder')}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setChosen(-1)
            setOpen(true)
          }}
          onKeyDown={keys}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
        />
        <kbd title={t('search.hint')}>/</kbd>
      </div>
      {showPanel ? (
        <Suspense>
          <SearchPanel id={list} q={q} chosen={chosen} close={close} seeAll={seeAll} onAnswer={onAnswer} />
        </Suspense>
      ) : null}
      <span role="status" className="aksel-sr-only">
        {showPanel ? answer?.status : ''}
      </span>
    </search>
  )
}
