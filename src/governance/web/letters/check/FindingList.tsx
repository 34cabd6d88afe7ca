import { Button } from '@navikt/ds-react'
import type { ReactNode, RefObject } from 'react'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { ConfirmDialog, useConfirm } from '../../../../platform/web/parts/ConfirmDialog.tsx'
import { ProblemNotice } from '../../../../platform/web/parts/ProblemNotice.tsx'
import type { Finding } from '../../../rules/letter-shapes.ts'
import { texts } from '../texts.ts'
import { EditForm, RejectForm } from './CardForms.tsx'
import { kindOf } from './content.ts'
import { type CardAction, FindingCard } from './FindingCard.tsx'
import type { Group } from './group-findings.ts'
import { useCheckWrite } from './useCheckWrite.ts'

/** A form that is open in a card. */
export interface OpenForm {
  readonly id: string
  readonly what: 'edit' | 'reject'
}

interface ListProps {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly letterId: string
  /** What stands above the findings, and goes with them when they are scrolled. */
  readonly above: ReactNode
  readonly groups: readonly Group[]
  readonly allChecked: boolean
  readonly chosen: string | null
  readonly marked: ReadonlySet<string>
  readonly form: OpenForm | null
  readonly mayCheck: boolean
  readonly sums: ReadonlyMap<string, number>
  readonly onAction: (action: CardAction, id: string) => void
  readonly closeForm: () => void
}

/** The button that takes a group's certain findings together, after asking. */
const AcceptGroup = ({ letterId, confident }: { letterId: string; confident: readonly Finding[] }) => {
  const t = useTexts(texts)
  const ask = useConfirm()
  const write = useCheckWrite(letterId)
  const accept = () => {
    const findings = confident.map(({ id, version }) => ({ id, version }))
    write.mutate(
      { method: 'POST', path: `/api/letters/${letterId}/accept`, body: { findings } },
      { onSuccess: () => ask.current?.close() },
    )
  }
  return (
    <>
      <Button size="xsmall" variant="tertiary" type="button" onClick={() => ask.current?.showModal()}>
        {t('check.acceptGroup', { count: confident.length })}
      </Button>
      <ConfirmDialog
        ref={ask}
        title={t('check.acceptGroupTitle', { count: confident.length })}
        verb={t('check.accept')}
        pending={write.isPending}
        onConfirm={accept}
      >
        <p>{t('check.acceptGroupHelp')}</p>
        {write.isError ? <ProblemNotice error={write.error} /> : null}
      </ConfirmDialog>
    </>
  )
}

const useGroupTitle = () => {
  const t = useTexts(texts)
  return (group: Group): string => {
    if (group.kind !== null) return t(`kinds.${kindOf(group.kind)}`)
    if (group.goal !== null) return [t('kinds.goal'), group.goal.no, group.goal.title].filter(Boolean).join(' ')
    return t(group.key === 'none' ? 'check.noGoal' : 'check.byText')
  }
}

/** The register as it will be, beside the letter: findings under their headings. */
export const FindingList = (props: ListProps) => {
  const t = useTexts(texts)
  const titleOf = useGroupTitle()
  const formOf = (finding: Finding) => {
    if (props.form?.id !== finding.id) return null
    const form = { letterId: props.letterId, finding, done: props.closeForm }
    return props.form.what === 'edit' ? <EditForm {...form} /> : <RejectForm {...form} />
  }
  const computed = (finding: Finding): number | null =>
    finding.kind === 'chapter-sum' ? (props.sums.get((finding.content as { chapter: string }).chapter) ?? null) : null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section ref={props.ref} className="ff-finding-list" aria-label={t('check.findings')} tabIndex={0}>
      {props.above}
      {props.groups.length === 0 ? (
        <p className="ff-subtle">{t(props.allChecked ? 'check.noneOpen' : 'check.none')}</p>
      ) : null}
      {props.groups.map((group) => (
        <section key={group.key} aria-label={titleOf(group)}>
          <div className="ff-finding-list__head">
            <h2>
              {titleOf(group)} <span className="ff-subtle">{group.findings.length}</span>
            </h2>
            {props.mayCheck && group.confident.length > 1 ? (
              <AcceptGroup letterId={props.letterId} confident={group.confident} />
            ) : null}
          </div>
          <ul className="ff-plain-list">
            {group.findings.map((finding) => (
              <FindingCard
                key={finding.id}
                finding={finding}
                chosen={finding.id === props.chosen}
                marked={props.marked.has(finding.id)}
                mayCheck={props.mayCheck}
                computed={computed(finding)}
                form={formOf(finding)}
                onAction={props.onAction}
              />
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}
