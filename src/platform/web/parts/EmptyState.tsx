import type { ReactNode } from 'react'

/** Nothing here yet: what this is for, and the first step. */
export const EmptyState = (props: { title: string; children?: ReactNode; action?: ReactNode }) => (
  <div className="ff-empty">
    <h2>{props.title}</h2>
    {props.children}
    {props.action === undefined ? null : <div className="ff-empty__action">{props.action}</div>}
  </div>
)
