import { Button, Textarea } from '@navikt/ds-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { send } from '../../../platform/web/api/ask.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { ConfirmDialog, useConfirm } from '../../../platform/web/parts/ConfirmDialog.tsx'
import { ProblemNotice } from '../../../platform/web/parts/ProblemNotice.tsx'
import type { LetterLine } from '../../rules/letter-shapes.ts'
import { lettersKey } from './queries.ts'
import { texts } from './texts.ts'

/** The button that puts a letter away, with its question. */
export const DiscardLetter = ({ letter, verb }: { letter: LetterLine; verb: string }) => {
  const t = useTexts(texts)
  const ask = useConfirm()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const discard = useMutation({
    mutationFn: () => send('POST', `/api/letters/${letter.id}/discard`, { version: letter.version, reason }),
    onSuccess: async () => {
      navigate('/letters')
      await client.invalidateQueries({ queryKey: lettersKey })
    },
  })
  return (
    <>
      <Button size="small" variant="tertiary" data-color="neutral" onClick={() => ask.current?.showModal()}>
        {verb}
      </Button>
      <ConfirmDialog
        ref={ask}
        title={t('list.discardTitle', { name: letter.title })}
        verb={t('list.discard')}
        danger
        pending={discard.isPending}
        done={discard.isSuccess}
        onConfirm={() => discard.mutate()}
      >
        <p>{t('list.discardHelp')}</p>
        <Textarea
          size="small"
          label={t('list.discardWhy')}
          value={reason}
          maxLength={2000}
          onChange={(event) => setReason(event.target.value)}
        />
        {discard.isError ? <ProblemNotice error={discard.error} /> : null}
      </ConfirmDialog>
    </>
  )
}
