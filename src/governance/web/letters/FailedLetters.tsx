import { Button, LocalAlert, Select } from '@navikt/ds-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { send } from '../../../platform/web/api/ask.ts'
import { RequestProblem } from '../../../platform/web/api/problem.ts'
import { useProblemText } from '../../../platform/web/i18n/problem-text.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { ProblemNotice } from '../../../platform/web/parts/ProblemNotice.tsx'
import { usePermission } from '../../../platform/web/session/session.ts'
import type { LetterLine } from '../../rules/letter-shapes.ts'
import { DiscardLetter } from './DiscardLetter.tsx'
import { lettersKey } from './queries.ts'
import { texts } from './texts.ts'

const kinds = ['allocation-letter', 'supplement', 'assignment-letter', 'instruction'] as const
const lookalikes = [
  'annual-report',
  'half-year-report',
  'plan',
  'minutes',
  'consultation',
  'budget-proposal',
  'empty',
  'other',
] as const

/** Faults of the file itself: it reads no better a second time. */
const ofTheFile: readonly string[] = [
  'file-empty',
  'file-scanned',
  'file-password',
  'file-format-unknown',
  'file-is-html',
  'file-too-demanding',
]

const Failed = ({ letter }: { letter: LetterLine }) => {
  const t = useTexts(texts)
  const client = useQueryClient()
  const mayCheck = usePermission('letter.check')
  const [kind, setKind] = useState('')
  const params = { ...(letter.failure?.params as Record<string, string | number> | undefined) }
  const looks = lookalikes.find((known) => known === params.looksLike)
  if (looks !== undefined) params.looksLike = t(`looksLike.${looks}`)
  const code = letter.failure?.code ?? 'unexpected'
  const words = useProblemText(new RequestProblem(code, 422, params))
  const again = useMutation({
    mutationFn: () =>
      send('POST', `/api/letters/${letter.id}/retry`, { version: letter.version, kind: kind === '' ? null : kind }),
    onSettled: () => client.invalidateQueries({ queryKey: lettersKey }),
  })
  if (words === null) return null
  return (
    <LocalAlert status="warning" size="small" as="div">
      <LocalAlert.Header>
        <LocalAlert.Title as="h2">{words.title}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        <p>{words.advice}</p>
        {mayCheck ? (
          <div className="ff-letters-row">
            {code === 'letter-not-recognised' ? (
              <Select size="small" label={t('list.readAs')} value={kind} onChange={(e) => setKind(e.target.value)}>
                <option value="">–</option>
                {kinds.map((known) => (
                  <option key={known} value={known}>
                    {t(`kinds.${known}`)}
                  </option>
                ))}
              </Select>
            ) : null}
            {ofTheFile.includes(code) ? null : (
              <Button size="small" variant="secondary" loading={again.isPending} onClick={() => again.mutate()}>
                {t('list.retry')}
              </Button>
            )}
            <DiscardLetter letter={letter} verb={t('list.discard')} />
          </div>
        ) : null}
        {again.isError ? <ProblemNotice error={again.error} /> : null}
      </LocalAlert.Content>
    </LocalAlert>
  )
}

/** Files that could not be read as letters: why, and what to do. */
export const FailedLetters = ({ letters }: { letters: readonly LetterLine[] }) =>
  letters.length === 0 ? null : (
    <div className="ff-stack">
      {letters.map((letter) => (
        <Failed key={letter.id} letter={letter} />
      ))}
    </div>
  )
