import { useMutation, useQueryClient } from '@tanstack/react-query'
import { send } from '../../../../platform/web/api/ask.ts'
import type { LetterView } from '../../../rules/letter-shapes.ts'
import { letterQuery, lettersKey } from '../queries.ts'

/** One write of the checking screen: where it goes, and what to show at once while it is under way. */
export interface CheckWrite {
  readonly method: 'POST' | 'PUT'
  readonly path: string
  readonly body: object
  /** The findings whose state is shown at once, before the server has answered. */
  readonly shownAs?: { readonly ids: readonly string[]; readonly state: string }
}

/** Shows a state before the server has answered; the answer, or the refusal, puts things right. */
const shownAtOnce = (view: LetterView, { ids, state }: NonNullable<CheckWrite['shownAs']>): LetterView => ({
  ...view,
  findings: view.findings.map((finding) => (ids.includes(finding.id) ? { ...finding, state } : finding)),
})

/** Writes of the checking screen on one letter. After each, the letter is asked for anew. */
export const useCheckWrite = (letterId: string) => {
  const client = useQueryClient()
  const { queryKey } = letterQuery(letterId)
  return useMutation({
    mutationFn: ({ method, path, body }: CheckWrite) => send(method, path, body),
    onMutate: async ({ shownAs }) => {
      if (!shownAs) return
      await client.cancelQueries({ queryKey })
      client.setQueryData<LetterView>(queryKey, (view) => (view ? shownAtOnce(view, shownAs) : view))
    },
    onSettled: () => client.invalidateQueries({ queryKey: lettersKey }),
  })
}
