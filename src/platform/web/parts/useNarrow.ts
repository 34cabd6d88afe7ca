import { useSyncExternalStore } from 'react'

const watch = (query: string) => {
  const media = matchMedia(query)
  return {
    subscribe: (changed: () => void) => {
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    matches: () => media.matches,
  }
}

const phone = watch('(max-width: 40rem)')
const tablet = watch('(max-width: 60rem)')

/** True on a phone: tables become cards. */
export const useNarrow = (): boolean => useSyncExternalStore(phone.subscribe, phone.matches)

/** True where the navigation does not fit beside the search: the menu button takes its place. */
export const useMenuButton = (): boolean => useSyncExternalStore(tablet.subscribe, tablet.matches)
