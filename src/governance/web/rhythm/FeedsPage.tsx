import { Button, Radio, RadioGroup } from '@navikt/ds-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, send } from '../../../platform/web/api/ask.ts'
import { formatInstant } from '../../../platform/web/format.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../platform/web/parts/Answer.tsx'
import { ConfirmDialog, useConfirm } from '../../../platform/web/parts/ConfirmDialog.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { ProblemNotice } from '../../../platform/web/parts/ProblemNotice.tsx'
import { usePermission } from '../../../platform/web/session/session.ts'
import type { Feed, FeedsAnswer, NewFeedAnswer, Scope } from '../../rules/rhythm/shapes.ts'
import { CopyText } from './CopyText.tsx'
import { texts } from './texts.ts'
import './rhythm.css'

const key = ['calendar', 'feeds']

const NewFeed = () => {
  const t = useTexts(texts)
  const readsAll = usePermission('followup.read')
  const [scope, setScope] = useState<Scope>('mine')
  const client = useQueryClient()
  const make = useMutation({
    mutationFn: () => send<NewFeedAnswer>('POST', '/api/calendar/feeds', { scope }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  })
  return (
    <section className="ff-panel ff-stack">
      <RadioGroup
        size="small"
        legend={t('feeds.scope')}
        value={scope}
        onChange={(value: Scope) => {
          setScope(value)
          make.reset()
        }}
      >
        {(readsAll ? (['mine', 'unit', 'all'] as const) : (['mine'] as const)).map((each) => (
          <Radio key={each} value={each}>
            {t(`calendar.scopes.${each}`)}
          </Radio>
        ))}
      </RadioGroup>
      <div>
        <Button size="small" loading={make.isPending} onClick={() => make.mutate()}>
          {t('feeds.make')}
        </Button>
      </div>
      {make.isError ? <ProblemNotice error={make.error} /> : null}
      {make.data === undefined ? null : (
        <div className="ff-measure__sentence ff-stack" role="status">
          <h2>{t('feeds.address')}</h2>
          <p>{t('feeds.once')}</p>
          <code className="ff-address">{make.data.address}</code>
          <CopyText text={make.data.address} words={t('feeds.copy')} copied={t('feeds.copied')} />
        </div>
      )}
    </section>
  )
}

const FeedRow = ({ feed }: { feed: Feed }) => {
  const t = useTexts(texts)
  const client = useQueryClient()
  const dialog = useConfirm()
  const revoke = useMutation({
    mutationFn: () => send('DELETE', `/api/calendar/feeds/${feed.id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  })
  return (
    <li className="ff-due">
      <span />
      <span>{t(`calendar.scopes.${feed.scope}`)}</span>
      <Button size="xsmall" variant="tertiary" onClick={() => dialog.current?.showModal()}>
        {t('feeds.revoke')}
      </Button>
      <span className="ff-due__about">
        {t('feeds.made')} {formatInstant(feed.createdAt)} · {t('feeds.lastRead')}{' '}
        {feed.lastReadAt === null ? t('feeds.never') : formatInstant(feed.lastReadAt)}
      </span>
      <ConfirmDialog
        ref={dialog}
        title={t('feeds.revokeTitle')}
        verb={t('feeds.revoke')}
        danger
        pending={revoke.isPending}
        done={revoke.isSuccess}
        onConfirm={() => revoke.mutate()}
      >
        <p>{t('feeds.revokeLead')}</p>
        {revoke.isError ? <ProblemNotice error={revoke.error} /> : null}
      </ConfirmDialog>
    </li>
  )
}

/** Makes, lists and revokes the person's own calendar addresses, and says how to use them. */
export const FeedsPage = () => {
  const t = useTexts(texts)
  const query = useQuery({ queryKey: key, queryFn: () => ask<FeedsAnswer>('/api/calendar/feeds') })
  return (
    <Page
      narrow
      title={t('feeds.title')}
      lead={t('feeds.lead')}
      breadcrumbs={[{ to: '/calendar', words: t('feeds.back') }]}
    >
      <NewFeed />
      <section>
        <h2>{t('feeds.mine')}</h2>
        <Answer query={query} lines={2}>
          {({ feeds }) =>
            feeds.length === 0 ? (
              <p className="ff-subtle">{t('feeds.none')}</p>
            ) : (
              <ul className="ff-plain-list">
                {feeds.map((feed) => (
                  <FeedRow key={feed.id} feed={feed} />
                ))}
              </ul>
            )
          }
        </Answer>
      </section>
      <section>
        <h2>{t('feeds.how')}</h2>
        <dl className="ff-facts">
          <dt>{t('feeds.outlook')}</dt>
          <dd>{t('feeds.outlookHow')}</dd>
          <dt>{t('feeds.google')}</dt>
          <dd>{t('feeds.googleHow')}</dd>
          <dt>{t('feeds.apple')}</dt>
          <dd>{t('feeds.appleHow')}</dd>
        </dl>
      </section>
    </Page>
  )
}
