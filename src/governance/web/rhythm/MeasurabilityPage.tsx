import { Button, Select } from '@navikt/ds-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { address, ask } from '../../../platform/web/api/ask.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../platform/web/parts/Answer.tsx'
import { EmptyState } from '../../../platform/web/parts/EmptyState.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { useUrlState } from '../../../platform/web/parts/useUrlState.ts'
import type { MeasurabilityAnswer } from '../../rules/measurability/shapes.ts'
import { MeasureCard } from './MeasureCard.tsx'
import { texts } from './texts.ts'
import './rhythm.css'

const defaults = { year: '' }

const Parameters = ({ view }: { view: MeasurabilityAnswer }) => {
  const t = useTexts(texts)
  if (view.parameters.length === 0) {
    return (
      <EmptyState title={t('measure.empty')}>
        <p>{t('measure.emptyLead')}</p>
      </EmptyState>
    )
  }
  const flagged = view.parameters.filter((parameter) => parameter.way === 'not-measurable').length
  return (
    <>
      <p role="status">
        <strong>{flagged === 0 ? t('measure.allMeasurable') : t('measure.flagged', { count: flagged })}</strong>
      </p>
      <ul className="ff-plain-list ff-cards">
        {view.parameters.map((parameter) => (
          <MeasureCard key={parameter.commitment} parameter={parameter} />
        ))}
      </ul>
    </>
  )
}

/** Whether each steering parameter of the year can be measured, and what to tell the ministry where it cannot. */
export const MeasurabilityPage = () => {
  const t = useTexts(texts)
  const [state, set] = useUrlState(defaults)
  const query = useQuery({
    queryKey: ['measurability', state.year],
    queryFn: () => ask<MeasurabilityAnswer>('/api/measurability', { year: state.year }),
    placeholderData: keepPreviousData,
  })
  const year = query.data?.year ?? new Date().getFullYear()
  const years = [...new Set([year, ...(query.data?.years ?? [])])].sort((a, b) => b - a)
  return (
    <Page
      title={t('measure.title', { year })}
      lead={t('measure.lead')}
      actions={
        <>
          <Select
            size="small"
            label={t('year')}
            value={String(year)}
            onChange={(event) => set({ year: event.target.value })}
          >
            {years.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </Select>
          <Button
            as="a"
            role="link"
            size="small"
            variant="secondary"
            href={address('/api/measurability/excel', { year })}
          >
            {t('excel')}
          </Button>
        </>
      }
    >
      <Answer query={query}>{(view) => <Parameters view={view} />}</Answer>
    </Page>
  )
}
