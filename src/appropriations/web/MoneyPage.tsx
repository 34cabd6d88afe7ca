import { LocalAlert } from '@navikt/ds-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { address, ask } from '../../platform/web/api/ask.ts'
import { formatKroner } from '../../platform/web/format.ts'
import { useLocale, useTexts } from '../../platform/web/i18n/texts.ts'
import { Answer } from '../../platform/web/parts/Answer.tsx'
import { DownloadLink } from '../../platform/web/parts/DownloadLink.tsx'
import { EmptyState } from '../../platform/web/parts/EmptyState.tsx'
import { Page } from '../../platform/web/parts/Page.tsx'
import { YearSelect } from '../../platform/web/parts/YearSelect.tsx'
import type { YearMoneyAnswer } from '../rules/shapes.ts'
import { amount, signed } from './amount.ts'
import { MoneyTable } from './MoneyTable.tsx'
import { texts } from './texts.ts'
import './money.css'

const DisagreeingSums = ({ money }: { money: YearMoneyAnswer }) => {
  const t = useTexts(texts)
  const locale = useLocale()
  const wrong = money.chapters.flatMap(({ chapter, sums }) =>
    sums.flatMap((sum) =>
      sum.agrees === false && sum.stated !== null ? [{ ...sum, stated: sum.stated, chapter }] : [],
    ),
  )
  if (wrong.length === 0) return null
  const title = (letter: string) => money.letters.find(({ id }) => id === letter)?.title ?? ''
  return (
    <LocalAlert status="warning" size="small" as="div">
      <LocalAlert.Header>
        <LocalAlert.Title as="h2">{t('sumsTitle', { count: wrong.length })}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        <ul>
          {wrong.map((sum) => (
            <li key={`${sum.chapter} ${sum.letter}`}>
              {t('sumDisagrees', {
                chapter: sum.chapter,
                letter: title(sum.letter),
                stated: formatKroner(sum.stated, locale),
                computed: formatKroner(sum.computed, locale),
                difference: signed(sum.stated - sum.computed, locale),
              })}
            </li>
          ))}
        </ul>
        <p>{t('sumsAdvice')}</p>
      </LocalAlert.Content>
    </LocalAlert>
  )
}

const LooseParts = ({ money }: { money: YearMoneyAnswer }) => {
  const t = useTexts(texts)
  const locale = useLocale()
  if (money.loose.length === 0) return null
  return (
    <section className="ff-panel">
      <h2>{t('loose')}</h2>
      <p className="ff-subtle">{t('looseLead')}</p>
      <ul>
        {money.loose.map((part) => (
          <li key={`${part.letter} ${part.name}`}>
            {part.name}: {amount(part.amountNok, locale)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What money the year's letters give, per chapter and item. The year stands in the address. */
export const MoneyPage = () => {
  const t = useTexts(texts)
  const [params, setParams] = useSearchParams()
  const wanted = params.get('year') ?? ''
  const query = useQuery({
    queryKey: ['money', wanted],
    queryFn: () => ask<YearMoneyAnswer>('/api/appropriations', { year: wanted }),
    placeholderData: keepPreviousData,
  })
  const year = query.data?.year ?? 0
  const empty = query.data?.years.length === 0
  return (
    <Page
      title={year === 0 ? t('titleEmpty') : t('title', { year })}
      lead={empty ? undefined : t('lead')}
      actions={
        query.data === undefined || empty ? undefined : (
          <>
            <YearSelect
              label={t('year')}
              year={year}
              years={query.data.years}
              choose={(chosen) => setParams({ year: chosen }, { replace: true })}
            />
            <DownloadLink href={address('/api/appropriations/excel', { year })}>{t('export')}</DownloadLink>
          </>
        )
      }
    >
      <Answer query={query}>
        {(money) =>
          money.years.length === 0 ? (
            <EmptyState title={t('empty')} action={<Link to="/letters">{t('toLetters')}</Link>}>
              <p>{t('emptyLead')}</p>
            </EmptyState>
          ) : (
            <>
              <DisagreeingSums money={money} />
              <MoneyTable money={money} />
              <p className="ff-subtle">{t('changeNote')}</p>
              <LooseParts money={money} />
            </>
          )
        }
      </Answer>
    </Page>
  )
}
