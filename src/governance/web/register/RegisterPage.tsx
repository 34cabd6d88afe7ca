import { Button } from '@navikt/ds-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Link, useLocation, useParams } from 'react-router'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../platform/web/parts/Answer.tsx'
import { EmptyState } from '../../../platform/web/parts/EmptyState.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { useMenuButton } from '../../../platform/web/parts/useNarrow.ts'
import { ExportButton } from '../../../platform/web/register/ExportButton.tsx'
import { usePermission } from '../../../platform/web/session/session.ts'
import { BulkAssign } from './BulkAssign.tsx'
import { CommitmentDetail } from './detail/CommitmentDetail.tsx'
import { listQuery } from './queries.ts'
import { RegisterFilters } from './RegisterFilters.tsx'
import { RegisterTable } from './RegisterTable.tsx'
import { RegisterTabs } from './RegisterTabs.tsx'
import { texts } from './texts.ts'
import { useQuestion } from './useQuestion.ts'
import './register.css'

/** Rows that are marked for doing something with them all. */
const useMarks = () => {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const mark = (id: string, on: boolean) =>
    setMarked((now) => {
      const next = new Set(now)
      if (on) next.add(id)
      else next.delete(id)
      return next
    })
  return { marked, mark, set: (ids: readonly string[]) => setMarked(new Set(ids)) }
}

const Nothing = ({ filtered }: { filtered: boolean }) => {
  const t = useTexts(texts)
  return filtered ? (
    <EmptyState title={t('list.noneMatch')}>
      <p>{t('list.noneMatchLead')}</p>
    </EmptyState>
  ) : (
    <EmptyState title={t('list.empty')} action={<Link to="/letters">{t('list.toLetters')}</Link>}>
      <p>{t('list.emptyLead')}</p>
    </EmptyState>
  )
}

/** The list, and what is chosen in it: side by side where there is room, one at a time otherwise. */
export const RegisterPage = () => {
  const t = useTexts(texts)
  const { commitmentId } = useParams()
  const { search } = useLocation()
  const question = useQuestion()
  const mayAssign = usePermission('followup.assign')
  const single = useMenuButton()
  const marks = useMarks()
  const query = useInfiniteQuery(listQuery(question.question))
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data])
  const total = query.data?.pages[0]?.total ?? 0
  const slim = commitmentId !== undefined
  const list = (
    <Answer query={query} lines={12}>
      {() =>
        rows.length === 0 ? (
          <Nothing filtered={question.active} />
        ) : (
          <>
            {mayAssign ? <BulkAssign rows={rows} marked={marks.marked} clear={() => marks.set([])} /> : null}
            <RegisterTable
              rows={rows}
              href={(row) => `/register/${row.id}${search}`}
              openId={commitmentId}
              slim={slim}
              marked={mayAssign ? marks.marked : null}
              mark={marks.mark}
              markAll={(on) => marks.set(on ? rows.map((row) => row.id) : [])}
            />
            {query.hasNextPage ? (
              <p className="ff-rows__more">
                {t('list.shown', { shown: rows.length, total })}
                <Button
                  size="small"
                  variant="secondary"
                  loading={query.isFetchingNextPage}
                  onClick={() => query.fetchNextPage()}
                >
                  {t('list.more')}
                </Button>
              </p>
            ) : null}
          </>
        )
      }
    </Answer>
  )
  if (commitmentId !== undefined && single) {
    return <CommitmentDetail key={commitmentId} id={commitmentId} back={`/register${search}`} page />
  }
  return (
    <Page
      title={t('title')}
      back={slim ? `/register${search}` : undefined}
      actions={
        <>
          <RegisterTabs />
          <ExportButton list="commitments" format="xlsx" filter={question.question}>
            {t('list.export')}
          </ExportButton>
        </>
      }
    >
      <div className="ff-reg-filters">
        <RegisterFilters question={question} count={total} />
      </div>
      {slim ? (
        <div className="ff-reg-split">
          <div className="ff-reg-split__list">{list}</div>
          <CommitmentDetail key={commitmentId} id={commitmentId} back={`/register${search}`} />
        </div>
      ) : (
        list
      )}
    </Page>
  )
}
