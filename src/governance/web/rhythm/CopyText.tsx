import { Button } from '@navikt/ds-react'
import { useState } from 'react'

/** A button that copies a text, and says that it has. */
export const CopyText = ({ text, words, copied }: { text: string; words: string; copied: string }) => {
  const [done, setDone] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setDone(true)
  }
  return (
    <span>
      <Button type="button" size="small" variant="secondary" onClick={copy}>
        {words}
      </Button>
      <span role="status">{done ? ` ${copied}` : ''}</span>
    </span>
  )
}
