import { TextField } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { osloDate, type PlainDate } from '../../../platform/rules/plain-date.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../platform/web/parts/Answer.tsx'
import { type Column, DataTable } from '../../../platform/web/parts/DataTable.tsx'
import { DeadlineText } from '../../../platform/web/parts/DeadlineText.tsx'
import { EmptyState } from '../../../platform/web/parts/EmptyState.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { useUrlState } from '../../../platform/web/parts/useUrlState.ts'
import type { OpenCommitments } from '../../rules/approval-shapes.ts'
import { nameOf } from '../name-of.ts'
import { earlierQuery } from './queries.ts'
import { texts } from './texts.ts'
import './letters.css'

type Row = OpenCommitments['commitments'][number]

const thisYear = osloDate(new Date()).slice(0, 4)
const defaults = { year: thisYear }

/** What earlier years' letters gave that nobody has delivered, and no later letter has taken up. */
export const EarlierPage = () => {
  const t = useTexts(texts)
  const [{ year }, set] = useUrlState(defaults)
  const query = useQuery(earlierQuery(/^\d{4}$/.test(year) ? year : thisYear))
  const columns: readonly Column<Row>[] = [
    {
      id: 'name',
      title: t('earlier.name'),
      cell: (row) => nameOf(row),
      sort: (row) => row.code ?? row.title,
      card: true,
    },
    {
      id: 'letter',
      title: t('earlier.letter'),
      cell: (row) => row.letter.title,
      sort: (row) => row.year,
      card: true,
    },
    {
      id: 'deadline',
      title: t('earlier.deadline'),
      cell: (row) => <DeadlineText date={row.nextDeadline as PlainDate | null} />,
      sort: (row) => row.nextDeadline,
      card: true,
    },
    { id: 'owner', title: t('earlier.owner'), cell: (row) => row.owner ?? '–', sort: (row) => row.owner },
    {
      id: 'life',
      title: t('earlier.life'),
      cell: (row) => <Link to={`/letters/chain/${row.id}`}>{t('earlier.life')}</Link>,
    },
  ]
  return (
    <Page
      title={t('earlier.title')}
      lead={t('earlier.lead')}
      breadcrumbs={[{ to: '/letters', words: t('list.title') }]}
    >
      <div className="ff-letters-row">
        <TextField
          size="small"
          label={t('earlier.year')}
          inputMode="numeric"
          htmlSize={6}
          value={year}
          onChange={(event) => set({ year: event.target.value })}
        />
      </div>
      <Answer query={query}>
        {({ commitments }) =>
          commitments.length === 0 ? (
            <EmptyState title={t('earlier.none')} />
          ) : (
            <DataTable
              caption={t('earlier.title')}
              columns={columns}
              rows={commitments}
              rowKey={(row) => row.id}
              href={(row) => `/register/${row.id}`}
            />
          )
        }
      </Answer>
    </Page>
  )
}
