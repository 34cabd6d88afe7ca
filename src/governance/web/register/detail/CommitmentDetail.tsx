import { Button, LocalAlert } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../../platform/web/parts/Answer.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { useKept } from '../../../../platform/web/register/useKept.ts'
import { usePermission } from '../../../../platform/web/session/session.ts'
import type { Detail } from '../../../rules/follow-up/detail-shape.ts'
import { type FollowUpStep, mayTake } from '../../../rules/follow-up/state.ts'
import { nameOf } from '../../name-of.ts'
import { detailQuery } from '../queries.ts'
import { Due, Status } from '../Status.tsx'
import { texts } from '../texts.ts'
import { Chain } from './Chain.tsx'
import { ChangeHistory } from './ChangeHistory.tsx'
import { DeadlineForm } from './DeadlineForm.tsx'
import { Deliveries } from './Deliveries.tsx'
import { DeliveryForm } from './DeliveryForm.tsx'
import { Dependencies } from './Dependencies.tsx'
import { DependencyForm } from './DependencyForm.tsx'
import { Facts } from './Facts.tsx'
import { LetterPassage } from './LetterPassage.tsx'
import { Milestones } from './Milestones.tsx'
import { OwnerForm } from './OwnerForm.tsx'
import { ReopenForm } from './ReopenForm.tsx'
import { Requirements } from './Requirements.tsx'
import { StatusForm } from './StatusForm.tsx'
import { StatusNotes } from './StatusNotes.tsx'
import { TextsForm } from './TextsForm.tsx'

/** The forms, each with the step that it is part of. */
const steps = {
  status: 'note',
  deliver: 'deliver',
  reopen: 'reopen',
  owner: 'assign',
  deadline: 'schedule',
  edit: 'edit',
  link: 'link',
} as const satisfies Record<string, FollowUpStep>

/** The form that is open, one at a time; of a deadline that is changed, with which. */
interface OpenForm {
  readonly form: keyof typeof steps
  readonly deadline?: string
}

const Section = (props: { title: string; action?: ReactNode; children: ReactNode }) => (
  <section className="ff-reg-section">
    <div className="ff-reg-section__head">
      <h3>{props.title}</h3>
      {props.action}
    </div>
    {props.children}
  </section>
)

/** The three facts that matter: light, next deadline, owner. */
const Head = ({ detail }: { detail: Detail }) => {
  const t = useTexts(texts)
  return (
    <div className="ff-reg-head">
      <Status light={detail.light} due={detail.due} state={detail.state} />
      <Due due={detail.due} state={detail.state} />
      <span>
        {[detail.person?.name, detail.unit?.name].filter(Boolean).join(', ') ||
          (detail.parent?.owner ? t('owner.ofWhole', { owner: detail.parent.owner }) : t('list.noOwner'))}
      </span>
      {detail.stateReason === null || detail.state !== 'open' ? null : (
        <span className="ff-subtle">{t('deliveries.reopened', { reason: detail.stateReason })}</span>
      )}
    </div>
  )
}

/** What the actor may do now: the allowed next steps only, from the same table as the server's. */
const useMay = (detail: Detail) => {
  const write = usePermission('followup.write')
  const assign = usePermission('followup.assign')
  return (step: FollowUpStep) => (step === 'assign' ? assign : write && detail.mayWrite) && mayTake(detail.state, step)
}

const Actions = ({ detail, show }: { detail: Detail; show: (form: OpenForm) => void }) => {
  const t = useTexts(texts)
  const may = useMay(detail)
  const owned = detail.person !== null || detail.unit !== null
  const buttons = [
    ['status', t('status.add')],
    ['deliver', t('deliveries.add')],
    ['reopen', t('deliveries.reopen')],
    ['owner', t(owned ? 'owner.change' : 'owner.assign')],
  ] as const
  const shown = buttons.filter(([form]) => may(steps[form]))
  if (shown.length === 0) return null
  return (
    <div className="ff-page__actions ff-no-print">
      {shown.map(([form, words], index) => (
        <Button key={form} size="small" variant={index === 0 ? 'primary' : 'secondary'} onClick={() => show({ form })}>
          {words}
        </Button>
      ))}
    </div>
  )
}

