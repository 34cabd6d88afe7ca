import { Skeleton } from '@navikt/ds-react'
import { useEffect, useState } from 'react'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'

/** True after the wait has lasted `milliseconds`: a short one should not flicker. */
const useWaited = (milliseconds: number): boolean => {
  const [waited, setWaited] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), milliseconds)
    return () => clearTimeout(timer)
  }, [milliseconds])
  return waited
}

/** Grey lines where the content will be; shown only when it takes more than 300 ms. */
export const Loading = ({ lines = 6 }: { lines?: number }) => {
  const t = useTexts(platformTexts)
  if (!useWaited(300)) return null
  return (
    <div role="status">
      <span className="aksel-sr-only">{t('page.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no other identity.
        <Skeleton key={line} variant="text" width={line === 0 ? '40%' : `${95 - ((line * 13) % 40)}%`} />
      ))}
    </div>
  )
}
