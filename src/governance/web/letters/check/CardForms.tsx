import { Select, TextField } from '@navikt/ds-react'
import { send } from '../../../../platform/web/api/ask.ts'
import { platformTexts } from '../../../../platform/web/i18n/platform.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { InPlaceForm } from '../../../../platform/web/register/InPlaceForm.tsx'
import { useRecordForm } from '../../../../platform/web/register/useRecordForm.ts'
import { type FindingKind, findingKinds } from '../../../rules/finding-kind.ts'
import type { Finding } from '../../../rules/letter-shapes.ts'
import { texts } from '../texts.ts'
import { ContentForm, tidied } from './ContentForm.tsx'
import { asKind, type Content, contentWords, kindOf } from './content.ts'
import { contentFields } from './content-fields.ts'
import { useLetterRecord } from './letter-record.ts'

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

interface FormProps {
  readonly letterId: string
  readonly finding: Finding
  readonly done: () => void
}

const useFindingRecord = ({ letterId, finding }: FormProps) =>
  useLetterRecord(letterId, finding, (view) => view.findings.find(({ id }) => id === finding.id))

/** Corrects a finding in its place. What others change meanwhile is noticed, and what one has written is kept. */
export const EditForm = (props: FormProps) => {
  const t = useTexts(texts)
  const say = useTexts(platformTexts)
  const { finding, done } = props
  const form = useRecordForm({
    key: `finding.${finding.id}.edit`,
    record: useFindingRecord(props),
    begin: (one) => ({ kind: kindOf(one.kind), content: one.content as Content }),
    fields: {
      kind: { label: t('check.kind'), words: (kind) => t(`kinds.${kind}`) },
      content: { label: t('fields.content'), words: contentWords },
    },
    write: ({ kind, content }, version) =>
      send('PUT', `/api/findings/${finding.id}`, { version, kind, content: tidied(content) }),
    done,
  })
  const { kind, content } = form.value
  const empty = contentFields[kind].find(({ name, shape }) => shape === 'line' && content[name] === '')
  return (
    <InPlaceForm
      title={t('check.editTitle')}
      verb={t('check.save')}
      form={form}
      missing={{ content: empty !== undefined && say('form.fill', { field: t(`fields.${empty.name}`) }) }}
      close={done}
    >
      {(field) => (
        <>
          <KindSelect kind={kind} onChange={(next) => form.set({ kind: next, content: asKind(kind, next, content) })} />
          <div id={field('content').id}>
            <ContentForm
              fields={contentFields[kind]}
              content={content}
              onChange={(changed) => form.set({ content: changed })}
            />
          </div>
        </>
      )}
    </InPlaceForm>
  )
}

/** Rejects a finding in its place, with the reason. */
export const RejectForm = (props: FormProps) => {
  const t = useTexts(texts)
  const say = useTexts(platformTexts)
  const { finding, done } = props
  const label = t('check.rejectWhy')
  const form = useRecordForm({
    key: `finding.${finding.id}.reject`,
    record: useFindingRecord(props),
    begin: () => ({ reason: '' }),
    stored: ({ reason }) => ({ reason: reason ?? '' }),
    fields: { reason: { label } },
    write: (body, version) => send('POST', `/api/findings/${finding.id}/reject`, { ...body, version }),
    done,
  })
  const { reason } = form.value
  return (
    <InPlaceForm
      title={t('check.reject')}
      verb={t('check.reject')}
      form={form}
      missing={{ reason: reason.trim().length < 3 && say('form.fill', { field: label }) }}
      close={done}
    >
      {(field) => (
        <TextField
          {...field('reason')}
          size="small"
          label={label}
          value={reason}
          onChange={(event) => form.set({ reason: event.target.value })}
        />
      )}
    </InPlaceForm>
  )
}
