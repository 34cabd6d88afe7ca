import { useQuery } from '@tanstack/react-query'
import { address } from '../../../platform/web/api/ask.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../platform/web/parts/Answer.tsx'
import { type Column, DataTable } from '../../../platform/web/parts/DataTable.tsx'
import { EmptyState } from '../../../platform/web/parts/EmptyState.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import type { ListFilter } from '../../rules/follow-up/list-shape.ts'
import { ownersQuery } from './queries.ts'
import { RegisterTabs } from './RegisterTabs.tsx'
import { useStandingColumns } from './Standing.tsx'
import { texts } from './texts.ts'
import { useYear, YearFilter } from './YearFilter.tsx'
import './register.css'

/** Who owns what, and how it stands; each line leads to the list of what is theirs. */
export const OwnersPage = () => {
  const t = useTexts(texts)
  const { year, known, setYear, years } = useYear()
  const query = useQuery({ ...ownersQuery(year), enabled: known })
  type Row = NonNullable<typeof query.data>['owners'][number]
  const places = { unit: 1, person: 2, none: 3 } as const
  const filterOf = ({ kind, id }: Row): ListFilter => ({
    ...(kind === 'unit' ? { unit: id ?? '' } : { owner: id ?? 'none' }),
    ...(year === '' ? {} : { year }),
  })
  const columns: Column<Row>[] = [
    {
      id: 'owner',
      title: t('owners.owner'),
      sort: (row) => `${places[row.kind]} ${row.name ?? ''}`,
      cell: (row) => (row.kind === 'none' ? t('owners.none') : `${row.name ?? ''} (${t(`owners.${row.kind}`)})`),
    },
    ...useStandingColumns<Row>(filterOf).filter((column) => column.id !== 'ownerless'),
  ]
  return (
    <Page title={t('owners.title')} actions={<RegisterTabs />}>
      <YearFilter year={year} setYear={setYear} years={years} />
      <Answer query={query}>
        {({ owners }) =>
          owners.length === 0 ? (
            <EmptyState title={t('owners.empty')}>
              <p>{t('list.emptyLead')}</p>
            </EmptyState>
          ) : (
            <DataTable
              caption={t('owners.title')}
              columns={columns}
              rows={owners}
              rowKey={(row) => `${row.kind} ${row.id ?? ''}`}
              href={(row) => address('/register', filterOf(row))}
              initialSort="owner"
            />
          )
        }
      </Answer>
    </Page>
  )
}
