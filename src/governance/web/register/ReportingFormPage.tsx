import { Button } from '@navikt/ds-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { address, send } from '../../../platform/web/api/ask.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../platform/web/parts/Answer.tsx'
import { DownloadLink } from '../../../platform/web/parts/DownloadLink.tsx'
import { EmptyState } from '../../../platform/web/parts/EmptyState.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { ProblemNotice } from '../../../platform/web/parts/ProblemNotice.tsx'
import { useUrlState } from '../../../platform/web/parts/useUrlState.ts'
import { usePermission, useSession } from '../../../platform/web/session/session.ts'
import type { FormAnswer } from '../../rules/follow-up/form-shape.ts'
import { nameOf } from '../name-of.ts'
import { ActivityRow, cells } from './ActivityRow.tsx'
import { FilterSelect } from './FilterSelect.tsx'
import { formQuery, optionsQuery, registerKey } from './queries.ts'
import { RegisterTabs } from './RegisterTabs.tsx'
import { texts } from './texts.ts'
import './register.css'
import './form.css'

type Requirement = FormAnswer['requirements'][number]
const defaults = { year: '', goal: '', unit: '' } as const

/** Adds a row, or moves one. */
const useRows = (requirement: Requirement) => {
  const client = useQueryClient()
  // Under another's requirement one writes rows of one's own unit.
  const ownUnit = useSession().organisation?.id ?? null
  return useMutation({
    mutationFn: (what: { add: string } | { order: readonly string[] }) =>
      'add' in what
        ? send('POST', `/api/commitments/${requirement.id}/activities`, {
            ownerUnit: requirement.mayWrite ? null : ownUnit,
            ...Object.fromEntries(cells.map((cell) => [cell, ''])),
            activity: what.add,
          })
        : send('PUT', `/api/commitments/${requirement.id}/activities/order`, { ids: what.order }),
    onSuccess: () => client.invalidateQueries({ queryKey: [...registerKey, 'form'] }),
  })
}

const moved = (ids: readonly string[], from: number, to: number): string[] => {
  const next = [...ids]
  const [id] = next.splice(from, 1)
  if (id !== undefined) next.splice(to, 0, id)
  return next
}

/** A new row begins with the activity's words; it is stored by Enter, and by leaving the field. */
const NewActivity = (props: { requirement: Requirement; add: (activity: string) => void }) => {
  const t = useTexts(texts)
  const [activity, setActivity] = useState('')
  const store = () => {
    if (activity.trim() === '') return
    props.add(activity.trim())
    setActivity('')
  }
  return (
    <input
      className="ff-form-cell ff-form-new"
      aria-label={t('activities.addTo', { what: nameOf(props.requirement) })}
      placeholder={`+ ${t('activities.add')}`}
      value={activity}
      onChange={(event) => setActivity(event.target.value)}
      onBlur={store}
      onKeyDown={(event) => {
        if (event.key === 'Enter') store()
      }}
    />
  )
}

const RequirementRows = (props: {
  requirement: Requirement
  units: readonly { readonly id: string; readonly name: string }[]
  mayWrite: boolean
  /** Rows of one unit only are shown: then their order among all cannot be changed here. */
  partial: boolean
}) => {
  const t = useTexts(texts)
  const { requirement } = props
  const rows = useRows(requirement)
  const ids = requirement.activities.map((activity) => activity.id)
  const move = (from: number, to: number) =>
    props.partial || !requirement.mayWrite || to < 0 || to >= ids.length
      ? null
      : () => rows.mutate({ order: moved(ids, from, to) })
  return (
    <tbody>
      <tr className="ff-form-requirement">
        <th scope="rowgroup" colSpan={cells.length + 2}>
          <Link to={`/register/${requirement.id}?state=all`}>{nameOf(requirement)}</Link>
          <span className="ff-subtle">
            {[
              ...requirement.requirements,
              requirement.reporting === null ? '' : t('activities.reporting', { when: requirement.reporting }),
              requirement.unit === null ? '' : `${t('activities.ansv')}: ${requirement.unit}`,
            ]
              .filter(Boolean)
              .map((text) => ` · ${text}`)
              .join('')}
          </span>
        </th>
      </tr>
      {requirement.activities.map((activity, index) => (
        <ActivityRow
          key={activity.id}
          activity={activity}
          number={index + 1}
          units={props.units}
          requirementUnit={requirement.unit}
          mayWrite={props.mayWrite && activity.mayWrite}
          moveUp={move(index, index - 1)}
          moveDown={move(index, index + 1)}
        />
      ))}
      {props.mayWrite ? (
        <tr className="ff-no-print">
          <td colSpan={cells.length + 2}>
            <NewActivity requirement={requirement} add={(activity) => rows.mutate({ add: activity })} />
            {rows.isError ? <ProblemNotice error={rows.error} /> : null}
          </td>
        </tr>
      ) : null}
    </tbody>
  )
}

