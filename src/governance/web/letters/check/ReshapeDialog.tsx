import { Button } from '@navikt/ds-react'
import { useEffect, useRef } from 'react'
import { formatInstant } from '../../../../platform/web/format.ts'
import { platformTexts } from '../../../../platform/web/i18n/platform.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { Dialog } from '../../../../platform/web/parts/Dialog.tsx'
import { Loading } from '../../../../platform/web/parts/Loading.tsx'
import { ProblemNotice } from '../../../../platform/web/parts/ProblemNotice.tsx'
import { useDraft } from '../../../../platform/web/register/useDraft.ts'
import type { FindingKind } from '../../../rules/finding-kind.ts'
import type { Finding } from '../../../rules/letter-shapes.ts'
import { texts } from '../texts.ts'
import { KindSelect } from './CardForms.tsx'
import { ContentForm, tidied } from './ContentForm.tsx'
import { asKind, type Content, contentFrom, kindOf, mergeContents } from './content.ts'
import { contentFields } from './content-fields.ts'
import { type CheckWrite, useCheckWrite } from './useCheckWrite.ts'

/** What is to be made new: one of a selected passage, several of one, or one of several. */
export type Reshape =
  | { readonly what: 'add'; readonly start: number; readonly end: number; readonly words: string }
  | { readonly what: 'split'; readonly finding: Finding }
  | { readonly what: 'merge'; readonly findings: readonly Finding[] }

interface Part {
  readonly kind: FindingKind
  readonly content: Content
}

const firstParts = (reshape: Reshape): Part[] => {
  if (reshape.what === 'add') return [{ kind: 'duty', content: contentFrom('duty', reshape.words) }]
  const findings = reshape.what === 'split' ? [reshape.finding, reshape.finding] : reshape.findings
  const parts = findings.map((one) => ({ kind: kindOf(one.kind), content: one.content as Content }))
  if (reshape.what === 'split') return parts
  const [first] = parts
  if (!first) return []
  const alike = parts.map((part) => asKind(part.kind, first.kind, part.content))
  return [{ kind: first.kind, content: mergeContents(alike) }]
}

const writeOf = (letterId: string, reshape: Reshape, parts: readonly Part[]): CheckWrite => {
  const made = parts.map((part) => ({ kind: part.kind, content: tidied(part.content) }))
  switch (reshape.what) {
    case 'add': {
      const { start, end } = reshape
      return { method: 'POST', path: `/api/letters/${letterId}/findings`, body: { ...made[0], start, end } }
    }
    case 'split': {
      const { id, version } = reshape.finding
      return { method: 'POST', path: `/api/findings/${id}/split`, body: { version, parts: made } }
    }
    case 'merge': {
      const findings = reshape.findings.map(({ id, version }) => ({ id, version }))
      return { method: 'POST', path: `/api/letters/${letterId}/merge`, body: { findings, into: made[0] } }
    }
  }
}

/** One draft for each thing that can be reshaped; several that are merged are another thing with another one among them. */
const draftKey = (letterId: string, reshape: Reshape): string => {
  switch (reshape.what) {
    case 'add':
      return `letter.${letterId}.add.${reshape.start}-${reshape.end}`
    case 'split':
      return `finding.${reshape.finding.id}.split`
    case 'merge':
      return `letter.${letterId}.merge.${reshape.findings.map(({ position }) => position).join('-')}`.slice(0, 200)
  }
}

const titles = { add: 'check.addTitle', split: 'check.splitTitle', merge: 'check.mergeTitle' } as const

/** The dialog in which findings are added, split and merged. What is written is kept when it is closed. */
export const ReshapeDialog = (props: { letterId: string; reshape: Reshape; onClose: () => void }) => {
  const t = useTexts(texts)
  const dialog = useRef<HTMLDialogElement>(null)
  const { reshape } = props
  const say = useTexts(platformTexts)
  const draft = useDraft(draftKey(props.letterId, reshape), { parts: firstParts(reshape) })
  const { parts } = draft.value
  const setParts = (changed: readonly Part[]) => draft.set({ parts: [...changed] })
  const write = useCheckWrite(props.letterId)
  useEffect(() => dialog.current?.showModal(), [])
  const change = (at: number, part: Part) => setParts(parts.map((old, index) => (index === at ? part : old)))
  return (
    <Dialog
      ref={dialog}
      title={t(titles[reshape.what])}
      closeLabel={t('check.cancel')}
      onClose={props.onClose}
      actions={
        <Button
          type="button"
          size="small"
          loading={write.isPending}
          disabled={draft.loading}
          onClick={() =>
            write.mutate(writeOf(props.letterId, reshape, parts), {
              onSuccess: () => {
                draft.done()
                dialog.current?.close()
              },
            })
          }
        >
          {t('check.save')}
        </Button>
      }
    >
      <div className="ff-stack">
        {reshape.what === 'split' ? <p>{t('check.splitHelp')}</p> : null}
        {draft.restored === null ? null : (
          <p role="status" className="ff-in-place__draft">
            {say('form.restored', { when: formatInstant(new Date(draft.restored)) })}{' '}
            <Button type="button" size="xsmall" variant="tertiary" onClick={draft.discard}>
              {say('form.discard')}
            </Button>
          </p>
        )}
        {draft.loading ? <Loading lines={3} /> : null}
        {(draft.loading ? [] : parts).map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts are written in place and only added at the end.
          <fieldset key={index} className="ff-rows">
            {reshape.what === 'split' ? <legend>{t('check.part', { no: index + 1 })}</legend> : null}
            <KindSelect
              kind={part.kind}
              onChange={(kind) => change(index, { kind, content: asKind(part.kind, kind, part.content) })}
            />
            <ContentForm
              fields={contentFields[part.kind]}
              content={part.content}
              onChange={(content) => change(index, { ...part, content })}
            />
          </fieldset>
        ))}
        {reshape.what === 'split' ? (
          <Button
            type="button"
            size="small"
            variant="secondary"
            onClick={() => setParts([...parts, ...parts.slice(-1)])}
          >
            {t('check.addPart')}
          </Button>
        ) : null}
        {write.isError ? <ProblemNotice error={write.error} /> : null}
      </div>
    </Dialog>
  )
}
