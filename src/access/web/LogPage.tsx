import { useTexts } from '../../platform/web/i18n/texts.ts'
import { EmptyState } from '../../platform/web/parts/EmptyState.tsx'
import { Page } from '../../platform/web/parts/Page.tsx'
import { ExportButton } from '../../platform/web/register/ExportButton.tsx'
import { Filters } from '../../platform/web/register/Filters.tsx'
import { useList } from '../../platform/web/register/useList.ts'
import { type Question, useQuestion } from '../../platform/web/register/useQuestion.ts'
import { LogTable } from './LogTable.tsx'
import { PersonFinder } from './PersonFinder.tsx'
import { type LogRow, logKey } from './queries.ts'
import { texts } from './texts.ts'

const defaults = { person: '', actor: '', from: '', to: '' }

type Choice = { actor: string } | { person: string }

/** What the log is narrowed to, in words. */
const Chosen = ({ filters, rows }: { filters: Question['filters']; rows: readonly LogRow[] }) => {
  const t = useTexts(texts)
  const lines = [
    !filters.actor
      ? null
      : t('log.actorChosen', { name: rows.find((row) => row.actorId === filters.actor)?.actor || t('log.unknown') }),
    !filters.person
      ? null
      : t('log.personChosen', {
          name: rows.find((row) => row.personId === filters.person)?.person || t('log.unknown'),
        }),
  ].filter((line) => line !== null)
  return lines.length === 0 ? null : <p role="status">{lines.join(' · ')}</p>
}

/** The privacy officer's page: who has viewed whom, searched by person, by actor and by day, and taken out. */
export const LogPage = () => {
  const t = useTexts(texts)
  const question = useQuestion(defaults)
  const list = useList<LogRow>(logKey, '/api/access/log', question.question)
  const choose = (choice: Choice) => question.set({ actor: '', person: '', ...choice })
  const exportAs = (format: 'csv' | 'xlsx', words: string) => (
    <ExportButton list="access-log" format={format} filter={question.question}>
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
      <Filters
        question={question}
        count={list.total}
        beyond={list.beyond}
        busy={list.busy}
        page="/access-log"
        fields={[
          { name: 'from', label: t('log.from'), day: true },
          { name: 'to', label: t('log.to'), day: true },
        ]}
      />
      <Chosen filters={question.filters} rows={list.rows} />
      <LogTable list={list} caption={t('log.table')} empty={<EmptyState title={t('log.none')} />} />
    </Page>
  )
}
