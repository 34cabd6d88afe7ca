import { Button, Select, TextField } from '@navikt/ds-react'
import { useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { ConflictNotice } from '../../../../platform/web/parts/ConflictNotice.tsx'
import { ProblemNotice } from '../../../../platform/web/parts/ProblemNotice.tsx'
import { type FindingKind, findingKinds } from '../../../rules/finding-kind.ts'
import type { Finding } from '../../../rules/letter-shapes.ts'
import { letterQuery } from '../queries.ts'
import { texts } from '../texts.ts'
import { ContentForm, tidied } from './ContentForm.tsx'
import { asKind, type Content, kindOf } from './content.ts'
import { contentFields } from './content-fields.ts'
import { useCheckWrite } from './useCheckWrite.ts'

/** The kinds as the options of a select. */
export const KindSelect = (props: { kind: FindingKind; onChange: (kind: FindingKind) => void }) => {
  const t = useTexts(texts)
  return (
    <Select
      size="small"
      label={t('check.kind')}
      value={props.kind}
      onChange={(event) => props.onChange(kindOf(event.target.value))}
    >
      {findingKinds.map((known) => (
        <option key={known} value={known}>
          {t(`kinds.${known}`)}
        </option>
      ))}
    </Select>
  )
}

const Buttons = (props: { pending: boolean; verb: string; onCancel: () => void }) => {
  const t = useTexts(texts)
  return (
    <div className="ff-card__actions">
      <Button type="submit" size="small" loading={props.pending}>
        {props.verb}
      </Button>
      <Button type="button" size="small" variant="tertiary" onClick={props.onCancel}>
        {t('check.cancel')}
      </Button>
    </div>
  )
}

/** Corrects a finding in its place. What others change meanwhile is noticed, and what one has written is kept. */
export const EditForm = ({ letterId, finding, done }: { letterId: string; finding: Finding; done: () => void }) => {
  const t = useTexts(texts)
  const client = useQueryClient()
  const write = useCheckWrite(letterId)
  const [version, setVersion] = useState(finding.version)
  const [kind, setKind] = useState(kindOf(finding.kind))
  const [content, setContent] = useState(finding.content as Content)
  const save = (seen: number) =>
    write.mutate(
      { method: 'PUT', path: `/api/findings/${finding.id}`, body: { version: seen, kind, content: tidied(content) } },
      { onSuccess: done },
    )
  const keepMine = async () => {
    const view = await client.fetchQuery({ ...letterQuery(letterId), staleTime: 0 })
    const fresh = view.findings.find((one) => one.id === finding.id)?.version ?? version
    setVersion(fresh)
    save(fresh)
  }
  return (
    <form
      className="ff-stack"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault()
        save(version)
      }}
    >
      <KindSelect
        kind={kind}
        onChange={(next) => {
          setContent(asKind(kind, next, content))
          setKind(next)
        }}
      />
      <ContentForm fields={contentFields[kind]} content={content} onChange={setContent} />
      {write.isError ? (
        <ConflictNotice error={write.error} differences={[]} keepMine={() => void keepMine()} takeTheirs={done} />
      ) : null}
      <Buttons pending={write.isPending} verb={t('check.save')} onCancel={done} />
    </form>
  )
}

/** Rejects a finding in its place, with the reason. */
export const RejectForm = ({ letterId, finding, done }: { letterId: string; finding: Finding; done: () => void }) => {
  const t = useTexts(texts)
  const write = useCheckWrite(letterId)
  const [reason, setReason] = useState('')
  return (
    <form
      className="ff-stack"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault()
        const body = { version: finding.version, reason }
        write.mutate({ method: 'POST', path: `/api/findings/${finding.id}/reject`, body }, { onSuccess: done })
      }}
    >
      <TextField
        size="small"
        label={t('check.rejectWhy')}
        value={reason}
        minLength={3}
        required
        // The form opens by the person's own key or button, and this is its only field.
        autoFocus
        onChange={(event) => setReason(event.target.value)}
      />
      {write.isError ? <ProblemNotice error={write.error} /> : null}
      <Buttons pending={write.isPending} verb={t('check.reject')} onCancel={done} />
    </form>
  )
}
