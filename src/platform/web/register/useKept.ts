import { useState } from 'react'
import { keepHere, keptHere } from '../session/own-storage.ts'
import { useSession } from '../session/session.ts'

/** A state that is still there when one comes back in this tab: after a move, another layout, a reload. Null is nothing. */
export const useKept = <T>(key: string): [T | null, (next: T | null) => void] => {
  const account = useSession().person?.id ?? ''
  const [state, setState] = useState(() => keptHere(account, key) as T | null)
  return [
    state,
    (next) => {
      keepHere(account, key, next)
      setState(next)
    },
  ]
}
