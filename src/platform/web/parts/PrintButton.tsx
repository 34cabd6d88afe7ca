import { Button } from '@navikt/ds-react'
import { useMutation } from '@tanstack/react-query'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'

/** After the frame in which what has just come is drawn. */
const printDrawn = () => requestAnimationFrame(() => requestAnimationFrame(() => window.print()))

/**
 * Prints the page. It stands before the button that takes it out as a file, and looks like it. `before` brings what is not
 * on the screen yet.
 */
export const PrintButton = ({ before }: { before?: () => Promise<void> }) => {
  const t = useTexts(platformTexts)
  const print = useMutation({ mutationFn: async () => before?.(), onSettled: printDrawn })
  return (
    <Button size="small" variant="secondary" loading={print.isPending} onClick={() => print.mutate()}>
      {t('page.print')}
    </Button>
  )
}
