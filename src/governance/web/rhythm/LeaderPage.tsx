import { Button } from '@navikt/ds-react'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { address, ask, send } from '../../../platform/web/api/ask.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../platform/web/parts/Answer.tsx'
import { type Column, DataTable } from '../../../platform/web/parts/DataTable.tsx'
import { DownloadLink } from '../../../platform/web/parts/DownloadLink.tsx'
import { EmptyState } from '../../../platform/web/parts/EmptyState.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { PrintButton } from '../../../platform/web/parts/PrintButton.tsx'
import { ProblemNotice } from '../../../platform/web/parts/ProblemNotice.tsx'
import { useUrlState } from '../../../platform/web/parts/useUrlState.ts'
import { YearSelect } from '../../../platform/web/parts/YearSelect.tsx'
import { useMarks } from '../../../platform/web/register/useMarks.ts'
import { usePermission } from '../../../platform/web/session/session.ts'
import { assessedOf, counted } from '../../rules/follow-up/counts.ts'
import type { ListFilter } from '../../rules/follow-up/list-shape.ts'
import type { LeaderAnswer, LeaderItem } from '../../rules/rhythm/shapes.ts'
import { nameOf } from '../name-of.ts'
import { BulkAssign } from '../register/BulkAssign.tsx'
import { Counted } from '../register/Counted.tsx'
import { registerKey } from '../register/queries.ts'
import { useRegisterColumns } from '../register/useRegisterColumns.tsx'
import { Legend } from './MarkShape.tsx'
import { StatusBars } from './StatusBars.tsx'
import { StatusTiles } from './StatusTiles.tsx'
import { texts } from './texts.ts'
import './rhythm.css'

const defaults = { year: '' }

const Items = (props: {
  title: string
  id: string
  items: readonly LeaderItem[]
  filter: ListFilter
  count: number
  explained?: boolean
  /** The one who looks may give them an owner from here. */
  assign?: boolean
}) => {
  const t = useTexts(texts)
  const marks = useMarks()
  const marked = props.items
    .filter((item) => marks.marked.has(item.id))
    .map((item) => ({ id: item.id, version: item.version, name: nameOf(item) }))
  const explained: readonly Column<LeaderItem>[] = props.explained
    ? [
        { id: 'deviation', title: t('leader.deviation'), cell: (item) => item.deviation ?? '–', card: true },
        { id: 'measures', title: t('leader.measures'), cell: (item) => item.measures ?? '–' },
      ]
    : []
  const registered = useRegisterColumns(false)
  const columns: readonly Column<LeaderItem>[] = [...registered.filter((column) => column.id !== 'kind'), ...explained]
  return (
    <section className="ff-stack" aria-labelledby={props.id}>
      <h2 id={props.id}>
        <Counted filter={props.filter} count={props.count}>
          {props.title} ({props.count})
        </Counted>
      </h2>
      {props.assign ? <BulkAssign rows={marked} clear={marks.clear} /> : null}
      <DataTable
        caption={props.title}
        columns={columns}
        rows={props.items}
        rowKey={(item) => item.id}
        href={(item) => `/register/${item.id}`}
        oneLine={!props.explained}
        {...(props.assign ? { marks: { ...marks, name: nameOf } } : {})}
        sortParameter={`sort-${props.id}`}
        empty={<p className="ff-subtle">{t('leader.nothing')}</p>}
      />
    </section>
  )
}

const Overview = ({ view }: { view: LeaderAnswer }) => {
  const t = useTexts(texts)
  const mayAssign = usePermission('followup.assign')
  if (view.total.open === 0) {
    return (
      <EmptyState title={t('leader.empty', { year: view.year })}>
        <p>{t('leader.emptyLead')}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <StatusTiles counts={view.total} year={view.year} />
      <Legend
        words={(tone) => t(`leader.${tone === 'done' ? 'open' : tone}`)}
        shown={['red', 'yellow', 'green', 'none']}
      />
      <StatusBars
        title={t('leader.byUnit')}
        head={t('leader.unit')}
        none={t('leader.noUnit')}
        groups={view.units}
        filterOf={(id) => ({ ...assessedOf(view.year), unit: id ?? 'none' })}
      />
      <StatusBars
        title={t('leader.byGoal')}
        head={t('leader.goal')}
        none={t('leader.noGoal')}
        groups={view.goals}
        filterOf={(id) => ({ ...assessedOf(view.year), goal: id ?? 'none' })}
      />
      {(['red', 'late', 'ownerless', 'soon'] as const).map((name) => (
        <Items
          key={name}
          id={name}
          title={t(`leader.${name}`)}
          items={view[name]}
          filter={{ ...assessedOf(view.year), ...counted[name] }}
          count={view.total[name]}
          explained={name === 'red'}
          assign={name === 'ownerless' && mayAssign}
        />
      ))}
    </>
  )
}

/** Sends at once what the morning would have sent; nobody is notified of the same twice. */
const SendReminders = () => {
  const t = useTexts(texts)
  const run = useMutation({ mutationFn: () => send<{ queued: boolean }>('POST', '/api/reminders/run') })
  return (
    <span className="ff-no-print">
      <Button size="small" variant="tertiary" loading={run.isPending} onClick={() => run.mutate()}>
        {t('leader.remind')}
      </Button>
      <span role="status">{run.isSuccess ? t('leader.reminded') : ''}</span>
      {run.isError ? <ProblemNotice error={run.error} /> : null}
    </span>
  )
}

/** What a leader must see: red, late, without owner, soon due; by unit and goal, and one by one. */
export const LeaderPage = () => {
  const t = useTexts(texts)
  const [state, set] = useUrlState(defaults)
  const mayRemind = usePermission('followup.assign')
  const query = useQuery({
    queryKey: [...registerKey, 'leader', state.year],
    queryFn: () => ask<LeaderAnswer>('/api/leader', { year: state.year }),
    placeholderData: keepPreviousData,
  })
  const year = query.data?.year ?? new Date().getFullYear()
  return (
    <Page
      title={t('leader.title', { year })}
      lead={t('leader.lead')}
      actions={
        <>
          <YearSelect
            label={t('year')}
            year={year}
            years={query.data?.years ?? []}
            choose={(chosen) => set({ year: chosen })}
          />
          <PrintButton />
          <DownloadLink href={address('/api/leader/excel', { year })}>{t('excel')}</DownloadLink>
          {mayRemind ? <SendReminders /> : null}
        </>
      }
    >
      <Answer query={query}>{(view) => <Overview view={view} />}</Answer>
    </Page>
  )
}
