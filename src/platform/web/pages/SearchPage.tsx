import { Button, Search } from '@navikt/ds-react'
import { Link, useSearchParams } from 'react-router'
import { pageTexts } from '../i18n/pages.ts'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'
import { Answer } from '../parts/Answer.tsx'
import { Page } from '../parts/Page.tsx'
import { useDelayed } from '../parts/useDelayed.ts'
import { type FoundGroup, useFound } from '../search/useFound.ts'
import { useRun } from '../search/useRun.ts'

const Group = ({ kind, name, found }: FoundGroup) => {
  const run = useRun()
  return (
    <section aria-labelledby={`kind-${kind}`}>
      <h2 id={`kind-${kind}`}>
        {name} ({found.length})
      </h2>
      <ul className="ff-plain-list ff-stack">
        {found.map((one) => (
          <li key={'link' in one ? one.link : one.title}>
            {'link' in one ? (
              <Link to={one.link}>{one.title}</Link>
            ) : (
              <Button size="xsmall" variant="secondary" onClick={() => run(one)}>
                {one.title}
              </Button>
            )}
            {one.detail === '' ? null : <p className="ff-subtle">{one.detail}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** All that a search finds, by kind. The text stands in the address, so that a search can be kept and shared. */
export const SearchPage = () => {
  const t = useTexts(pageTexts)
  const frame = useTexts(platformTexts)
  const [params, setParams] = useSearchParams()
  const text = params.get('q') ?? ''
  const q = useDelayed(text, 150)
  const { query, count, exact, groups } = useFound(q, true)
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
          {() => (
            <>
              <p role="status">
                {exact || count === 0 ? t('search.count', { count }) : frame('search.near', { query: q.trim() })}
              </p>
              {groups.map((group) => (
                <Group key={group.kind} {...group} />
              ))}
            </>
          )}
        </Answer>
      )}
    </Page>
  )
}
