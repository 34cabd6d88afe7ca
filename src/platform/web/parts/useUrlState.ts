import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/**
 * State that stands in the address (`?owner=…&light=red`), so that a list can be shared, kept and come back to.
 * A value equal to its default is left out. Changing it replaces the history entry: Back leaves the page.
 */
export const useUrlState = <T extends Readonly<Record<string, string>>>(defaults: T) => {
  const [params, setParams] = useSearchParams()
  const state = Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [name, params.get(name) ?? value]),
  ) as { [K in keyof T]: string }
  const set = useCallback(
    (changes: Partial<{ [K in keyof T]: string }>) =>
      setParams(
        (now) => {
          const next = new URLSearchParams(now)
          for (const [name, value] of Object.entries(changes)) {
            if (value === undefined || value === defaults[name]) next.delete(name)
            else next.set(name, value)
          }
          return next
        },
        { replace: true },
      ),
    [setParams, defaults],
  )
  return [state, set] as const
}
