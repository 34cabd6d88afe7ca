import { useEffect, useState } from 'react'

/** The value as it was `milliseconds` ago, so that typing does not ask for every letter. */
export const useDelayed = <T>(value: T, milliseconds: number): T => {
  const [delayed, setDelayed] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setDelayed(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return delayed
}
