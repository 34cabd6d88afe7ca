import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import type { PlainDate } from '../../../platform/rules/plain-date.ts'
import { formatDate } from '../../../platform/web/format.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../platform/web/parts/Answer.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import type { Chain } from '../../rules/approval-shapes.ts'
import { nameOf } from '../name-of.ts'
import { chainQuery } from './queries.ts'
import { texts } from './texts.ts'
import './letters.css'

const relations = ['continues', 'revises', 'moves', 'withdraws'] as const
const states = ['open', 'done', 'withdrawn', 'replaced'] as const

const day = (date: string): string => formatDate(date as PlainDate)

const Mention = ({ mention, links }: { mention: Chain['mentions'][number]; links: Chain['links'] }) => {
  const t = useTexts(texts)
  const from = links.filter((link) => link.later === mention.id)
  const state = states.find((known) => known === mention.state)
  return (
    <li className="ff-chain__mention">
      <p className="ff-subtle">
        {mention.letter.date === null ? mention.year : day(mention.letter.date)} ·{' '}
        <Link to={`/letters/${mention.letter.id}?at=${mention.start ?? ''}`}>{mention.letter.title}</Link>
        {from.map((link) => {
          const relation = relations.find((known) => known === link.relation)
          return relation ? ` · ${t(`chain.relations.${relation}`)} (${link.earlierCode})` : null
        })}
      </p>
      <p>
        <Link to={`/register/${mention.id}`}>{nameOf(mention)}</Link>
        {state ? <span className="ff-subtle"> · {t(`chain.states.${state}`)}</span> : null}
      </p>
      <ul className="ff-plain-list ff-subtle">
        {mention.goal === null ? null : <li>{t('chain.goal', { goal: mention.goal })}</li>}
        {mention.owner === null ? null : <li>{t('chain.owner', { owner: mention.owner })}</li>}
        {mention.deadlines.map((deadline) => (
          <li key={`${deadline.due}${deadline.label ?? ''}`}>
            {t('chain.deadline', { date: day(deadline.due) })}
            {deadline.label === null ? '' : ` (${deadline.label})`}
            {deadline.metOn === null ? '' : `, ${t('chain.met', { date: day(deadline.metOn) })}`}
          </li>
        ))}
      </ul>
    </li>
  )
}

/** What each letter has said of one commitment, oldest first. */
export const ChainPage = () => {
  const t = useTexts(texts)
  const { commitmentId = '' } = useParams()
  const query = useQuery(chainQuery(commitmentId))
  return (
    <Page
      title={t('chain.title')}
      kicker={query.data?.mentions.at(-1)?.title}
      lead={t('chain.lead')}
      breadcrumbs={[{ to: '/letters', words: t('list.title') }]}
      narrow
    >
      <Answer query={query}>
        {({ mentions, links }) => (
          <ol className="ff-plain-list ff-chain">
            {links
              .filter((link) => link.earlier === null)
              .map((link) => (
                <li key={`${link.later}${link.earlierCode}`} className="ff-chain__mention ff-subtle">
                  {t('chain.before', { code: link.earlierCode })}
                </li>
              ))}
            {mentions.map((mention) => (
              <Mention key={mention.id} mention={mention} links={links} />
            ))}
          </ol>
        )}
      </Answer>
    </Page>
  )
}
