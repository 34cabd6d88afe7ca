import { Button } from '@navikt/ds-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FocusEvent, useEffect, useRef, useState } from 'react'
import { send } from '../../../platform/web/api/ask.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { ConfirmDialog, useConfirm } from '../../../platform/web/parts/ConfirmDialog.tsx'
import { ConflictNotice } from '../../../platform/web/parts/ConflictNotice.tsx'
import { ProblemNotice } from '../../../platform/web/parts/ProblemNotice.tsx'
import { SaveState } from '../../../platform/web/parts/SaveState.tsx'
import type { FormAnswer } from '../../rules/follow-up/form-shape.ts'
import { registerKey } from './queries.ts'
import { texts } from './texts.ts'

type Activity = FormAnswer['requirements'][number]['activities'][number]

/** The cells that are written in, in the form's order. */
export const cells = [
  'activity',
  'indicator',
  'achievement',
  'deviation',
  'remark',
  'measuresDone',
  'measuresPlanned',
] as const

const bodyOf = (activity: Activity) => ({
  ownerUnit: activity.ownerUnit,
  ...Object.fromEntries(cells.map((cell) => [cell, activity[cell]])),
})

const same = (a: Activity, b: Activity): boolean =>
  a.ownerUnit === b.ownerUnit && cells.every((cell) => a[cell] === b[cell])

/** Saves the row when the focus leaves it; what others saved meanwhile is never written over unseen. */
const useRow = (stored: Activity) => {
  const client = useQueryClient()
  const [draft, setDraft] = useState(stored)
  const [base, setBase] = useState(stored)
  // What comes from the server replaces the draft only when nothing here is unsaved.
  useEffect(() => {
    if (stored.version !== base.version && same(draft, base)) {
      setDraft(stored)
      setBase(stored)
    }
  }, [stored, base, draft])
  const refresh = () => client.invalidateQueries({ queryKey: [...registerKey, 'form'] })
  const save = useMutation({
    mutationFn: ({ row, version }: { row: Activity; version: number }) =>
      send<{ version: number }>('PUT', `/api/activities/${row.id}`, { ...bodyOf(row), version }),
    onSuccess: async ({ version }, { row }) => {
      setBase({ ...row, version })
      await refresh()
    },
  })
  const unsaved = !same(draft, base)
  return {
    draft,
    unsaved,
    save,
    set: (change: Partial<Activity>) => setDraft((now) => ({ ...now, ...change })),
    saveNow: () => {
      if (unsaved && !save.isPending && draft.activity.trim() !== '') save.mutate({ row: draft, version: base.version })
    },
    keepMine: () => save.mutate({ row: draft, version: stored.version }),
    takeTheirs: () => {
      save.reset()
      setDraft(stored)
      setBase(stored)
    },
    refresh,
  }
}

/** A cell that grows with what is written in it. */
const Cell = (props: { label: string; value: string; onChange: (value: string) => void; readOnly: boolean }) => {
  const area = useRef<HTMLTextAreaElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text.
  useEffect(() => {
    const { current } = area
    if (current === null) return
    current.style.height = 'auto'
    current.style.height = `${current.scrollHeight}px`
  }, [props.value])
  return (
    <>
      <textarea
        ref={area}
        rows={1}
        className="ff-form-cell ff-no-print"
        aria-label={props.label}
        value={props.value}
        readOnly={props.readOnly}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <span className="ff-print-only">{props.value}</span>
    </>
  )
}

/** One activity of the form: written in like a table's row, saved when one leaves it. */
export const ActivityRow = (props: {
  activity: Activity
  number: number
  units: readonly { readonly id: string; readonly name: string }[]
  requirementUnit: string | null
  mayWrite: boolean
  /** Null at the ends of the list. */
  moveUp: (() => void) | null
  moveDown: (() => void) | null
}) => {
  const t = useTexts(texts)
  const confirm = useConfirm()
  const row = useRow(props.activity)
  const remove = useMutation({
    mutationFn: () => send('DELETE', `/api/activities/${props.activity.id}?version=${props.activity.version}`),
    onSuccess: () => row.refresh(),
  })
  const leave = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) row.saveNow()
  }
  const name = t('activities.row', { number: props.number })
  const differences = cells
    .filter((cell) => row.draft[cell] !== props.activity[cell])
    .map((cell) => ({ field: t(`activities.${cell}`), mine: row.draft[cell], theirs: props.activity[cell] }))
  return (
    <>
      <tr onBlur={leave}>
        <td data-title={t('activities.ansv')}>
          <select
            className="ff-form-cell ff-no-print"
            aria-label={`${name}: ${t('activities.ansv')}`}
            value={row.draft.ownerUnit ?? ''}
            disabled={!props.mayWrite}
            onChange={(event) => row.set({ ownerUnit: event.target.value || null })}
          >
            <option value="">{props.requirementUnit ?? t('activities.inherit')}</option>
            {props.units.map((unit) => (
              <option key={unit.id} value={unit.id}>
                {unit.name}
              </option>
            ))}
          </select>
          <span className="ff-print-only">{props.activity.unit ?? props.requirementUnit}</span>
        </td>
        {cells.map((cell) => (
          <td key={cell} data-title={t(`activities.${cell}`)}>
            <Cell
              label={`${name}: ${t(`activities.${cell}`)}`}
              value={row.draft[cell]}
              readOnly={!props.mayWrite}
              onChange={(value) => row.set({ [cell]: value })}
            />
          </td>
        ))}
        <td className="ff-form-tools ff-no-print">
          <SaveState
            saving={row.save.isPending}
            savedAt={row.save.isSuccess ? row.save.submittedAt : null}
            unsaved={row.unsaved}
            failed={row.save.isError}
          />
          {props.mayWrite ? (
            <span>
              <Button
                size="xsmall"
                variant="tertiary"
                aria-label={`${name}: ${t('activities.up')}`}
                disabled={props.moveUp === null}
                onClick={() => props.moveUp?.()}
              >
                ↑
              </Button>
              <Button
                size="xsmall"
                variant="tertiary"
                aria-label={`${name}: ${t('activities.down')}`}
                disabled={props.moveDown === null}
                onClick={() => props.moveDown?.()}
              >
                ↓
              </Button>
              <Button
                size="xsmall"
                variant="tertiary"
                aria-label={`${name}: ${t('activities.remove')}`}
                onClick={() => confirm.current?.showModal()}
              >
                ✕
              </Button>
            </span>
          ) : null}
          <ConfirmDialog
            ref={confirm}
            title={t('activities.removeTitle')}
            verb={t('activities.remove')}
            danger
            pending={remove.isPending}
            done={remove.isSuccess}
            onConfirm={() => remove.mutate()}
          >
            <p>{t('activities.removeLead', { activity: props.activity.activity })}</p>
            {remove.isError ? <ProblemNotice error={remove.error} /> : null}
          </ConfirmDialog>
        </td>
      </tr>
      {row.save.isError ? (
        <tr className="ff-no-print">
          <td colSpan={cells.length + 2}>
            <ConflictNotice
              error={row.save.error}
              differences={differences}
              keepMine={row.keepMine}
              takeTheirs={row.takeTheirs}
            />
          </td>
        </tr>
      ) : null}
    </>
  )
}
