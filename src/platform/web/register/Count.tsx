import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { address } from '../api/ask.ts'

/** The filter of a list as its address has it. */
export type ListAddress = Readonly<Record<string, string | undefined>>

/**
 * A number of records, as the way to them: it opens the list that it is the length of. Every number of records on a screen
 * is drawn by this, from a number that the server has made by the same filter; nought is no way to anywhere.
 */
export const Count = (props: {
  list: string
  filter: ListAddress
  count: number
  /** Shown instead of the bare number; must hold it. */
  children?: ReactNode
  className?: string
  /** Looks like the button that leads on. */
  button?: boolean
}) => {
  const words = props.children ?? props.count
  if (props.count === 0) return <span className={props.className}>{words}</span>
  return (
    <Link
      className={props.button ? 'aksel-button aksel-button--small' : props.className}
      data-variant={props.button ? 'primary' : undefined}
      to={address(props.list, props.filter)}
      data-count={props.count}
    >
      {props.button ? <span className="aksel-label aksel-label--small">{words}</span> : words}
    </Link>
  )
}
