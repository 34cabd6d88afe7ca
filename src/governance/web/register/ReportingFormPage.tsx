import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { address, send } from '../../../platform/web/api/ask.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../platform/web/parts/Answer.tsx'
import { DownloadLink } from '../../../platform/web/parts/DownloadLink.tsx'
import { EmptyState } from '../../../platform/web/parts/EmptyState.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { PrintButton } from '../../../platform/web/parts/PrintButton.tsx'
import { ProblemNotice } from '../../../platform/web/parts/ProblemNotice.tsx'
import { useUrlState } from '../../../platform/web/parts/useUrlState.ts'
import { useKept } from '../../../platform/web/register/useKept.ts'
import { usePermission, useSession } from '../../../platform/web/session/session.ts'
import type { FormAnswer } from '../../rules/follow-up/form-shape.ts'
import { nameOf } from '../name-of.ts'
import { ActivityRow } from './ActivityRow.tsx'
import { cells, newActivity, useActivities } from './activities.ts'
import { FilterSelect } from './FilterSelect.tsx'
import { formQuery, optionsQuery } from './queries.ts'
import { RegisterTabs } from './RegisterTabs.tsx'
import { texts } from './texts.ts'
import './register.css'
import './form.css'

type Requirement = FormAnswer['requirements'][number]
const defaults = { year: '', goal: '', unit: '' } as const

/** The order of the rows, changed at once and stored; what had the focus keeps it. */
const useOrder = (requirement: Requirement) => {
  const client = useQueryClient()
  const activities = useActivities(requirement.id)
  const held = useRef<Element | null>(null)
  const ids = requirement.activities.map(({ id }) => id)
  const order = ids.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a move takes the focus from what is moved.
  useLayoutEffect(() => {
    if (held.current instanceof HTMLElement) held.current.focus()
  }, [order])
  const store = useMutation({
    scope: { id: requirement.id },
    mutationFn: (next: readonly string[]) =>
      send('PUT', `/api/commitments/${requirement.id}/activities/order`, { ids: next }),
    onSettled: () => client.invalidateQueries({ queryKey: activities.key }),
  })
  const move = async (id: string, by: -1 | 1) => {
    const at = ids.indexOf(id)
    if (at < 0 || at + by < 0 || at + by >= ids.length) return
    const next = ids.toSpliced(at, 1).toSpliced(at + by, 0, id)
    held.current = document.activeElement
    // An answer that is under way has the order from before.
    await client.cancelQueries({ queryKey: activities.key })
    activities.change((rows) => next.flatMap((one) => rows.find((row) => row.id === one) ?? []))
    store.mutate(next)
  }
  return { move, error: store.error }
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
  const order = useOrder(requirement)
  const add = useRef<HTMLButtonElement>(null)
  // Under another's requirement one writes rows of one's own unit.
  const ownUnit = useSession().organisation?.id ?? null
  const [begun, setBegun] = useKept<readonly string[]>(`activities/${requirement.id}`)
  const [latest, setLatest] = useState('')
  const stored = requirement.activities
  const rows = [
    ...stored,
    ...(begun ?? [])
      .filter((id) => stored.every((row) => row.id !== id))
      .map((id) => newActivity(id, requirement.mayWrite ? null : ownUnit)),
  ]
  // biome-ignore lint/correctness/useExhaustiveDependencies: what has been stored is no longer only begun.
  useEffect(() => {
    const left = begun?.filter((id) => stored.every((row) => row.id !== id)) ?? []
    if (left.length < (begun?.length ?? 0)) setBegun(left.length === 0 ? null : left)
  }, [stored])
  const begin = () => {
    const id = crypto.randomUUID()
    setLatest(id)
    setBegun([...(begun ?? []), id])
  }
  return (
    <tbody>
      <tr className="ff-form-requirement">
        <th scope="rowgroup" colSpan={cells.length + 1}>
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
      {rows.map((activity, index) => (
        <ActivityRow
          key={activity.id}
          commitment={requirement.id}
          activity={activity}
          number={index + 1}
          units={props.units}
          requirementUnit={requirement.unit}
          mayWrite={props.mayWrite && activity.mayWrite}
          begun={activity.id === latest}
          move={
            props.partial || !requirement.mayWrite || activity.version === 0
              ? null
              : (by) => void order.move(activity.id, by)
          }
          gone={() => {
            setBegun((begun ?? []).filter((id) => id !== activity.id))
            add.current?.focus()
          }}
        />
      ))}
      {props.mayWrite ? (
        <tr className="ff-no-print">
          <td colSpan={cells.length + 1}>
            <button
              ref={add}
              type="button"
              className="ff-form-new"
              aria-label={t('activities.addTo', { what: nameOf(requirement) })}
              onClick={begin}
            >
              + {t('activities.add')}
            </button>
            {order.error === null ? null : <ProblemNotice error={order.error} />}
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
          <PrintButton />
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
            )
          }
        </Answer>
      )}
    </Page>
  )
}
