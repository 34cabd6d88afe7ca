import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../platform/web/parts/Answer.tsx'
import { type Column, DataTable } from '../../../platform/web/parts/DataTable.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { counted } from '../../rules/follow-up/counts.ts'
import { commitmentKinds } from '../../rules/follow-up/kinds.ts'
import { Counted } from './Counted.tsx'
import { goalQuery } from './queries.ts'
import { Lights } from './Standing.tsx'
import { texts } from './texts.ts'
import { type RegisterRow, useRegisterColumns } from './useRegisterColumns.tsx'
import './register.css'

type Shown = RegisterRow & { readonly requirements?: readonly string[] }

/** One goal: its parameters with their requirements, what is to be reported, the assignments, and how it all stands. */
export const GoalPage = () => {
  const t = useTexts(texts)
  const { goalId = '' } = useParams()
  const query = useQuery(goalQuery(goalId))
  const goal = query.data
  const within = { goal: goalId }
  const [what, , ...others] = useRegisterColumns(false)
  const requirements: Column<Shown> = {
    id: 'requirements',
    title: t('requirements.title'),
    cell: (row) => (
      <ul className="ff-plain-list">
        {row.requirements?.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    ),
  }
  return (
    <Page
      title={goal === undefined ? t('goals.goal') : goal.title}
      {...(goal === undefined
        ? {}
        : {
            kicker: `${goal.number === null ? t('goals.goal') : t('goals.heading', { number: goal.number })} · ${goal.year}`,
          })}
      breadcrumbs={[{ to: '/goals', words: t('goals.title') }]}
      {...(goal === undefined
        ? {}
        : { actions: <Link to={`/register?goal=${goal.id}&state=all`}>{t('goals.showInList')}</Link> })}
    >
      <Answer query={query}>
        {({ rows, standing, letter }) => (
          <>
            <dl className="ff-reg-counts">
              {(['open', 'late', 'ownerless', 'done'] as const).map((key) => (
                <div key={key}>
                  <dt>{t(`standing.${key}`)}</dt>
                  <dd>
                    <Counted filter={{ ...within, ...counted[key] }} count={standing[key]} />
                  </dd>
                </div>
              ))}
              <div>
                <dt>{t('list.light')}</dt>
                <dd>
                  <Lights standing={standing} within={within} />
                </dd>
              </div>
            </dl>
            {commitmentKinds.map((kind) => {
              const these = rows.filter((row) => row.kind === kind)
              if (these.length === 0) return null
              return (
                <section key={kind} className="ff-stack">
                  <h2>{t(`kinds.${kind}`)}</h2>
                  <DataTable<Shown>
                    caption={t(`kinds.${kind}`)}
                    columns={[
                      ...(what === undefined ? [] : [what]),
                      ...(these.some((row) => row.requirements.length > 0) ? [requirements] : []),
                      ...others,
                    ]}
                    rows={these}
                    rowKey={(row) => row.id}
                    parts={(row) => row.parts ?? []}
                    href={(row) => `/register/${row.id}?goal=${goalId}&state=all`}
                    sortParameter={`sort-${kind}`}
                  />
                </section>
              )
            })}
            {letter === null ? null : (
              <p>
                <Link to={`/letters/${letter.id}`}>{t('goals.letter', { title: letter.title })}</Link>
              </p>
            )}
          </>
        )}
      </Answer>
    </Page>
  )
}
