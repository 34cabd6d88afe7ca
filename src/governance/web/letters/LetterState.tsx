import { Tag } from '@navikt/ds-react'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import type { LetterLine } from '../../rules/letter-shapes.ts'
import { texts } from './texts.ts'

const colours = {
  reading: 'info',
  checking: 'warning',
  approved: 'success',
  failed: 'danger',
  discarded: 'neutral',
} as const

/** Where a letter is, as a word on a coloured ground. */
export const LetterState = ({ letter }: { letter: Pick<LetterLine, 'state'> }) => {
  const t = useTexts(texts)
  const state = letter.state as keyof typeof colours
  return (
    <Tag size="xsmall" variant="moderate" data-color={colours[state]}>
      {t(`states.${state}`)}
    </Tag>
  )
}
