import { Button, Textarea } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { PlainDate } from '../../../../platform/rules/plain-date.ts'
import { formatDate } from '../../../../platform/web/format.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../../platform/web/parts/Answer.tsx'
import { Dialog } from '../../../../platform/web/parts/Dialog.tsx'
import { ProblemNotice } from '../../../../platform/web/parts/ProblemNotice.tsx'
import type { ApprovalView } from '../../../rules/approval-shapes.ts'
import type { LetterLine } from '../../../rules/letter-shapes.ts'
import { approvalQuery } from '../queries.ts'
import { texts } from '../texts.ts'
import { kindOf } from './content.ts'
import { decisionsOf, LateChoices, nothingChosen } from './LateChoices.tsx'
import { useCheckWrite } from './useCheckWrite.ts'

const relations = ['continues', 'revises', 'moves', 'withdraws'] as const
const remarks = [
  'other-agency',
  'code-in-use',
  'withdraws-unknown',
  'revises-unknown',
  'earlier-unknown',
  'goal-unknown',
  'looks-like-earlier',
] as const

const days = (dates: readonly string[]): string => dates.map((date) => formatDate(date as PlainDate)).join(', ')

const Counts = ({ plan }: { plan: ApprovalView }) => {
  const t = useTexts(texts)
  const wholes = plan.commitments.filter((one) => !one.part)
  const kinds = [...new Set(wholes.map((one) => one.kind))]
  const lines: [string, number][] = [
    [t('approve.goals'), plan.goals.length],
    ...kinds.map((kind): [string, number] => [
      t(`kinds.${kindOf(kind)}`),
      wholes.filter((one) => one.kind === kind).length,
    ]),
    [t('approve.parts'), plan.commitments.length - wholes.length],
    [t('approve.money'), plan.money.length],
  ]
  return (
    <dl className="ff-facts">
      {lines
        .filter(([, count]) => count > 0)
        .map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </div>
        ))}
    </dl>
  )
}

const ChainLine = ({ link }: { link: ApprovalView['links'][number] }) => {
  const t = useTexts(texts)
  const relation = relations.find((known) => known === link.relation) ?? 'continues'
  const before = days(link.before) || t('approve.noDates')
  const after = days(link.after) || t('approve.noDates')
  return (
    <li>
      {t(`approve.relations.${relation}`, { later: link.later, earlier: link.earlier ?? link.earlierCode })}
      <span className="ff-subtle">
        {before === after || relation === 'withdraws' ? '' : ` – ${t('approve.dates', { before, after })}`}
        {link.owner === null || relation === 'withdraws' ? '' : ` – ${t('approve.owner', { owner: link.owner })}`}
      </span>
    </li>
  )
}

const Preview = ({ plan }: { plan: ApprovalView }) => {
  const t = useTexts(texts)
  const ended = plan.ended.filter((one) => !one.part)
  return (
    <>
      {plan.remarks.length === 0 ? null : (
        <>
          <h3>{t('approve.remarks')}</h3>
          <ul>
            {plan.remarks.map((remark) => {
              const code = remarks.find((known) => known === remark.code)
              return (
                <li key={`${remark.code} ${remark.title} ${remark.detail}`}>
                  <span aria-hidden>⚠ </span>
                  {code ? t(`approve.codes.${code}`, { title: remark.title, detail: remark.detail }) : remark.title}
                </li>
              )
            })}
          </ul>
        </>
      )}
      <h3>{t('approve.adds')}</h3>
      <Counts plan={plan} />
      {plan.links.length === 0 ? null : (
        <>
          <h3>{t('approve.chain')}</h3>
          <ul>
            {plan.links.map((link) => (
              <ChainLine key={`${link.later} ${link.earlierCode}`} link={link} />
            ))}
          </ul>
        </>
      )}
      {ended.length === 0 ? null : (
        <>
          <h3>{t('approve.ended')}</h3>
          <ul>
            {ended.map((one) => (
              <li key={one.id}>
                {one.title}{' '}
                <span className="ff-subtle">
                  {t(`approve.endStates.${one.state === 'withdrawn' ? 'withdrawn' : 'replaced'}`)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** Shows what approval will do, and does it. What is left to check needs a reason. */
export const ApproveDialog = ({ letter, onClose }: { letter: LetterLine; onClose: () => void }) => {
  const t = useTexts(texts)
  const dialog = useRef<HTMLDialogElement>(null)
  const [reason, setReason] = useState('')
  const [chosen, setChosen] = useState(nothingChosen)
  const query = useQuery(approvalQuery(letter.id, true))
  const write = useCheckWrite(letter.id)
  useEffect(() => dialog.current?.showModal(), [])
  const left = query.data ? query.data.openFindings + query.data.openDoubts : 0
  const late = query.data ? decisionsOf(query.data.late, chosen) : null
  const approve = () => {
    const body = { version: letter.version, reason: left > 0 ? reason : null, late }
    write.mutate(
      { method: 'POST', path: `/api/letters/${letter.id}/approve`, body },
      { onSuccess: () => dialog.current?.close() },
    )
  }
  return (
    <Dialog
      ref={dialog}
      title={t('approve.title', { title: letter.title })}
      closeLabel={t('check.cancel')}
      onClose={onClose}
      actions={
        <Button
          type="button"
          size="small"
          loading={write.isPending}
          disabled={late === null || (left > 0 && reason.trim().length < 3)}
          onClick={approve}
        >
          {t('approve.verb')}
        </Button>
      }
    >
      <Answer query={query}>
        {(plan) => (
          <div className="ff-stack ff-approve">
            <p>{t('approve.lead')}</p>
            {left === 0 ? null : (
              <div className="ff-approve__left">
                <p>
                  {plan.openFindings > 0 ? `${t('approve.leftFindings', { count: plan.openFindings })} ` : ''}
                  {plan.openDoubts > 0 ? `${t('approve.leftDoubts', { count: plan.openDoubts })} ` : ''}
                  {t('approve.leftAnyway')}
                </p>
                <Textarea
                  size="small"
                  label={t('approve.reason')}
                  minRows={1}
                  maxLength={2000}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              </div>
            )}
            <LateChoices late={plan.late} chosen={chosen} onChange={setChosen} />
            <Preview plan={plan} />
          </div>
        )}
      </Answer>
      {write.isError ? <ProblemNotice error={write.error} /> : null}
    </Dialog>
  )
}
