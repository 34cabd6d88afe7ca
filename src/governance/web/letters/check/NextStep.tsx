import { CheckmarkCircleIcon } from '@navikt/aksel-icons'
import type { ReactNode } from 'react'

/** A step that has been taken, and the one that comes next. */
export const NextStep = (props: { done: string; next: string; children: ReactNode }) => (
  <div className="ff-step ff-no-print" role="status">
    <CheckmarkCircleIcon aria-hidden fontSize="1.5rem" />
    <p>
      <strong>{props.done}</strong> {props.next}
    </p>
    {props.children}
  </div>
)
