import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Loading } from './Loading.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'

/**
 * Shows the answer of a query in its three states: waiting, failed (with a way to try again), arrived. What was
 * loaded before stays on screen while it is asked for anew, and when asking anew fails.
 */
export const Answer = <T,>(props: { query: UseQueryResult<T>; children: (data: T) => ReactNode; lines?: number }) => {
  const { query } = props
  return (
    <>
      {query.isError ? <ProblemNotice error={query.error} retry={() => query.refetch()} /> : null}
      {query.data === undefined ? (
        query.isError ? null : (
          <Loading {...(props.lines === undefined ? {} : { lines: props.lines })} />
        )
      ) : (
        props.children(query.data)
      )}
    </>
  )
}
