import { Button, LocalAlert } from '@navikt/ds-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { send } from '../../../platform/web/api/ask.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { Dialog } from '../../../platform/web/parts/Dialog.tsx'
import { ProblemNotice } from '../../../platform/web/parts/ProblemNotice.tsx'
import type { ListRow } from '../../rules/follow-up/list-shape.ts'
import { nameOf } from '../name-of.ts'
import { type ChosenOwner, OwnerFields, ownerBody } from './OwnerFields.tsx'
import { registerKey } from './queries.ts'
import { texts } from './texts.ts'

interface Result {
  readonly id: string
  readonly problem: string | null
  readonly params: Readonly<Record<string, string | number>>
}

const known = ['changed-by-other', 'not-allowed-in-state', 'not-found'] as const

/** Reports how it went: how many, and for each that was refused, why. */
const Outcome = ({ results, rows }: { results: readonly Result[]; rows: readonly ListRow[] }) => {
  const t = useTexts(texts)
  const failed = results.filter((result) => result.problem !== null)
  const why = ({ problem, params }: Result) => {
    const code = known.find((each) => each === problem)
    return code === undefined ? t('problems.other') : t(`problems.${code}`, { by: String(params.by ?? '') })
  }
  return (
    <LocalAlert status={failed.length > 0 ? 'warning' : 'success'} size="small" role="status" as="div">
      <LocalAlert.Header>
        <LocalAlert.Title as="h2">{t('bulk.done', { count: results.length - failed.length })}</LocalAlert.Title>
      </LocalAlert.Header>
      {failed.length === 0 ? null : (
        <LocalAlert.Content>
          <p>{t('bulk.failed', { count: failed.length })}</p>
          <ul>
            {failed.map((result) => {
              const row = rows.find(({ id }) => id === result.id)
              return (
                <li key={result.id}>
                  {row === undefined ? '' : `${nameOf(row)}: `}
                  {why(result)}
                </li>
              )
            })}
          </ul>
        </LocalAlert.Content>
      )}
    </LocalAlert>
  )
}

/** The bar over the list when rows are marked: gives them all one owner, and reports each that was refused. */
export const BulkAssign = (props: { rows: readonly ListRow[]; marked: ReadonlySet<string>; clear: () => void }) => {
  const t = useTexts(texts)
  const client = useQueryClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const [owner, setOwner] = useState<ChosenOwner>({ unit: '', person: '' })
  const chosen = props.rows.filter((row) => props.marked.has(row.id))
  const assign = useMutation({
    mutationFn: () =>
      send<{ results: Result[] }>('POST', '/api/commitments/owners', {
        items: chosen.map(({ id, version }) => ({ id, version })),
        ...ownerBody(owner),
      }),
    onSuccess: async () => {
      dialog.current?.close()
      props.clear()
      await client.invalidateQueries({ queryKey: registerKey })
    },
  })
  return (
    <>
      {assign.data === undefined || chosen.length > 0 ? null : (
        <Outcome results={assign.data.results} rows={props.rows} />
      )}
      {chosen.length === 0 ? null : (
        <section className="ff-reg-bulk ff-no-print" aria-label={t('bulk.assign')}>
          <strong role="status">{t('bulk.selected', { count: chosen.length })}</strong>
          <Button size="xsmall" onClick={() => dialog.current?.showModal()}>
            {t('bulk.assign')}
          </Button>
          <Button size="xsmall" variant="tertiary" onClick={props.clear}>
            {t('bulk.clear')}
          </Button>
        </section>
      )}
      <Dialog
        ref={dialog}
        title={`${t('bulk.assign')} – ${t('bulk.selected', { count: chosen.length })}`}
        closeLabel={t('form.cancel')}
        actions={
          <Button type="button" size="small" loading={assign.isPending} onClick={() => assign.mutate()}>
            {t('owner.save')}
          </Button>
        }
      >
        <OwnerFields value={owner} onChange={setOwner} />
        {assign.isError ? <ProblemNotice error={assign.error} /> : null}
      </Dialog>
    </>
  )
}