/** The internal reporting form: one row an activity under each requirement, for a year, a goal, a unit. */
export const ReportingFormPage = () => {
  const t = useTexts(texts)
  const { data: options } = useQuery(optionsQuery)
  const [state, set] = useUrlState(defaults)
  const year = state.year || String(options?.years[0] ?? '')
  const question = Object.fromEntries(Object.entries({ ...state, year }).filter(([, value]) => value !== ''))
  const query = useQuery({ ...formQuery({ ...question, year }), enabled: year !== '' })
  const mayWrite = usePermission('followup.write')
  const goals = options?.goals.filter((goal) => String(goal.year) === year) ?? []
  return (
    <Page
      title={t('activities.title', { year })}
      lead={t('activities.lead')}
      actions={
        <>
          <RegisterTabs />
          <Button size="small" variant="secondary" onClick={() => window.print()}>
            {t('activities.print')}
          </Button>
          <DownloadLink href={address('/api/reporting-form/export', question)}>{t('list.export')}</DownloadLink>
        </>
      }
    >
      <div className="ff-filters">
        <div className="ff-filters__fields">
          <FilterSelect
            label={t('filters.year')}
            all={t('activities.chooseYear')}
            value={year}
            onChange={(chosen) => set({ year: chosen, goal: '' })}
          >
            {options?.years.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </FilterSelect>
          <FilterSelect
            label={t('filters.goal')}
            all={t('filters.allGoals')}
            value={state.goal}
            onChange={(goal) => set({ goal })}
          >
            {goals.map((goal) => (
              <option key={goal.id} value={goal.id}>
                {goal.number} {goal.title}
              </option>
            ))}
          </FilterSelect>
          <FilterSelect
            label={t('activities.unit')}
            all={t('activities.allUnits')}
            value={state.unit}
            onChange={(unit) => set({ unit })}
          >
            {options?.units.map((unit) => (
              <option key={unit.id} value={unit.id}>
                {unit.name}
              </option>
            ))}
          </FilterSelect>
        </div>
      </div>
      {options !== undefined && year === '' ? (
        <EmptyState title={t('list.empty')} action={<Link to="/letters">{t('list.toLetters')}</Link>}>
          <p>{t('list.emptyLead')}</p>
        </EmptyState>
      ) : (
        <Answer query={query}>
          {({ requirements }) =>
            requirements.length === 0 ? (
              <EmptyState title={t('activities.empty')}>
                <p>{t('activities.emptyLead')}</p>
              </EmptyState>
            ) : (
              <div className="ff-rows__scroll">
                <table className="ff-form-table">
                  <caption className="aksel-sr-only">{t('activities.title', { year })}</caption>
                  <thead>
                    <tr>
                      <th scope="col">{t('activities.ansv')}</th>
                      {cells.map((cell) => (
                        <th key={cell} scope="col">
                          {t(`activities.${cell}`)}
                        </th>
                      ))}
                      <td />
                    </tr>
                  </thead>
                  {requirements.map((requirement) => (
                    <RequirementRows
                      key={requirement.id}
                      requirement={requirement}
                      units={options?.units ?? []}
                      mayWrite={mayWrite}
                      partial={state.unit !== ''}
                    />
                  ))}
                </table>
              </div>
            )
          }
        </Answer>
      )}
    </Page>
  )
}
