import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ask } from '../api/ask.ts'

/** The filter and the order of a list as they are asked for; empty values are left out. */
export type ListQuestion = Readonly<Record<string, string>>

interface ListPage<Row> {
  readonly total: number | null
  /** There are more than `total`, at which the count stopped. */
  readonly beyond?: boolean
  readonly rows: readonly Row[]
  readonly next: string | null
}

const pageSize = 100

/** On paper there is no button for more; what is longer than this says how much of it is shown. */
const mostPrinted = 5_000

/** A list of the server, a hundred rows at a time; what was there stays while a new question is answered. */
export const useList = <Row>(key: readonly unknown[], url: string, question: ListQuestion) => {
  const query = useInfiniteQuery({
    queryKey: [...key, 'list', question],
    queryFn: ({ pageParam }) => ask<ListPage<Row>>(url, { ...question, limit: pageSize, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data])
  const loadAll = async () => {
    for (let at = query, loaded = rows.length; at.hasNextPage && loaded < mostPrinted; loaded += pageSize)
      at = await at.fetchNextPage()
  }
  const { total, beyond = false } = query.data?.pages[0] ?? { total: 0 }
  return { query, rows, loadAll, total: total ?? 0, beyond, busy: query.isPlaceholderData || query.isPending }
}
