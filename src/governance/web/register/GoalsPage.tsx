import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../platform/web/parts/Answer.tsx'
import { type Column, DataTable } from '../../../platform/web/parts/DataTable.tsx'
import { EmptyState } from '../../../platform/web/parts/EmptyState.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { goalsQuery } from './queries.ts'
import { RegisterTabs } from './RegisterTabs.tsx'
import { useStandingColumns } from './Standing.tsx'
import { texts } from './texts.ts'
import { useYear, YearFilter } from './YearFilter.tsx'
import './register.css'

/** The year's goals and how what belongs to each stands. */
export const GoalsPage = () => {
  const t = useTexts(texts)
  const { year, known, setYear, years } = useYear()
  const query = useQuery({ ...goalsQuery(year), enabled: known })
  type Row = NonNullable<typeof query.data>['goals'][number]
  const columns: Column<Row>[] = [
    {
      id: 'goal',
      title: t('goals.goal'),
      sort: (row) => `${9999 - row.year} ${(row.number ?? '').padStart(6)}`,
      cell: (row) => [year === '' ? `${row.year}:` : null, row.number, row.title].filter(Boolean).join(' '),
    },
    ...useStandingColumns<Row>((row) => ({ goal: row.id })),
  ]
  return (
    <Page title={t('goals.title')} actions={<RegisterTabs />}>
      <YearFilter year={year} setYear={setYear} years={years} />
      <Answer query={query}>
        {({ goals }) =>
          goals.length === 0 ? (
            <EmptyState title={t('goals.empty')}>
              <p>{t('list.emptyLead')}</p>
            </EmptyState>
          ) : (
            <DataTable
              caption={t('goals.title')}
              columns={columns}
              rows={goals}
              rowKey={(row) => row.id}
              href={(row) => `/goals/${row.id}`}
            />
          )
        }
      </Answer>
    </Page>
  )
}
