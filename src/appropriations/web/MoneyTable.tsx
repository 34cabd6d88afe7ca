import { Table, Tag } from '@navikt/ds-react'
import { Link } from 'react-router'
import { formatKroner } from '../../platform/web/format.ts'
import { useLocale, useTexts } from '../../platform/web/i18n/texts.ts'
import { useNarrow } from '../../platform/web/parts/useNarrow.ts'
import type { YearMoneyAnswer } from '../rules/shapes.ts'
import { amount, signed } from './amount.ts'
import { texts } from './texts.ts'

type Chapter = YearMoneyAnswer['chapters'][number]
type Item = Chapter['items'][number]

const ItemName = ({ item }: { item: Item }) => {
  const t = useTexts(texts)
  const locale = useLocale()
  return (
    <>
      {item.name}
      {item.keywords.map((keyword) => (
        <Tag key={keyword} size="xsmall" variant="outline" data-color="neutral" className="ff-money__keyword">
          {keyword}
        </Tag>
      ))}
      {item.ceased ? <span className="ff-subtle"> · {t('ceased')}</span> : null}
      {item.parts.length > 0 ? (
        <ul className="ff-plain-list ff-money__parts">
          {item.parts.map((part) => (
            <li key={`${part.letter} ${part.kind} ${part.name}`}>
              <span>
                {part.name}
                {part.kind === 'recipient' ? <span className="ff-subtle"> ({t('recipient')})</span> : null}
              </span>
              <span>{part.amountNok === null ? t('noAmount') : amount(part.amountNok, locale)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {item.bound > 0 && item.total !== null ? (
        <p className="ff-money__bound">
          {item.overBound
            ? `⚠ ${t('overBound', { amount: formatKroner(item.bound - item.total, locale) })}`
            : t('bound', { bound: amount(item.bound, locale), total: amount(item.total, locale) })}
        </p>
      ) : null}
    </>
  )
}

const Cards = ({ money }: { money: YearMoneyAnswer }) => {
  const t = useTexts(texts)
  const locale = useLocale()
  return (
    <>
      {money.chapters.map((chapter) => (
        <section key={chapter.chapter} className="ff-stack">
          <h2>
            {t('chapter', { chapter: chapter.chapter })} {chapter.name}
          </h2>
          <ul className="ff-plain-list ff-cards">
            {chapter.items.map((item) => (
              <li key={item.item} className="ff-panel ff-card">
                <strong>
                  {t('item')} {item.item}
                </strong>{' '}
                <ItemName item={item} />
                <dl className="ff-card__facts">
                  <div>
                    <dt>{t('sum')}</dt>
                    <dd>{amount(item.total, locale)}</dd>
                  </div>
                  <div>
                    <dt>{t('lastYear')}</dt>
                    <dd>{amount(item.lastYear, locale)}</dd>
                  </div>
                  <div>
                    <dt>{t('change')}</dt>
                    <dd>{signed(item.change, locale)}</dd>
                  </div>
                </dl>
              </li>
            ))}
          </ul>
          <p>
            {t('chapterSum', { chapter: chapter.chapter })}: <strong>{formatKroner(chapter.total, locale)}</strong>
          </p>
        </section>
      ))}
    </>
  )
}

const Numbers = (props: { values: readonly (number | null)[]; change: number | null }) => {
  const locale = useLocale()
  return (
    <>
      {props.values.map((value, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns have no other identity.
        <Table.DataCell key={column} className="ff-number">
          {amount(value, locale)}
        </Table.DataCell>
      ))}
      <Table.DataCell className="ff-number">{signed(props.change, locale)}</Table.DataCell>
    </>
  )
}

const ChapterRows = ({ chapter, money }: { chapter: Chapter; money: YearMoneyAnswer }) => {
  const t = useTexts(texts)
  const columns = 5 + money.letters.length
  const computed = money.letters.map(({ id }) => chapter.sums.find((sum) => sum.letter === id)?.computed ?? null)
  return (
    <tbody>
      <Table.Row shadeOnHover={false}>
        <th scope="rowgroup" colSpan={columns} className="ff-money__chapter">
          {t('chapter', { chapter: chapter.chapter })} {chapter.name}
        </th>
      </Table.Row>
      {chapter.items.map((item) => (
        <Table.Row key={item.item}>
          <Table.HeaderCell scope="row">{item.item}</Table.HeaderCell>
          <Table.DataCell>
            <ItemName item={item} />
          </Table.DataCell>
          <Numbers values={[...item.amounts, item.total, item.lastYear]} change={item.change} />
        </Table.Row>
      ))}
      <Table.Row className="ff-money__sum" shadeOnHover={false}>
        <th scope="row" colSpan={2}>
          {t('chapterSum', { chapter: chapter.chapter })}
        </th>
        <Numbers values={[...computed, chapter.total, chapter.lastYear]} change={chapter.change} />
      </Table.Row>
    </tbody>
  )
}

/** The year's money as a table with a column for each letter; on a phone as cards with sum and change. */
export const MoneyTable = ({ money }: { money: YearMoneyAnswer }) => {
  const t = useTexts(texts)
  const narrow = useNarrow()
  if (narrow) return <Cards money={money} />
  const perLetter = money.letters.map(({ id }) =>
    money.chapters.flatMap((c) => c.sums).reduce((sum, each) => sum + (each.letter === id ? each.computed : 0), 0),
  )
  return (
    <div className="ff-rows__scroll">
      <Table size="small" className="ff-money">
        <caption className="aksel-sr-only">{t('table', { year: money.year })}</caption>
        <Table.Header>
          <Table.Row>
            <Table.ColumnHeader scope="col">{t('item')}</Table.ColumnHeader>
            <Table.ColumnHeader scope="col">{t('name')}</Table.ColumnHeader>
            {money.letters.map((letter) => (
              <Table.ColumnHeader key={letter.id} scope="col" align="right">
                <Link to={`/letters/${letter.id}`}>{letter.title}</Link>
              </Table.ColumnHeader>
            ))}
            <Table.ColumnHeader scope="col" align="right">
              {t('sum')}
            </Table.ColumnHeader>
            <Table.ColumnHeader scope="col" align="right">
              {t('lastYear')}
            </Table.ColumnHeader>
            <Table.ColumnHeader scope="col" align="right">
              {t('change')}
            </Table.ColumnHeader>
          </Table.Row>
        </Table.Header>
        {money.chapters.map((chapter) => (
          <ChapterRows key={chapter.chapter} chapter={chapter} money={money} />
        ))}
        <tfoot>
          <Table.Row className="ff-money__sum" shadeOnHover={false}>
            <th scope="row" colSpan={2}>
              {t('allChapters')}
            </th>
            <Numbers values={[...perLetter, money.total, money.lastYear]} change={money.change} />
          </Table.Row>
        </tfoot>
      </Table>
    </div>
  )
}
