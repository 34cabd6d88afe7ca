import { parsePlainDate } from '../../../../platform/rules/plain-date.ts'
import { formatDate, formatKroner } from '../../../../platform/web/format.ts'
import { useLocale, useTexts } from '../../../../platform/web/i18n/texts.ts'
import type { Finding } from '../../../rules/letter-shapes.ts'
import type { FieldName } from '../field-names.ts'
import { texts } from '../texts.ts'
import { groupNames } from './choices.ts'

type Content = Readonly<Record<string, unknown>>

const day = (text: unknown): string => {
  const date = typeof text === 'string' ? parsePlainDate(text) : null
  return date === null ? '' : formatDate(date)
}

const text = (content: Content, name: string): string => (typeof content[name] === 'string' ? content[name] : '')

/** Code and title: by what a finding is known. */
export const titleOf = (finding: Finding): string => {
  const content = finding.content as Content
  const name = ['title', 'text', 'report', 'type', 'name'].map((field) => text(content, field)).find(Boolean) ?? ''
  const code = text(content, 'code') || text(content, 'no')
  const place = [text(content, 'chapter'), text(content, 'item')].filter(Boolean).join('.')
  return [code || place, name].filter(Boolean).join(' ')
}

interface Part {
  readonly label: string | null
  readonly title: string
  readonly deadline: string | null
  readonly deadlineText: string | null
}

/** The few facts that one checks a finding by. */
const useFacts = () => {
  const t = useTexts(texts)
  const locale = useLocale()
  return (finding: Finding): (readonly [FieldName, string])[] => {
    const content = finding.content as Content
    const kroner = (name: string) => {
      const amount = content[name]
      return typeof amount === 'number' ? formatKroner(amount, locale) : ''
    }
    const list = (name: string) => (Array.isArray(content[name]) ? (content[name] as unknown[]) : [])
    const group = groupNames.find((known) => known === content.group)
    const facts: [FieldName, string][] = [
      ['group', group && group !== 'new' ? t(`groups.${group}`) : ''],
      ['goalNo', text(content, 'goalNo')],
      [
        'requirements',
        list('requirements')
          .map((one) => (one as { text: string }).text)
          .join('; '),
      ],
      ['deadlines', list('deadlines').map(day).join(', ')],
      ['deadlineText', list('deadlines').length === 0 ? text(content, 'deadlineText') : ''],
      ['deadline', day(content.deadline)],
      ['due', day(content.due) || text(content, 'dueText')],
      ['countDate', day(content.countDate)],
      ['date', day(content.date)],
      ['period', text(content, 'period')],
      ['frequency', text(content, 'frequency')],
      ['recurrence', text(content, 'recurrence')],
      ['mainResponsible', text(content, 'mainResponsible')],
      ['earlierCodes', list('earlierCodes').join(', ')],
      ['amountNOK', kroner('amountNOK')],
      ['sumNOK', kroner('sumNOK')],
      ['keywords', list('keywords').join(', ')],
    ]
    return facts.filter(([, value]) => value !== '')
  }
}

/** The facts of a finding, its parts, and for a chapter's sum whether the items agree with it. */
export const FindingFacts = ({ finding, computed }: { finding: Finding; computed: number | null }) => {
  const t = useTexts(texts)
  const locale = useLocale()
  const facts = useFacts()(finding)
  const content = finding.content as { milestones?: readonly Part[]; sumNOK?: number | null }
  const sum = finding.kind === 'chapter-sum' ? content.sumNOK : undefined
  return (
    <>
      {facts.length === 0 ? null : (
        <dl className="ff-facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{t(`fields.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {content.milestones && content.milestones.length > 0 ? (
        <ul className="ff-facts__parts">
          {content.milestones.map((part) => (
            <li key={`${part.label} ${part.title} ${part.deadline}`}>
              {part.label === null ? null : <strong>{part.label} </strong>}
              {part.title} <span className="ff-subtle">{day(part.deadline) || part.deadlineText}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {typeof sum === 'number' && computed !== null ? (
        <p className={sum === computed ? 'ff-subtle' : 'ff-warn'}>
          {sum === computed
            ? `✓ ${t('sums.agrees')}`
            : `⚠ ${t('sums.differs', {
                sum: formatKroner(computed, locale),
                difference: formatKroner(computed - sum, locale),
              })}`}
        </p>
      ) : null}
    </>
  )
}
