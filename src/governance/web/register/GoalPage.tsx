import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import type { PlainDate } from '../../../platform/rules/plain-date.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../platform/web/parts/Answer.tsx'
import { type Column, DataTable } from '../../../platform/web/parts/DataTable.tsx'
import { DeadlineText } from '../../../platform/web/parts/DeadlineText.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { TrafficLight } from '../../../platform/web/parts/TrafficLight.tsx'
import { commitmentKinds } from '../../rules/follow-up/kinds.ts'
import { nameOf } from '../name-of.ts'
import { goalQuery } from './queries.ts'
import { Lights } from './Standing.tsx'
import { texts } from './texts.ts'
import './register.css'

/** One goal: its parameters with their requirements, what is to be reported, the assignments, and how it all stands. */
export const GoalPage = () => {
  const t = useTexts(texts)
  const { goalId = '' } = useParams()
  const query = useQuery(goalQuery(goalId))
  const goal = query.data
  type Row = NonNullable<typeof goal>['rows'][number]
  const columns: Column<Row>[] = [
    {
      id: 'what',
      title: t('list.what'),
      cell: (row) => nameOf(row),
      sort: (row) => nameOf(row),
    },
    {
      id: 'requirements',
      title: t('requirements.title'),
      cell: (row) => (
        <ul className="ff-plain-list">
          {row.requirements.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ),
    },
    {
      id: 'owner',
      title: t('list.owner'),
      sort: (row) => row.person ?? row.unit,
      cell: (row) => row.person ?? row.unit ?? <span className="ff-subtle">{t('list.noOwner')}</span>,
      card: true,
    },
    {
      id: 'due',
      title: t('list.due'),
      sort: (row) => row.due,
      cell: (row) =>
        row.state === 'open' ? (
          <DeadlineText date={row.due as PlainDate | null} />
        ) : (
          <span className="ff-subtle">{t(`states.${row.state}`)}</span>
        ),
      card: true,
    },
    {
      id: 'light',
      title: t('list.light'),
      sort: (row) => row.light,
      cell: (row) => <TrafficLight light={row.light ?? 'none'} />,
      card: true,
    },
  ]
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
                  <dd>{standing[key]}</dd>
                </div>
              ))}
              <div>
                <dt>{t('list.light')}</dt>
                <dd>
                  <Lights standing={standing} />
                </dd>
              </div>
            </dl>
            {commitmentKinds.map((kind) => {
              const these = rows.filter((row) => row.kind === kind)
              if (these.length === 0) return null
              return (
                <section key={kind} className="ff-stack">
                  <h2>{t(`kinds.${kind}`)}</h2>
                  <DataTable
                    caption={t(`kinds.${kind}`)}
                    columns={columns.filter(
                      (column) => column.id !== 'requirements' || these.some((row) => row.requirements.length > 0),
                    )}
                    rows={these}
                    rowKey={(row) => row.id}
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
