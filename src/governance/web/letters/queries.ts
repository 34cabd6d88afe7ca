import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ask } from '../../../platform/web/api/ask.ts'
import type { ApprovalView, Chain, Difference, OpenCommitments } from '../../rules/approval-shapes.ts'
import type { LetterLine, LetterView } from '../../rules/letter-shapes.ts'

/** Everything about letters in the query cache: what a write makes stale. */
export const lettersKey = ['letters'] as const

/** How often the list is asked for while a letter is being read, in milliseconds. */
const whileReading = 1_500

/** How often it is asked whether others have changed the letter on screen, in milliseconds. */
const whileChecking = 4_000

/** The list; asked for anew while something is being read. */
export const listQuery = queryOptions({
  queryKey: [...lettersKey, 'list'],
  queryFn: () => ask<{ letters: LetterLine[] }>('/api/letters'),
  refetchInterval: ({ state }) =>
    state.data?.letters.some((letter) => letter.state === 'reading') ? whileReading : false,
})

/** One letter with what was found in it. */
export const letterQuery = (id: string) =>
  queryOptions({
    queryKey: [...lettersKey, 'view', id],
    queryFn: () => ask<LetterView>(`/api/letters/${id}`),
    refetchInterval: ({ state }) => (state.data?.letter.state === 'reading' ? whileReading : false),
  })

/** A short text that changes when anyone changes the letter. */
export const revisionQuery = (id: string, active: boolean) =>
  queryOptions({
    queryKey: [...lettersKey, 'revision', id],
    queryFn: () => ask<{ revision: string }>(`/api/letters/${id}/revision`),
    enabled: active,
    refetchInterval: whileChecking,
  })

/** The text of a letter, which never changes. */
export const textQuery = (id: string, ready: boolean) =>
  queryOptions({
    queryKey: ['letter-text', id],
    queryFn: () => ask<{ text: string }>(`/api/letters/${id}/text`),
    enabled: ready,
    staleTime: Number.POSITIVE_INFINITY,
  })

/** What approval would do now. */
export const approvalQuery = (id: string, open: boolean) =>
  queryOptions({
    queryKey: [...lettersKey, 'approval', id],
    queryFn: () => ask<ApprovalView>(`/api/letters/${id}/approval`),
    enabled: open,
    staleTime: 0,
  })

/** The difference from one letter to another. */
export const differenceQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: [...lettersKey, 'difference', from, to],
    queryFn: () => ask<Difference>(`/api/letters/${to}/difference`, { with: from }),
    enabled: from !== '' && to !== '',
    placeholderData: keepPreviousData,
  })

/** The two years to compare; an empty date is the year's end. */
export interface YearsChoice {
  readonly before: string
  readonly after: string
  readonly beforeDate: string
  readonly afterDate: string
}

/** The difference from one year to another, supplements applied. */
export const yearDifferenceQuery = (years: YearsChoice) =>
  queryOptions({
    queryKey: [...lettersKey, 'year-difference', years],
    queryFn: () => ask<Difference>('/api/letters/years/difference', { ...years }),
    enabled: years.before !== '' && years.after !== '',
    placeholderData: keepPreviousData,
  })

/** The life of a commitment across letters. */
export const chainQuery = (id: string) =>
  queryOptions({
    queryKey: [...lettersKey, 'chain', id],
    queryFn: () => ask<Chain>(`/api/commitments/${id}/chain`),
  })

/** What earlier years left open. */
export const earlierQuery = (year: string) =>
  queryOptions({
    queryKey: [...lettersKey, 'earlier', year],
    queryFn: () => ask<OpenCommitments>('/api/commitments/open-from-earlier', { year }),
    placeholderData: keepPreviousData,
  })
