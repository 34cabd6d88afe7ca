import { Button } from '@navikt/ds-react'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { ExportAsked, ExportFormat } from '../../rules/export-shapes.ts'
import { type Query, type SentFile, sendForFile } from '../api/ask.ts'
import { formatNumber } from '../format.ts'
import { platformTexts } from '../i18n/platform.ts'
import { useLocale, useTexts } from '../i18n/texts.ts'
import { ProblemNotice } from '../parts/ProblemNotice.tsx'

/** Gives a file to the browser, as if it had been a link. */
const save = ({ name, file }: SentFile): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // Not before the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** Takes out a list as it is filtered: the file at once, or, of a long one, word that it is being made and where it comes. */
export const ExportButton = (props: { list: string; format: ExportFormat; filter: Query; children: ReactNode }) => {
  const t = useTexts(platformTexts)
  const locale = useLocale()
  const taking = useMutation({
    mutationFn: () => {
      const filter = Object.fromEntries(Object.entries(props.filter).filter(([, value]) => value !== ''))
      return sendForFile<ExportAsked>(`/api/exports/${props.list}`, { filter, format: props.format })
    },
    onSuccess: (answer) => {
      if ('file' in answer) save(answer)
    },
  })
  const asked = taking.data !== undefined && 'export' in taking.data ? taking.data : null
  return (
    <>
      <Button size="small" variant="secondary" loading={taking.isPending} onClick={() => taking.mutate()}>
        {props.children}
      </Button>
      <div role="status">
        {asked === null ? null : (
          <>
            {t('exports.begun', { rows: formatNumber(asked.rows, locale) })}{' '}
            <Link to="/exports">{t('exports.see')}</Link>
          </>
        )}
      </div>
      {taking.isError ? <ProblemNotice error={taking.error} /> : null}
    </>
  )
}
