import { Search } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { searchQuery } from '../frame/GlobalSearch.tsx'
import { useModuleText } from '../i18n/module-text.ts'
import { pageTexts } from '../i18n/pages.ts'
import { useTexts } from '../i18n/texts.ts'
import { Answer } from '../parts/Answer.tsx'
import { Page } from '../parts/Page.tsx'
import { useDelayed } from '../parts/useDelayed.ts'

/** All hits of a search, by kind. The text stands in the address, so that a search can be kept and shared. */
export const SearchPage = () => {
  const t = useTexts(pageTexts)
  const moduleText = useModuleText()
  const [params, setParams] = useSearchParams()
  const text = params.get('q') ?? ''
  const q = useDelayed(text, 150)
  const query = useQuery(searchQuery(q))
  return (
    <Page narrow title={t('search.title')}>
      <Search
        label={t('search.label')}
        hideLabel={false}
        variant="simple"
        size="small"
        value={text}
        onChange={(value) => setParams(value === '' ? {} : { q: value }, { replace: true })}
      />
      {q.trim().length < 2 ? (
        <p className="ff-subtle">{t('search.short')}</p>
      ) : (
        <Answer query={query}>
          {({ hits }) => (
            <>
              <p role="status">{t('search.count', { count: hits.length })}</p>
              {[...new Set(hits.map((hit) => hit.kind))].map((kind) => (
                <section key={kind} aria-labelledby={`kind-${kind}`}>
                  <h2 id={`kind-${kind}`}>{moduleText(`kinds.${kind}`)}</h2>
                  <ul className="ff-plain-list ff-stack">
                    {hits
                      .filter((hit) => hit.kind === kind)
                      .map((hit) => (
                        <li key={hit.link}>
                          <Link to={hit.link}>{hit.title}</Link>
                          <p className="ff-subtle">{hit.detail}</p>
                        </li>
                      ))}
                  </ul>
                </section>
              ))}
            </>
          )}
        </Answer>
      )}
    </Page>
  )
}
