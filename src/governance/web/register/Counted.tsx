import type { ReactNode } from 'react'
import { Count } from '../../../platform/web/register/Count.tsx'
import type { ListFilter } from '../../rules/follow-up/list-shape.ts'

/** A number of commitments as the way to them; the filter is the one that the server has counted by. */
export const Counted = (props: {
  filter: ListFilter
  count: number
  children?: ReactNode
  className?: string
  button?: boolean
}) => <Count {...props} list="/register" filter={{ ...props.filter, state: props.filter.state ?? 'all' }} />
