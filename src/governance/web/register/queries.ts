import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Static } from 'typebox'
import { ask } from '../../../platform/web/api/ask.ts'
import type { ListQuestion } from '../../../platform/web/register/useList.ts'
import type { Detail } from '../../rules/follow-up/detail-shape.ts'
import type { FormAnswer } from '../../rules/follow-up/form-shape.ts'
import type { GoalAnswer, GoalsAnswer, OwnersAnswer } from '../../rules/follow-up/goal-shape.ts'
import type { HistoryAnswer } from '../../rules/follow-up/history-shape.ts'
import type { ListAnswer } from '../../rules/follow-up/list-shape.ts'
import type { Options } from '../../rules/follow-up/options-shape.ts'

/** Everything of the register in the query cache: what a write makes stale. */
export const registerKey = ['register'] as const

/** A few of the list and their parts, for choosers. */
export const shortListQuery = (question: ListQuestion, limit: number) =>
  queryOptions({
    queryKey: [...registerKey, 'short', question, limit],
    queryFn: async () => {
      const { rows } = await ask<Static<typeof ListAnswer>>('/api/commitments', { ...question, limit })
      return {
        rows: rows.flatMap((row) => [row, ...row.parts.map((part) => ({ ...part, year: row.year }))]).slice(0, limit),
      }
    },
    placeholderData: keepPreviousData,
  })

/** All about one. */
export const detailQuery = (id: string) =>
  queryOptions({
    queryKey: [...registerKey, 'detail', id],
    queryFn: () => ask<Detail>(`/api/commitments/${id}`),
  })

/** Who changed what on one. */
export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: [...registerKey, 'history', id],
    queryFn: () => ask<Static<typeof HistoryAnswer>>(`/api/commitments/${id}/history`),
  })

/** What filters and forms choose from. */
export const optionsQuery = queryOptions({
  queryKey: [...registerKey, 'options'],
  queryFn: () => ask<Options>('/api/commitments/options'),
  staleTime: 60_000,
})

/** The goals with how they stand. */
export const goalsQuery = (year: string) =>
  queryOptions({
    queryKey: [...registerKey, 'goals', year],
    queryFn: () => ask<Static<typeof GoalsAnswer>>('/api/goals', { year }),
    placeholderData: keepPreviousData,
  })

/** One goal with all under it. */
export const goalQuery = (id: string) =>
  queryOptions({
    queryKey: [...registerKey, 'goal', id],
    queryFn: () => ask<Static<typeof GoalAnswer>>(`/api/goals/${id}`),
  })

/** The owners with how what they own stands. */
export const ownersQuery = (year: string) =>
  queryOptions({
    queryKey: [...registerKey, 'owners', year],
    queryFn: () => ask<Static<typeof OwnersAnswer>>('/api/owners', { year }),
    placeholderData: keepPreviousData,
  })

/** The reporting form. */
export const formQuery = (question: ListQuestion) =>
  queryOptions({
    queryKey: [...registerKey, 'form', question],
    queryFn: () => ask<FormAnswer>('/api/reporting-form', question),
    enabled: question.year !== '',
    placeholderData: keepPreviousData,
  })
