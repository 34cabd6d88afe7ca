import { Button } from '@navikt/ds-react'
import type { ReactNode } from 'react'

/** A link to a file that the server makes, looking like the buttons that it stands among. */
export const DownloadLink = (props: { href: string; children: ReactNode }) => (
  <Button as="a" role="link" size="small" variant="secondary" href={props.href}>
    {props.children}
  </Button>
)
