import { queryOptions } from '@tanstack/react-query'
import { ask } from '../../../platform/web/api/ask.ts'
import type { FrontPageAnswer } from '../../rules/rhythm/shapes.ts'

/** What all the blocks of the front page show: they share one request. */
export const frontPageQuery = queryOptions({
  queryKey: ['front-page'],
  queryFn: () => ask<FrontPageAnswer>('/api/front-page'),
})
