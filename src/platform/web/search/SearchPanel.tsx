import { useEffect } from 'react'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'
import { type Found, useFound } from './useFound.ts'
import { useRun } from './useRun.ts'

/** What can be chosen below the field, in order, and how it is told; null while nothing is answered. */
export type Answered = { readonly choices: readonly (() => void)[]; readonly status: string } | null

/** The list below the search field: what is found, by kind. The field handles the keys, and is told what they choose among. */
export const SearchPanel = (props: {
  id: string
  q: string
  chosen: number
  close: () => void
  seeAll: () => void
  onAnswer: (answer: Answered) => void
}) => {
  const t = useTexts(platformTexts)
  const { query, ready, count, exact, groups } = useFound(props.q, false)
  const run = useRun()
  const { isError } = query
  const shown = groups.flatMap((group) => group.found)
  const choose = (found: Found) => {
    props.close()
    run(found)
  }
  const status = isError
    ? t('search.failed')
    : shown.length === 0
      ? t('search.none', { query: props.q })
      : exact
        ? t('search.count', { count })
        : t('search.near', { query: props.q })
  const answered = ready || isError
  const told = answered ? JSON.stringify([status, shown.map(({ kind, title }) => [kind, title])]) : ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: the choices are new at every drawing; their words tell whether they are others.
  useEffect(
    () => props.onAnswer(answered ? { choices: shown.map((found) => () => choose(found)), status } : null),
    [told, props.q],
  )

  if (!answered) return null
  return (
    <div className="ff-search__panel">
      {shown.length === 0 || !exact ? <p className="ff-search__status">{status}</p> : null}
      <div id={props.id} role="listbox" aria-label={t('search.label')}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a list to choose from.
          <div key={group.kind} role="group" aria-label={group.name}>
            <div aria-hidden className="ff-search__kind">
              {group.name}
            </div>
            {group.found.map((found) => {
              const index = shown.indexOf(found)
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys.
                // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant points here instead.
                <div
                  key={'link' in found ? found.link : found.title}
                  id={`${props.id}-${index}`}
                  role="option"
                  aria-selected={index === props.chosen}
                  className="ff-search__hit"
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => choose(found)}
                >
                  {found.title}
                  <span className="ff-search__detail">{found.detail}</span>
                </div>
              )
            })}
          </div>
        ))}
      </div>
      {shown.length > 0 ? (
        <button
          type="button"
          tabIndex={-1}
          className="ff-menu__item"
          onMouseDown={(event) => event.preventDefault()}
          onClick={props.seeAll}
        >
          {t('search.all')}
        </button>
      ) : null}
    </div>
  )
}