const Body = ({ detail }: { detail: Detail }) => {
  const t = useTexts(texts)
  const may = useMay(detail)
  // The notes are the directorate's own: to others “nobody has assessed it” would be untrue.
  const readsNotes = usePermission('followup.internal')
  const [kept, setOpen] = useKept<OpenForm>(`open/commitment.${detail.id}`)
  const open = kept !== null && may(steps[kept.form]) ? kept : null
  const [documentFailed, setDocumentFailed] = useState(false)
  const form = { detail, close: () => setOpen(null) }
  const small = (words: string, which: OpenForm) => (
    <Button size="xsmall" variant="tertiary" className="ff-no-print" onClick={() => setOpen(which)}>
      {words}
    </Button>
  )
  return (
    <>
      <Head detail={detail} />
      <Actions detail={detail} show={setOpen} />
      {documentFailed ? (
        <LocalAlert status="warning" size="small" role="alert" as="div">
          <LocalAlert.Header>
            <LocalAlert.Title as="h3">{t('deliveries.documentFailed')}</LocalAlert.Title>
          </LocalAlert.Header>
        </LocalAlert>
      ) : null}
      {open?.form === 'status' ? <StatusForm {...form} /> : null}
      {open?.form === 'deliver' ? <DeliveryForm {...form} documentFailed={() => setDocumentFailed(true)} /> : null}
      {open?.form === 'reopen' ? <ReopenForm {...form} /> : null}
      {open?.form === 'owner' ? <OwnerForm {...form} /> : null}
      {detail.chain.length > 1 ? (
        <Section title={t('chain.title')}>
          <Chain detail={detail} />
        </Section>
      ) : null}
      {detail.requirements.length > 0 ? (
        <Section title={t('requirements.title')}>
          <Requirements requirements={detail.requirements} />
        </Section>
      ) : null}
      <Section
        title={t('deadlines.title')}
        action={may('schedule') ? small(t('deadlines.add'), { form: 'deadline' }) : null}
      >
        {open?.form === 'deadline' ? (
          <DeadlineForm key={open.deadline} {...form} deadlineId={open.deadline ?? null} />
        ) : null}
        <Milestones
          detail={detail}
          mayWrite={may('schedule')}
          edit={(deadline) => setOpen({ form: 'deadline', deadline: deadline.id })}
        />
      </Section>
      {readsNotes ? (
        <Section title={t('status.notes')}>
          <StatusNotes detail={detail} />
        </Section>
      ) : null}
      <Section title={t('deliveries.title')}>
        <Deliveries detail={detail} mayWrite={may('deliver') || may('reopen')} />
      </Section>
      {detail.letter === null ? null : (
        <Section title={t('letter.title')}>
          {detail.unchecked ? (
            <p>
              <span aria-hidden>⚠ </span>
              <strong>{t('letter.unchecked')}</strong>
            </p>
          ) : null}
          <LetterPassage letter={detail.letter} />
        </Section>
      )}
      <Section title={t('edit.title')} action={may('edit') ? small(t('edit.change'), { form: 'edit' }) : null}>
        {open?.form === 'edit' ? <TextsForm {...form} /> : null}
        <Facts detail={detail} />
      </Section>
      <Section title={t('links.title')} action={may('link') ? small(t('links.add'), { form: 'link' }) : null}>
        {open?.form === 'link' ? <DependencyForm {...form} /> : null}
        <Dependencies detail={detail} mayWrite={may('link')} />
      </Section>
      <Section
        title={t('history.title')}
        action={
          <a className="ff-no-print" href={`/api/commitments/${detail.id}/export`} download>
            {t('history.export')}
          </a>
        }
      >
        <ChangeHistory id={detail.id} />
      </Section>
    </>
  )
}

const kickerOf = (detail: Detail, kind: string) => (
  <>
    {kind} · {detail.year}
    {detail.goal === null ? null : (
      <>
        {' · '}
        <Link to={`/goals/${detail.goal.id}`}>
          {detail.goal.number} {detail.goal.title}
        </Link>
      </>
    )}
    {detail.parent === null ? null : (
      <>
        {' · '}
        <Link to={`/register/${detail.parent.id}`}>{nameOf(detail.parent)}</Link>
      </>
    )}
  </>
)

/** All about one commitment, beside the list or, where there is no room for both, as a page of its own. */
export const CommitmentDetail = (props: { id: string; back: string; page?: boolean }) => {
  const t = useTexts(texts)
  const query = useQuery(detailQuery(props.id))
  const { data } = query
  if (props.page) {
    return (
      <Page
        title={data === undefined ? t('title') : nameOf(data)}
        {...(data === undefined ? {} : { kicker: kickerOf(data, t(`kinds.${data.kind}`)) })}
        breadcrumbs={[{ to: props.back, words: t('list.back') }]}
      >
        <Answer query={query}>{(detail) => <Body detail={detail} />}</Answer>
      </Page>
    )
  }
  return (
    <article className="ff-panel ff-reg-detail">
      <Answer query={query}>
        {(detail) => (
          <>
            <header>
              <div>
                <p className="ff-page__kicker">{kickerOf(detail, t(`kinds.${detail.kind}`))}</p>
                <h2>{nameOf(detail)}</h2>
              </div>
              <span className="ff-no-print">
                <Link to={props.back} title={`${t('list.back')} (Esc)`}>
                  {t('list.back')}
                </Link>
              </span>
            </header>
            <Body detail={detail} />
          </>
        )}
      </Answer>
    </article>
  )
}
