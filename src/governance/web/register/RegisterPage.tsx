import { Link, useLocation, useParams } from 'react-router'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { EmptyState } from '../../../platform/web/parts/EmptyState.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { PrintButton } from '../../../platform/web/parts/PrintButton.tsx'
import { useMenuButton } from '../../../platform/web/parts/useNarrow.ts'
import { ExportButton } from '../../../platform/web/register/ExportButton.tsx'
import { ListTable } from '../../../platform/web/register/ListTable.tsx'
import { useList } from '../../../platform/web/register/useList.ts'
import { useMarks } from '../../../platform/web/register/useMarks.ts'
import { useQuestion } from '../../../platform/web/register/useQuestion.ts'
import { usePermission } from '../../../platform/web/session/session.ts'
import type { ListRow } from '../../rules/follow-up/list-shape.ts'
import { nameOf } from '../name-of.ts'
import { BulkAssign } from './BulkAssign.tsx'
import { CommitmentDetail } from './detail/CommitmentDetail.tsx'
import { registerKey } from './queries.ts'
import { RegisterFilters, registerDefaults } from './RegisterFilters.tsx'
import { RegisterTabs } from './RegisterTabs.tsx'
import { texts } from './texts.ts'
import { type RegisterRow, useRegisterColumns } from './useRegisterColumns.tsx'
import './register.css'

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
  const question = useQuestion(registerDefaults)
  const mayAssign = usePermission('followup.assign')
  const single = useMenuButton()
  const marks = useMarks()
  const list = useList<ListRow>(registerKey, '/api/commitments', question.question)
  const slim = commitmentId !== undefined
  const columns = useRegisterColumns(slim)
  const marked = list.rows
    .flatMap((row) => [row, ...row.parts])
    .filter((row) => marks.marked.has(row.id))
    .map((row) => ({ id: row.id, version: row.version, name: nameOf(row) }))
  const shown = (
    <>
      {mayAssign ? <BulkAssign rows={marked} clear={marks.clear} /> : null}
      <ListTable<RegisterRow>
        caption={t('list.caption')}
        columns={columns}
        list={list}
        initialSort={registerDefaults.sort}
        rowKey={(row) => row.id}
        href={(row) => `/register/${row.id}${search}`}
        selected={(row) => row.id === commitmentId}
        parts={(row) => row.parts ?? []}
        context={(row) => row.meant === false}
        {...(mayAssign ? { marks: { ...marks, name: nameOf } } : {})}
        oneLine
        empty={<Nothing filtered={question.active} />}
      />
    </>
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
          <PrintButton before={list.loadAll} />
          <ExportButton list="commitments" format="xlsx" filter={question.question}>
            {t('list.export')}
          </ExportButton>
        </>
      }
    >
      <RegisterFilters question={question} count={list.total} busy={list.busy} />
      {slim ? (
        <div className="ff-reg-split">
          <div className="ff-reg-split__list">{shown}</div>
          <CommitmentDetail key={commitmentId} id={commitmentId} back={`/register${search}`} />
        </div>
      ) : (
        shown
      )}
    </Page>
  )
}
