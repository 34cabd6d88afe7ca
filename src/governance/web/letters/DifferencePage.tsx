import { Button, Checkbox, Select } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../platform/web/parts/Answer.tsx'
import { EmptyState } from '../../../platform/web/parts/EmptyState.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { useUrlState } from '../../../platform/web/parts/useUrlState.ts'
import type { LetterLine } from '../../rules/letter-shapes.ts'
import { DifferenceSection } from './DifferenceSection.tsx'
import { differenceQuery, listQuery } from './queries.ts'
import { texts } from './texts.ts'
import './letters.css'

const defaults = { from: '', to: '', same: '' }

/** The two letters that one most often compares: the newest allocation letter and the one of the year before. */
const usualPair = (letters: readonly LetterLine[]): { from: string; to: string } => {
  const yearly = letters.filter((letter) => letter.kind === 'allocation-letter')
  return { from: yearly[1]?.id ?? '', to: yearly[0]?.id ?? '' }
}

/** What is new, gone and changed from one letter to another. */
export const DifferencePage = () => {
  const t = useTexts(texts)
  const [chosen, set] = useUrlState(defaults)
  const list = useQuery(listQuery)
  const letters = (list.data?.letters ?? []).filter(({ state }) => state === 'checking' || state === 'approved')
  const usual = usualPair(letters)
  const from = chosen.from || usual.from
  const to = chosen.to || usual.to
  const query = useQuery(differenceQuery(from, to))

  const chooser = (label: string, value: string, choose: (id: string) => void) => (
    <Select size="small" label={label} value={value} onChange={(event) => choose(event.target.value)}>
      <option value="">–</option>
      {letters.map((letter) => (
        <option key={letter.id} value={letter.id}>
          {letter.title}
        </option>
      ))}
    </Select>
  )

  return (
    <Page
      title={t('difference.title')}
      lead={t('difference.lead')}
      breadcrumbs={[{ to: '/letters', words: t('list.title') }]}
      actions={
        from !== '' && to !== '' ? (
          <div className="ff-letters-row ff-no-print">
            <a href={`/api/letters/${to}/difference.xlsx?with=${from}`} download>
              {t('difference.excel')}
            </a>
            <Button size="small" variant="secondary" onClick={() => window.print()}>
              {t('difference.print')}
            </Button>
          </div>
        ) : null
      }
    >
      <div className="ff-letters-row ff-no-print">
        {chooser(t('difference.from'), from, (id) => set({ from: id }))}
        {chooser(t('difference.to'), to, (id) => set({ to: id }))}
        <Checkbox
          size="small"
          checked={chosen.same === 'yes'}
          onChange={(event) => set({ same: event.target.checked ? 'yes' : '' })}
        >
          {t('difference.same')}
        </Checkbox>
      </div>
      {list.isSuccess && (from === '' || to === '') ? (
        <EmptyState title={t('difference.choose')}>
          <p>{t('difference.chooseHelp')}</p>
        </EmptyState>
      ) : (
        <Answer query={query}>
          {({ before, after, sections }) => (
            <>
              <p className="ff-page__lead">
                {before.title} → {after.title}
              </p>
              {sections
                .filter((section) => section.rows.length > 0)
                .map((section) => (
                  <DifferenceSection
                    key={section.section}
                    section={section}
                    before={before.title}
                    after={after.title}
                    showSame={chosen.same === 'yes'}
                  />
                ))}
            </>
          )}
        </Answer>
      )}
    </Page>
  )
}
