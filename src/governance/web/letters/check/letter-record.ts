import { useQueryClient } from '@tanstack/react-query'
import { RequestProblem } from '../../../../platform/web/api/problem.ts'
import type { WrittenRecord } from '../../../../platform/web/register/useRecordWrite.ts'
import type { LetterView } from '../../../rules/letter-shapes.ts'
import { letterQuery, lettersKey } from '../queries.ts'

/** Something of a letter as a record to write on: read anew with the letter, of which all is stale afterwards. */
export const useLetterRecord = <R extends { readonly version: number }>(
  letterId: string,
  shown: R,
  find: (view: LetterView) => R | undefined,
): WrittenRecord<R> => {
  const client = useQueryClient()
  return {
    shown,
    read: async () => {
      const found = find(await client.fetchQuery({ ...letterQuery(letterId), staleTime: 0 }))
      if (found === undefined) throw new RequestProblem('not-found', 404, {})
      return found
    },
    stale: lettersKey,
  }
}
