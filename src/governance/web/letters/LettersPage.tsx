import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { PlainDate } from '../../../platform/rules/plain-date.ts'
import { asProblem } from '../../../platform/web/api/problem.ts'
import { formatDate } from '../../../platform/web/format.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../platform/web/parts/Answer.tsx'
import { type Column, DataTable } from '../../../platform/web/parts/DataTable.tsx'
import { EmptyState } from '../../../platform/web/parts/EmptyState.tsx'
import { FileDrop } from '../../../platform/web/parts/FileDrop.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { upload } from '../../../platform/web/parts/upload.ts'
import { Filters } from '../../../platform/web/register/Filters.tsx'
import { useQuestion } from '../../../platform/web/register/useQuestion.ts'
import { usePermission } from '../../../platform/web/session/session.ts'
import type { Done, LetterLine } from '../../rules/letter-shapes.ts'
import { FailedLetters } from './FailedLetters.tsx'
import { LetterState } from './LetterState.tsx'
import { useProgressWords } from './progress-words.ts'
import { lettersKey, listQuery } from './queries.ts'
import { texts } from './texts.ts'
import './letters.css'

/** Megabytes; the server holds the same limit. */
const limitMb = 50

const defaults = { state: '' }
const letterFilters = ['reading', 'checking', 'approved', 'discarded'] as const

/** Every letter from the ministry, and where a new one is read in. */
export const LettersPage = () => {
  const t = useTexts(texts)
  const client = useQueryClient()
  const navigate = useNavigate()
  const mayCheck = usePermission('letter.check')
  const [existing, setExisting] = useState<string | null>(null)
  const progressWords = useProgressWords()
  const query = useQuery(listQuery)
  const question = useQuestion(defaults)

  const send = async (file: File, onProgress: (percent: number) => void) => {
    setExisting(null)
    try {
      const { id } = await upload<Done>('/api/letters', file, onProgress)
      navigate(`/letters/${id}`)
    } catch (error) {
      const { code, params } = asProblem(error)
      if (code === 'letter-already-read') setExisting(String(params.letterId))
      throw error
    } finally {
      await client.invalidateQueries({ queryKey: lettersKey })
    }
  }

  const columns: readonly Column<LetterLine>[] = [
    { id: 'name', title: t('list.name'), cell: (row) => row.title, sort: (row) => row.title, card: true },
    { id: 'year', title: t('list.year'), cell: (row) => row.year ?? '–', sort: (row) => row.year, align: 'right' },
    {
      id: 'date',
      title: t('list.date'),
      cell: (row) => (row.date === null ? '–' : formatDate(row.date as PlainDate)),
      sort: (row) => row.date,
    },
    {
      id: 'state',
      title: t('list.state'),
      cell: (row) => <LetterState letter={row} />,
      sort: (row) => row.state,
      card: true,
    },
    {
      id: 'progress',
      title: t('list.progress'),
      // What was left when a letter was approved counts as taken, not as checked: it is told in the register.
      cell: ({ state, progress }) => (state === 'checking' ? progressWords(progress) : '–'),
      card: true,
    },
    { id: 'by', title: t('list.by'), cell: (row) => row.recordedBy ?? '–', sort: (row) => row.recordedBy },
  ]

  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead')}
      actions={
        <>
          <Link to="/letters/open-from-earlier">{t('list.openEarlier')}</Link>
          <Link to="/letters/difference">{t('difference.title')}</Link>
        </>
      }
    >
      {mayCheck ? (
        <div className="ff-letters-upload">
          <FileDrop
            label={t('list.upload')}
            help={t('list.uploadHelp')}
            accept={['.pdf', '.docx', '.txt']}
            limitMb={limitMb}
            send={send}
          />
          {existing === null ? null : (
            <button type="button" className="ff-letters-link" onClick={() => navigate(`/letters/${existing}`)}>
              {t('list.openExisting')}
            </button>
          )}
        </div>
      ) : null}
      <Answer query={query}>
        {({ letters }) => {
          const failed = letters.filter((letter) => letter.state === 'failed')
          const read = letters.filter((letter) => letter.state !== 'failed')
          const { state = '' } = question.filters
          const rows = read.filter((letter) => state === '' || letter.state === state)
          return (
            <>
              <FailedLetters letters={failed} />
              {read.length === 0 ? null : (
                <Filters
                  question={question}
                  count={rows.length}
                  page="/letters"
                  fields={[
                    {
                      name: 'state',
                      label: t('list.state'),
                      options: letterFilters.map((value) => ({ value, words: t(`states.${value}`) })),
                    },
                  ]}
                />
              )}
              {read.length === 0 ? (
                <EmptyState title={t('list.empty')}>
                  <p>{t('list.emptyHelp')}</p>
                </EmptyState>
              ) : (
                <DataTable
                  caption={t('list.caption')}
                  columns={columns}
                  rows={rows}
                  rowKey={(row) => row.id}
                  href={(row) => `/letters/${row.id}`}
                />
              )}
            </>
          )
        }}
      </Answer>
    </Page>
  )
}
