import { Button, Select, ToggleGroup } from '@navikt/ds-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { ask } from '../../../platform/web/api/ask.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../platform/web/parts/Answer.tsx'
import { EmptyState } from '../../../platform/web/parts/EmptyState.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { useUrlState } from '../../../platform/web/parts/useUrlState.ts'
import { YearSelect } from '../../../platform/web/parts/YearSelect.tsx'
import { usePermission } from '../../../platform/web/session/session.ts'
import type { CalendarAnswer } from '../../rules/rhythm/shapes.ts'
import { ListView, RhythmView, WheelView } from './CalendarViews.tsx'
import { monthOf } from './month-name.ts'
import { texts } from './texts.ts'
import './rhythm.css'

const defaults = { view: 'wheel', scope: 'all', year: '', month: '' }
const views = ['wheel', 'months', 'weeks', 'rhythm'] as const
const scopes = ['mine', 'unit', 'all'] as const

const View = (props: { view: string; calendar: CalendarAnswer; month: string; choose: (month: number) => void }) => {
  const t = useTexts(texts)
  const { calendar, view } = props
  if (view === 'rhythm') return <RhythmView calendar={calendar} />
  if (calendar.dates.length === 0) {
    const lead = calendar.scope === 'all' ? t('calendar.emptyLead') : t('calendar.emptyMine', { year: calendar.year })
    return (
      <EmptyState title={t('calendar.empty', { year: calendar.year })}>
        <p>{lead}</p>
      </EmptyState>
    )
  }
  if (view === 'months' || view === 'weeks') return <ListView calendar={calendar} by={view} />
  const thisYear = calendar.today.startsWith(String(calendar.year))
  const month = Number(props.month) || (thisYear ? monthOf(calendar.today) : 1)
  return <WheelView calendar={calendar} month={month} choose={props.choose} />
}

/** The year's wheel and its lists. View, year, month and whose dates stand in the address. */
export const CalendarPage = () => {
  const t = useTexts(texts)
  const mayFeed = usePermission('calendar.own')
  const [state, set] = useUrlState(defaults)
  const query = useQuery({
    queryKey: ['calendar', state.year, state.scope],
    queryFn: () => ask<CalendarAnswer>('/api/calendar', { year: state.year, scope: state.scope }),
    placeholderData: keepPreviousData,
  })
  const year = query.data?.year ?? (Number(state.year) || new Date().getFullYear())
  return (
    <Page
      title={t('calendar.title', { year })}
      lead={t('calendar.lead')}
      actions={
        mayFeed ? (
          <Button as={Link} role="link" to="/calendar/feeds" size="small" variant="secondary">
            {t('calendar.feed')}
          </Button>
        ) : undefined
      }
    >
      <div className="ff-row ff-no-print">
        <ToggleGroup
          size="small"
          label={t('calendar.view')}
          value={views.find((view) => view === state.view) ?? 'wheel'}
          onChange={(view) => set({ view })}
        >
          {views.map((view) => (
            <ToggleGroup.Item key={view} value={view}>
              {t(`calendar.views.${view}`)}
            </ToggleGroup.Item>
          ))}
        </ToggleGroup>
        <Select
          size="small"
          label={t('calendar.scope')}
          value={state.scope}
          onChange={(event) => set({ scope: event.target.value })}
        >
          {scopes.map((scope) => (
            <option key={scope} value={scope}>
              {t(`calendar.scopes.${scope}`)}
            </option>
          ))}
        </Select>
        <YearSelect
          label={t('year')}
          year={year}
          years={query.data?.years ?? []}
          choose={(chosen) => set({ year: chosen })}
        />
      </div>
      <Answer query={query}>
        {(calendar) => (
          <View
            view={state.view}
            calendar={calendar}
            month={state.month}
            choose={(month) => set({ month: String(month) })}
          />
        )}
      </Answer>
    </Page>
  )
}
