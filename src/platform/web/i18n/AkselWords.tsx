import { Provider } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useLocale } from './texts.ts'

/** The design system's own words (“Warning”, “Show more”) in the language now shown; it speaks bokmål by itself. */
export const AkselWords = ({ children }: { children: ReactNode }) => {
  const locale = useLocale()
  const { data } = useQuery({
    queryKey: ['aksel-words', locale],
    queryFn: async () => (await import('@navikt/ds-react/locales'))[locale],
    enabled: locale !== 'nb',
    staleTime: Number.POSITIVE_INFINITY,
  })
  return <Provider {...(data === undefined ? {} : { locale: data })}>{children}</Provider>
}
