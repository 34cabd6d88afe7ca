import { Button } from '@navikt/ds-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { send } from '../../../platform/web/api/ask.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { ConfirmDialog, useConfirm } from '../../../platform/web/parts/ConfirmDialog.tsx'
import { ProblemNotice } from '../../../platform/web/parts/ProblemNotice.tsx'
import { SaveState } from '../../../platform/web/parts/SaveState.tsx'
import { useRecordRow } from '../../../platform/web/register/useRecordRow.ts'
import { WriteNotice } from '../../../platform/web/register/WriteNotice.tsx'
import { type Activity, cells, useActivities } from './activities.ts'
import { texts } from './texts.ts'

/** What is written in a row; without a unit of its own it has the requirement's. */
type Written = Record<(typeof cells)[number] | 'ownerUnit', string>

const begin = (activity: Activity): Written => ({
  ownerUnit: activity.ownerUnit ?? '',
  activity: activity.activity,
  indicator: activity.indicator,
  achievement: activity.achievement,
  deviation: activity.deviation,
  remark: activity.remark,
  measuresDone: activity.measuresDone,
  measuresPlanned: activity.measuresPlanned,
})

/** A cell that grows with what is written in it. */
const Cell = (props: {
  label: string
  value: string
  onChange: (value: string) => void
  readOnly: boolean
  first: boolean
}) => {
  const area = useRef<HTMLTextAreaElement>(null)
  // Of a row that has just been begun.
  useEffect(() => {
    if (props.first) area.current?.focus()
  }, [props.first])
  return (
    <>
      <span className="ff-form-grow ff-no-print" data-value={`${props.value} `}>
        <textarea
          ref={area}
          rows={1}
          className="ff-form-cell"
          aria-label={props.label}
          value={props.value}
          readOnly={props.readOnly}
          onChange={(event) => props.onChange(event.target.value)}
        />
      </span>
      <span className="ff-print-only">{props.value}</span>
    </>
  )
}

