import { LocalAlert } from '@navikt/ds-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { asProblem } from '../../../platform/web/api/problem.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { ConflictNotice } from '../../../platform/web/parts/ConflictNotice.tsx'
import { detailQuery, registerKey } from './queries.ts'
import { texts } from './texts.ts'

/** A write on a commitment that is being made from a form. */
export interface FollowUpWrite<Body> {
  readonly run: (body: Body) => void
  readonly pending: boolean
  readonly error: unknown
  readonly keepMine: () => void
  readonly takeTheirs: () => void
}

/**
 * Writes on a commitment in the version that the form was opened with, so that what others change meanwhile is
 * noticed even when the page behind has been refreshed. Afterwards everything shown of the register is asked for anew.
 */
export const useFollowUpWrite = <Body,>(
  commitment: { readonly id: string; readonly version: number },
  write: (body: Body, version: number) => Promise<unknown>,
  done: () => void,
): FollowUpWrite<Body> => {
  const client = useQueryClient()
  const [version, setVersion] = useState(commitment.version)
  const last = useRef<Body | null>(null)
  const mutation = useMutation({
    mutationFn: (input: { body: Body; version: number }) => write(input.body, input.version),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: registerKey })
      done()
    },
  })
  const run = (body: Body, seen = version) => {
    last.current = body
    mutation.mutate({ body, version: seen })
  }
  return {
    run: (body) => run(body),
    pending: mutation.isPending,
    error: mutation.error,
    keepMine: () => {
      const again = async () => {
        const fresh = await client.fetchQuery({ ...detailQuery(commitment.id), staleTime: 0 })
        setVersion(fresh.version)
        if (last.current !== null) run(last.current, fresh.version)
      }
      void again()
    },
    takeTheirs: () => {
      mutation.reset()
      void client.invalidateQueries({ queryKey: registerKey })
      done()
    },
  }
}

const refusals = ['directorate', 'circle', 'not-in-future', 'format', 'required'] as const

/** What became of a write that did not go well: a conflict with its ways out, a rule in plain words, or the problem. */
export const WriteNotice = <Body,>({ write }: { write: FollowUpWrite<Body> }) => {
  const t = useTexts(texts)
  if (write.error === null) return null
  const { code, params } = asProblem(write.error)
  const rule = refusals.find((known) => code === 'invalid-input' && params.rule === known)
  if (rule !== undefined) {
    return (
      <LocalAlert status="error" size="small" role="alert" as="div">
        <LocalAlert.Header>
          <LocalAlert.Title as="h3">{t(`refused.${rule}`)}</LocalAlert.Title>
        </LocalAlert.Header>
      </LocalAlert>
    )
  }
  return <ConflictNotice error={write.error} differences={[]} keepMine={write.keepMine} takeTheirs={write.takeTheirs} />
}
