import { Button, LocalAlert } from '@navikt/ds-react'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useRef } from 'react'
import { RequestProblem } from '../api/problem.ts'
import { platformTexts } from '../i18n/platform.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import { useTexts } from '../i18n/texts.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { ProblemNotice } from '../parts/ProblemNotice.tsx'

/** A row that is marked, in the version that was seen. */
export interface MarkedRow {
  readonly id: string
  readonly version: number
  readonly name: string
}

interface Result {
  readonly id: string
  readonly problem: string | null
  readonly params: Readonly<Record<string, string | number>>
}

const Refusal = ({ result, name }: { result: Result; name: string }) => {
  const words = useProblemText(new RequestProblem(result.problem ?? '', 409, result.params))
  return (
    <li>
      <strong>{name}</strong>: {words?.title} {words?.advice}
    </li>
  )
}

/** Reports how it went: how many, and for each that was refused, why. */
const Outcome = (props: { results: readonly Result[]; names: ReadonlyMap<string, string> }) => {
  const t = useTexts(platformTexts)
  const failed = props.results.filter((result) => result.problem !== null)
  return (
    <LocalAlert status={failed.length > 0 ? 'warning' : 'success'} size="small" role="status" as="div">
      <LocalAlert.Header>
        <LocalAlert.Title as="h2">{t('bulk.done', { count: props.results.length - failed.length })}</LocalAlert.Title>
      </LocalAlert.Header>
      {failed.length === 0 ? null : (
        <LocalAlert.Content>
          <p>{t('bulk.failed', { count: failed.length })}</p>
          <ul>
            {failed.map((result) => (
              <Refusal key={result.id} result={result} name={props.names.get(result.id) ?? ''} />
            ))}
          </ul>
        </LocalAlert.Content>
      )}
    </LocalAlert>
  )
}

/** The bar over a list when rows are marked: asks in a dialog, does it with them all, and reports each that was refused. */
export const BulkAction = (props: {
  rows: readonly MarkedRow[]
  clear: () => void
  /** What is done, as a verb: on the bar, and as the dialog's title. */
  verb: string
  /** The verb that ends the dialog. */
  save: string
  send: (items: readonly { readonly id: string; readonly version: number }[]) => Promise<{ results: readonly Result[] }>
  done: () => Promise<void>
  children: ReactNode
}) => {
  const t = useTexts(platformTexts)
  const dialog = useRef<HTMLDialogElement>(null)
  const { rows, clear } = props
  const write = useMutation({
    mutationFn: async () => ({
      ...(await props.send(rows.map(({ id, version }) => ({ id, version })))),
      names: new Map(rows.map(({ id, name }) => [id, name])),
    }),
    onSuccess: async () => {
      dialog.current?.close()
      clear()
      await props.done()
    },
  })
  const chosen = t('bulk.selected', { count: rows.length })
  return (
    <>
      {write.data === undefined || rows.length > 0 ? null : <Outcome {...write.data} />}
      {rows.length === 0 ? null : (
        <section className="ff-bulk ff-no-print" aria-label={props.verb}>
          <strong role="status">{chosen}</strong>
          <Button size="xsmall" onClick={() => dialog.current?.showModal()}>
            {props.verb}
          </Button>
          <Button size="xsmall" variant="tertiary" onClick={clear}>
            {t('bulk.clear')}
          </Button>
        </section>
      )}
      <Dialog
        ref={dialog}
        title={`${props.verb} – ${chosen}`}
        closeLabel={t('dialog.cancel')}
        actions={
          <Button type="button" size="small" loading={write.isPending} onClick={() => write.mutate()}>
            {props.save}
          </Button>
        }
      >
        {props.children}
        {write.isError ? <ProblemNotice error={write.error} /> : null}
      </Dialog>
    </>
  )
}
