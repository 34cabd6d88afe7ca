import { Button } from '@navikt/ds-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link, useParams } from 'react-router'
import { formatInstant } from '../../../../platform/web/format.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../../platform/web/parts/Answer.tsx'
import { EmptyState } from '../../../../platform/web/parts/EmptyState.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { usePermission } from '../../../../platform/web/session/session.ts'
import type { LetterView } from '../../../rules/letter-shapes.ts'
import { DiscardLetter } from '../DiscardLetter.tsx'
import { FailedLetters } from '../FailedLetters.tsx'
import { LetterState } from '../LetterState.tsx'
import { useProgressWords } from '../progress-words.ts'
import { letterQuery, revisionQuery, textQuery } from '../queries.ts'
import { texts } from '../texts.ts'
import { ApproveDialog } from './ApproveDialog.tsx'
import { HeadPanel } from './HeadForm.tsx'
import { ApprovedStep } from './NextStep.tsx'
import { Workbench } from './Workbench.tsx'
import '../letters.css'
import './check.css'

/** Asks for the letter anew when somebody else has changed it. */
const useOthersWork = (id: string, view: LetterView | undefined) => {
  const client = useQueryClient()
  const { data } = useQuery(revisionQuery(id, view?.letter.state === 'checking'))
  const revision = data?.revision
  useEffect(() => {
    if (revision !== undefined && view !== undefined && revision !== view.revision) {
      void client.invalidateQueries({ queryKey: letterQuery(id).queryKey })
    }
  }, [client, id, revision, view])
}

/** Where the letter is, and how far the checking has come. */
const Standing = ({ view }: { view: LetterView }) => {
  const t = useTexts(texts)
  const words = useProgressWords()
  const { letter } = view
  const { checked, total } = letter.progress
  return (
    <span className="ff-check-standing">
      <LetterState letter={letter} />
      {letter.state === 'checking' ? (
        <>
          <progress value={checked} max={Math.max(1, total)} aria-hidden />
          <span role="status">{words(letter.progress)}</span>
        </>
      ) : letter.approvedAt === null ? (
        letter.fileName
      ) : (
        t('check.approvedBy', { by: letter.approvedBy ?? 'Fotfeste', at: formatInstant(letter.approvedAt) })
      )}
    </span>
  )
}

const Warnings = ({ warnings }: { warnings: readonly string[] }) => {
  const t = useTexts(texts)
  const known = ['pages-without-text', 'damaged-characters'] as const
  return warnings.length === 0 ? null : (
    <ul className="ff-plain-list ff-warn">
      {warnings.map((warning) => {
        const words = known.find((one) => one === warning)
        return <li key={warning}>⚠ {words ? t(`warnings.${words}`) : t('warnings.other', { warning })}</li>
      })}
    </ul>
  )
}

const Opened = ({ view }: { view: LetterView }) => {
  const t = useTexts(texts)
  const { letter } = view
  const mayCheck = usePermission('letter.check') && letter.state === 'checking'
  const text = useQuery(textQuery(letter.id, letter.state === 'checking' || letter.state === 'approved'))
  if (letter.state === 'reading') return <EmptyState title={t('list.reading')} />
  if (letter.state === 'failed') return <FailedLetters letters={[letter]} />
  const above = (
    <>
      <Warnings warnings={view.warnings} />
      <HeadPanel letter={letter} mayCheck={mayCheck} />
    </>
  )
  return (
    <div className="ff-bench">
      <ApprovedStep view={view} />
      <Answer query={text} lines={12}>
        {(read) => <Workbench view={view} text={read.text} mayCheck={mayCheck} above={above} />}
      </Answer>
    </div>
  )
}

/** A letter with what was found in it: to be checked and approved, later to be read. */
export const CheckPage = () => {
  const t = useTexts(texts)
  const { letterId = '' } = useParams()
  const query = useQuery(letterQuery(letterId))
  const mayApprove = usePermission('letter.approve')
  const mayCheck = usePermission('letter.check')
  const [approving, setApproving] = useState(false)
  useOthersWork(letterId, query.data)
  const letter = query.data?.letter
  return (
    <Page
      title={letter?.title ?? t('list.name')}
      lead={query.data ? <Standing view={query.data} /> : undefined}
      back="/letters"
      actions={
        letter ? (
          <>
            <a href={`/api/letters/${letter.id}/file`} download>
              {t('check.file')}
            </a>
            {letter.state === 'approved' || letter.state === 'checking' ? (
              <Link to={`/letters/difference?to=${letter.id}`}>{t('check.difference')}</Link>
            ) : null}
            {letter.state === 'approved' ? (
              <Link to={`/register?year=${letter.year ?? ''}`}>{t('check.approvedRegister')}</Link>
            ) : null}
            {letter.state === 'checking' && mayCheck ? (
              <DiscardLetter letter={letter} verb={t('check.discard')} />
            ) : null}
            {letter.state === 'checking' && mayApprove ? (
              <Button size="small" type="button" onClick={() => setApproving(true)}>
                {t('check.approve')}
              </Button>
            ) : null}
          </>
        ) : null
      }
    >
      <Answer query={query} lines={12}>
        {(view) => <Opened key={view.letter.id} view={view} />}
      </Answer>
      {approving && letter ? <ApproveDialog letter={letter} onClose={() => setApproving(false)} /> : null}
    </Page>
  )
}
