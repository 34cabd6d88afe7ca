import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { address, ask } from '../../../platform/web/api/ask.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../platform/web/parts/Answer.tsx'
import { DownloadLink } from '../../../platform/web/parts/DownloadLink.tsx'
import { EmptyState } from '../../../platform/web/parts/EmptyState.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { useUrlState } from '../../../platform/web/parts/useUrlState.ts'
import { YearSelect } from '../../../platform/web/parts/YearSelect.tsx'
import { Filters } from '../../../platform/web/register/Filters.tsx'
import { useQuestion } from '../../../platform/web/register/useQuestion.ts'
import type { MeasurabilityAnswer } from '../../rules/measurability/shapes.ts'
import { MeasureCard } from './MeasureCard.tsx'
import { texts } from './texts.ts'
import './rhythm.css'

const defaults = { year: '' }

type Parameter = MeasurabilityAnswer['parameters'][number]

/** What can be shown of the parameters; what has been decided on need not be looked at again. */
const shows = {
  all: () => true,
  flagged: ({ way }: Parameter) => way === 'not-measurable',
  undecided: ({ way, confirmed }: Parameter) => way === 'not-measurable' && !confirmed,
} as const

const filters = { show: 'all' }

const Parameters = ({ view }: { view: MeasurabilityAnswer }) => {
  const t = useTexts(texts)
  const question = useQuestion(filters)
  if (view.parameters.length === 0) {
    return (
      <EmptyState title={t('measure.empty')}>
        <p>{t('measure.emptyLead')}</p>
      </EmptyState>
    )
  }
  const flagged = view.parameters.filter(shows.flagged)
  const shown = view.parameters.filter(shows[question.filters.show as keyof typeof shows] ?? shows.all)
  return (
    <>
      <p>
        <strong>
          {flagged.length === 0 ? t('measure.allMeasurable') : t('measure.flagged', { count: flagged.length })}
        </strong>
      </p>
      <Filters
        question={question}
        count={shown.length}
        fields={[
          {
            name: 'show',
            label: t('measure.show'),
            all: null,
            options: (['all', 'flagged', 'undecided'] as const).map((value) => ({
              value,
              words: t(`measure.shows.${value}`),
            })),
          },
        ]}
      />
      <ul className="ff-plain-list ff-cards">
        {shown.map((parameter) => (
          <MeasureCard key={parameter.commitment} parameter={parameter} />
        ))}
      </ul>
    </>
  )
}

/** Whether each steering parameter of the year can be measured, and what to report to the ministry where it cannot. */
export const MeasurabilityPage = () => {
  const t = useTexts(texts)
  const [state, set] = useUrlState(defaults)
  const query = useQuery({
    queryKey: ['measurability', state.year],
    queryFn: () => ask<MeasurabilityAnswer>('/api/measurability', { year: state.year }),
    placeholderData: keepPreviousData,
  })
  const year = query.data?.year ?? new Date().getFullYear()
  return (
    <Page
      title={t('measure.title', { year })}
      lead={t('measure.lead')}
      actions={
        <>
          <YearSelect
            label={t('year')}
            year={year}
            years={query.data?.years ?? []}
            choose={(chosen) => set({ year: chosen })}
          />
          <DownloadLink href={address('/api/measurability/excel', { year })}>{t('excel')}</DownloadLink>
        </>
      }
    >
      <Answer query={query}>{(view) => <Parameters view={view} />}</Answer>
    </Page>
  )
}
