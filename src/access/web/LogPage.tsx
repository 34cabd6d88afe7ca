import { useInfiniteQuery } from '@tanstack/react-query'
import { useTexts } from '../../platform/web/i18n/texts.ts'
import { DateField } from '../../platform/web/parts/DateField.tsx'
import { EmptyState } from '../../platform/web/parts/EmptyState.tsx'
import { FilterBar } from '../../platform/web/parts/FilterBar.tsx'
import { Page } from '../../platform/web/parts/Page.tsx'
import { useUrlState } from '../../platform/web/parts/useUrlState.ts'
import { ExportButton } from '../../platform/web/register/ExportButton.tsx'
import { LogTable } from './LogTable.tsx'
import { PersonFinder } from './PersonFinder.tsx'
import { type LogFilter, type LogRow, logQuery } from './queries.ts'
import { texts } from './texts.ts'

const noFilter: { [K in keyof LogFilter]: string } = { person: '', actor: '', from: '', to: '' }

type Choice = { actor: string } | { person: string }

/** What the log is narrowed to, in words. */
const Chosen = ({ filter, rows }: { filter: LogFilter; rows: readonly LogRow[] }) => {
  const t = useTexts(texts)
  const lines = [
    filter.actor === ''
      ? null
      : t('log.actorChosen', { name: rows.find((row) => row.actorId === filter.actor)?.actor || t('log.unknown') }),
    filter.person === ''
      ? null
      : t('log.personChosen', { name: rows.find((row) => row.personId === filter.person)?.person || t('log.unknown') }),
  ].filter((line) => line !== null)
  return lines.length === 0 ? null : <p role="status">{lines.join(' · ')}</p>
}

/** The privacy officer's page: who has viewed whom, searched by person, by actor and by day, and taken out. */
export const LogPage = () => {
  const t = useTexts(texts)
  const [filter, setFilter] = useUrlState(noFilter)
  const query = useInfiniteQuery(logQuery('/api/access/log', filter))
  const rows = query.data?.pages.flatMap((page) => page.lines) ?? []
  const choose = (choice: Choice) => setFilter({ actor: '', person: '', ...choice })
  const exportAs = (format: 'csv' | 'xlsx', words: string) => (
    <ExportButton list="access-log" format={format} filter={filter}>
      {words}
    </ExportButton>
  )
  return (
    <Page
      title={t('log.title')}
      lead={t('log.lead')}
      actions={
        <>
          {exportAs('csv', t('log.csv'))}
          {exportAs('xlsx', t('log.excel'))}
        </>
      }
    >
      <PersonFinder
        path="/api/access/log/people"
        choices={[
          { words: ({ name }) => t('log.asActor', { name }), pick: ({ id }) => choose({ actor: id }) },
          { words: ({ name }) => t('log.asPerson', { name }), pick: ({ id }) => choose({ person: id }) },
        ]}
      />
      <FilterBar
        count={rows.length}
        active={JSON.stringify(filter) !== JSON.stringify(noFilter)}
        clear={() => setFilter(noFilter)}
      >
        <DateField label={t('log.from')} value={filter.from} onChange={(from) => setFilter({ from })} />
        <DateField label={t('log.to')} value={filter.to} onChange={(to) => setFilter({ to })} />
      </FilterBar>
      <Chosen filter={filter} rows={rows} />
      <LogTable query={query} caption={t('log.table')} empty={<EmptyState title={t('log.none')} />} linked />
    </Page>
  )
}
