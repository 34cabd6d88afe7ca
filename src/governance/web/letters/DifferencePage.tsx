import { Checkbox, Radio, RadioGroup, Select } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { address } from '../../../platform/web/api/ask.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../platform/web/parts/Answer.tsx'
import { DateField } from '../../../platform/web/parts/DateField.tsx'
import { DownloadLink } from '../../../platform/web/parts/DownloadLink.tsx'
import { EmptyState } from '../../../platform/web/parts/EmptyState.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { PrintButton } from '../../../platform/web/parts/PrintButton.tsx'
import { useUrlState } from '../../../platform/web/parts/useUrlState.ts'
import type { LetterLine } from '../../rules/letter-shapes.ts'
import { maybeSameAgency } from '../../rules/same-thing.ts'
import { DifferenceSection } from './DifferenceSection.tsx'
import { differenceQuery, listQuery, yearDifferenceQuery } from './queries.ts'
import { texts } from './texts.ts'
import './letters.css'

const defaults = { by: '', from: '', to: '', same: '', before: '', after: '', beforeDate: '', afterDate: '' }

/** The letters that one can be compared with: to the same agency. */
const comparable = (letters: readonly LetterLine[], to: LetterLine | undefined): LetterLine[] =>
  letters.filter(({ id, agency }) => id !== to?.id && maybeSameAgency(agency, to?.agency ?? null))

/** What is compared unless one chooses: the newest allocation letter, and the one before it. */
const usualTo = (letters: readonly LetterLine[]): LetterLine | undefined =>
  letters.find(({ kind }) => kind === 'allocation-letter')
const usualFrom = (letters: readonly LetterLine[], to: LetterLine | undefined): LetterLine | undefined =>
  letters.find(({ kind, year }) => kind === 'allocation-letter' && (year ?? 0) < (to?.year ?? 0)) ?? usualTo(letters)

/** The years that have an approved allocation letter, newest first. */
const yearsOf = (letters: readonly LetterLine[]): string[] =>
  [
    ...new Set(
      letters
        .filter(({ state, kind, year }) => state === 'approved' && kind === 'allocation-letter' && year !== null)
        .map(({ year }) => String(year)),
    ),
  ].sort((a, b) => b.localeCompare(a))

/** What is new, gone and changed from one letter to another, or from one year to another with supplements applied. */
export const DifferencePage = () => {
  const t = useTexts(texts)
  const [chosen, set] = useUrlState(defaults)
  const list = useQuery(listQuery)
  const letters = (list.data?.letters ?? []).filter(({ state }) => state === 'checking' || state === 'approved')
  const after = letters.find(({ id }) => id === chosen.to) ?? usualTo(letters)
  const earlier = comparable(letters, after)
  const before = earlier.find(({ id }) => id === chosen.from) ?? usualFrom(earlier, after)
  const [from, to] = [before?.id ?? '', after?.id ?? '']
  const byYear = chosen.by === 'year'
  const allYears = yearsOf(letters)
  const years = {
    before: chosen.before || (allYears[1] ?? ''),
    after: chosen.after || (allYears[0] ?? ''),
    beforeDate: chosen.beforeDate,
    afterDate: chosen.afterDate,
  }
  const letterQuery = useQuery({ ...differenceQuery(from, to), enabled: !byYear && from !== '' && to !== '' })
  const yearQuery = useQuery({
    ...yearDifferenceQuery(years),
    enabled: byYear && years.before !== '' && years.after !== '',
  })
  const query = byYear ? yearQuery : letterQuery
  const isChosen = byYear ? years.before !== '' && years.after !== '' : from !== '' && to !== ''
  const file = byYear
    ? address('/api/letters/years/difference.xlsx', years)
    : `/api/letters/${to}/difference.xlsx?with=${from}`

  const chooser = (label: string, value: string, of: readonly LetterLine[], choose: (id: string) => void) => (
    <Select size="small" label={label} value={value} onChange={(event) => choose(event.target.value)}>
      <option value="">–</option>
      {of.map((letter) => (
        <option key={letter.id} value={letter.id}>
          {letter.title}
        </option>
      ))}
    </Select>
  )

  const yearChooser = (label: string, value: string, choose: (year: string) => void) => (
    <Select size="small" label={label} value={value} onChange={(event) => choose(event.target.value)}>
      <option value="">–</option>
      {allYears.map((year) => (
        <option key={year} value={year}>
          {year}
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
        isChosen ? (
          <div className="ff-letters-row ff-no-print">
            <PrintButton />
            <DownloadLink href={file}>{t('difference.excel')}</DownloadLink>
          </div>
        ) : null
      }
    >
      <div className="ff-letters-row ff-no-print">
        <RadioGroup
          size="small"
          legend={t('difference.compare')}
          value={byYear ? 'year' : ''}
          onChange={(by: string) => set({ by })}
        >
          <Radio value="">{t('difference.letters')}</Radio>
          <Radio value="year">{t('difference.years')}</Radio>
        </RadioGroup>
        {byYear ? (
          <>
            {yearChooser(t('difference.from'), years.before, (before) => set({ before, beforeDate: '' }))}
            <DateField
              label={t('difference.fromDate')}
              value={chosen.beforeDate}
              onChange={(beforeDate) => set({ beforeDate })}
            />
            {yearChooser(t('difference.to'), years.after, (after) => set({ after, afterDate: '' }))}
            <DateField
              label={t('difference.toDate')}
              value={chosen.afterDate}
              onChange={(afterDate) => set({ afterDate })}
            />
          </>
        ) : (
          <>
            {chooser(t('difference.from'), from, earlier, (id) => set({ from: id }))}
            {chooser(t('difference.to'), to, letters, (id) => set({ to: id }))}
          </>
        )}
        <Checkbox
          size="small"
          checked={chosen.same === 'yes'}
          onChange={(event) => set({ same: event.target.checked ? 'yes' : '' })}
        >
          {t('difference.same')}
        </Checkbox>
      </div>
      {list.isSuccess && !isChosen ? (
        <EmptyState title={t(byYear ? 'difference.chooseYears' : 'difference.choose')}>
          <p>{t(byYear ? 'difference.chooseYearsHelp' : 'difference.chooseHelp')}</p>
        </EmptyState>
      ) : (
        <Answer query={query}>
          {({ before, after, sections }) => (
            <>
              <p className="ff-page__lead">
                {before.title} → {after.title}
              </p>
              {[before, after].map(({ id, title, letters: made }) =>
                made === undefined ? null : (
                  <p key={id}>
                    {made.length === 0
                      ? t('difference.noLetters', { title })
                      : t('difference.madeOf', { title, letters: made.join(' · ') })}
                  </p>
                ),
              )}
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