/** One activity of the form: written in like a table's row, saved when one leaves it. */
export const ActivityRow = (props: {
  commitment: string
  activity: Activity
  number: number
  units: readonly { readonly id: string; readonly name: string }[]
  requirementUnit: string | null
  mayWrite: boolean
  /** It was begun just now, and takes the focus. */
  begun: boolean
  /** Moves it so many places; null where it cannot be moved. */
  move: ((by: -1 | 1) => void) | null
  /** It has gone, or it was only begun and is given up. */
  gone: () => void
}) => {
  const t = useTexts(texts)
  const confirm = useConfirm()
  const client = useQueryClient()
  const { activity } = props
  const { id } = activity
  const activities = useActivities(props.commitment)
  const name = t('activities.row', { number: props.number })
  const field = (label: keyof Written | 'ansv') => ({
    label: t(`activities.${label === 'ownerUnit' ? 'ansv' : label}`),
  })
  const unitName = (unit: string) => props.units.find((one) => one.id === unit)?.name ?? props.requirementUnit ?? ''
  const row = useRecordRow<Activity, Written>({
    key: `activity.${id}`,
    record: { shown: activity, read: () => activities.read(id), stale: activities.key },
    begin,
    fields: {
      ownerUnit: { ...field('ownerUnit'), words: unitName },
      activity: field('activity'),
      indicator: field('indicator'),
      achievement: field('achievement'),
      deviation: field('deviation'),
      remark: field('remark'),
      measuresDone: field('measuresDone'),
      measuresPlanned: field('measuresPlanned'),
    },
    write: async (value, version) => {
      const body = { ...value, ownerUnit: value.ownerUnit || null }
      if (version > 0) return send<{ version: number }>('PUT', `/api/activities/${id}`, { ...body, version })
      const added = await send<{ version: number }>('POST', `/api/commitments/${props.commitment}/activities`, {
        id,
        ...body,
      })
      // It takes the place of the one that was only begun, without having been away.
      activities.change((rows) => [...rows, { ...activity, ...body, version: added.version }])
      return added
    },
  })
  const { version } = row.draft
  const remove = useMutation({
    mutationFn: async () => {
      if (version > 0) await send('DELETE', `/api/activities/${id}?version=${version}`)
    },
    onSuccess: async () => {
      row.draft.done()
      props.gone()
      await client.invalidateQueries({ queryKey: activities.key })
    },
  })
  const askToRemove = () => {
    if (version === 0 && !row.unsaved) remove.mutate()
    else confirm.current?.showModal()
  }
  const keys = (event: KeyboardEvent) => {
    if (!event.altKey || !props.mayWrite || event.target instanceof HTMLSelectElement) return
    const [run] = [
      event.key === 'ArrowUp' && (() => props.move?.(-1)),
      event.key === 'ArrowDown' && (() => props.move?.(1)),
      event.key === 'Delete' && askToRemove,
    ].filter((one) => one !== false)
    if (run === undefined) return
    event.preventDefault()
    run()
  }
  const tool = (sign: string, label: 'up' | 'down' | 'remove', shortcut: string, run: () => void, off = false) => (
    <Button
      size="xsmall"
      variant="tertiary"
      // Tab leads on to the next row; the keys do the same.
      tabIndex={-1}
      aria-keyshortcuts={shortcut}
      title={`${t(`activities.${label}`)} (${shortcut})`}
      aria-label={`${name}: ${t(`activities.${label}`)}`}
      aria-disabled={off}
      onClick={() => off || run()}
    >
      {sign}
    </Button>
  )
  return (
    <>
      <tr className="ff-form-row" data-row={id} onKeyDown={keys} {...row.listen}>
        <td className="ff-form-ansv">
          <span className="ff-form-label" aria-hidden>
            {t('activities.ansv')}
          </span>
          <select
            className="ff-form-cell ff-no-print"
            aria-label={`${name}: ${t('activities.ansv')}`}
            value={row.value.ownerUnit}
            disabled={!props.mayWrite}
            onChange={(event) => row.set({ ownerUnit: event.target.value })}
          >
            <option value="">{props.requirementUnit ?? t('activities.inherit')}</option>
            {props.units.map((unit) => (
              <option key={unit.id} value={unit.id}>
                {unit.name}
              </option>
            ))}
          </select>
          <span className="ff-print-only">{unitName(row.value.ownerUnit)}</span>
          <div className="ff-form-tools ff-no-print">
            {props.mayWrite ? (
              <span>
                {tool('↑', 'up', 'Alt+ArrowUp', () => props.move?.(-1), props.move === null)}
                {tool('↓', 'down', 'Alt+ArrowDown', () => props.move?.(1), props.move === null)}
                {tool('✕', 'remove', 'Alt+Delete', askToRemove)}
              </span>
            ) : null}
            <SaveState
              saving={row.write.pending}
              savedAt={row.storedAt}
              unsaved={row.unsaved}
              failed={row.write.error !== null}
            />
          </div>
          <ConfirmDialog
            ref={confirm}
            title={t('activities.removeTitle')}
            verb={t('activities.remove')}
            danger
            pending={remove.isPending}
            done={remove.isSuccess}
            onConfirm={() => remove.mutate()}
          >
            <p>{t('activities.removeLead', { activity: row.value.activity })}</p>
            {remove.isError ? <ProblemNotice error={remove.error} /> : null}
          </ConfirmDialog>
        </td>
        {cells.map((cell) => (
          <td key={cell}>
            <span className="ff-form-label" aria-hidden>
              {t(`activities.${cell}`)}
            </span>
            <Cell
              label={`${name}: ${t(`activities.${cell}`)}`}
              value={row.value[cell]}
              readOnly={!props.mayWrite}
              first={props.begun && cell === 'activity'}
              onChange={(value) => row.set({ [cell]: value })}
            />
          </td>
        ))}
      </tr>
      {row.write.error === null ? null : (
        <tr className="ff-no-print">
          <td colSpan={cells.length + 1}>
            <WriteNotice write={row.write} />
          </td>
        </tr>
      )}
    </>
  )
}
