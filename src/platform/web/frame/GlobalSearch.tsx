import { MagnifyingGlassIcon } from '@navikt/aksel-icons'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { Static } from 'typebox'
import type { SearchAnswer } from '../../rules/shapes.ts'
import { ask } from '../api/ask.ts'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'
import { useDelayed } from '../parts/useDelayed.ts'
import { useShortcut } from './shortcuts.ts'

/** The hits of a search text; nothing is asked for under two characters. */
export const searchQuery = (q: string) => ({
  queryKey: ['search', q],
  queryFn: ({ signal }: { signal: AbortSignal }) => ask<Static<typeof SearchAnswer>>('/api/search', { q }, signal),
  enabled: q.trim().length >= 2,
  staleTime: 15_000,
})

/** Search in everything: answers while typing, arrows choose, Enter opens, `/` comes here from anywhere. */
export const GlobalSearch = () => {
  const t = useTexts(platformTexts)
  const navigate = useNavigate()
  const { key } = useLocation()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState(-1)
  const input = useRef<HTMLInputElement>(null)
  const list = useId()
  const q = useDelayed(text.trim(), 120)
  const { data, isError, isFetching } = useQuery(searchQuery(q))
  const hits = data?.hits.slice(0, 8) ?? []

  useShortcut('/', () => input.current?.focus())
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page's change is what closes the panel.
  useEffect(() => {
    setOpen(false)
    setText('')
  }, [key])

  const showPanel = open && q.length >= 2 && (data !== undefined || isError)

  const go = (address: string) => {
    setOpen(false)
    input.current?.blur()
    navigate(address)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      setChosen((now) => Math.max(-1, Math.min(hits.length - 1, now + step)))
    } else if (event.key === 'Enter' && text.trim() !== '') {
      go(hits[chosen]?.link ?? `/search?q=${encodeURIComponent(text.trim())}`)
    } else if (event.key === 'Escape') {
      // The browser would empty the field, and the change would open the list again.
      event.preventDefault()
      if (!showPanel) input.current?.blur()
      setOpen(false)
    }
  }
  const status = isError
    ? t('search.failed')
    : hits.length === 0
      ? t('search.none', { query: q })
      : t('search.count', { count: data?.hits.length ?? 0 })

  return (
    <search className="ff-search">
      <div className="ff-search__field">
        <MagnifyingGlassIcon aria-hidden />
        <input
          ref={input}
          type="search"
          role="combobox"
          aria-label={t('search.label')}
          aria-expanded={showPanel}
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
      <div className="ff-search__panel" hidden={!showPanel}>
        <div id={list} role="listbox" aria-label={t('search.label')}>
          {hits.map((hit, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the input above handles the keys.
            // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant points here instead.
            <div
              key={hit.link}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === chosen}
              className="ff-search__hit"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => go(hit.link)}
            >
              {hit.title}
              <span className="ff-search__detail">{hit.detail}</span>
            </div>
          ))}
        </div>
        {hits.length === 0 ? <p className="ff-search__hit">{status}</p> : null}
        {hits.length > 0 ? (
          <button
            type="button"
            tabIndex={-1}
            className="ff-menu__item"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => go(`/search?q=${encodeURIComponent(q)}`)}
          >
            {t('search.all')}
          </button>
        ) : null}
      </div>
      <span role="status" className="aksel-sr-only">
        {showPanel && !isFetching ? status : ''}
      </span>
    </search>
  )
}
