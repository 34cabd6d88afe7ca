import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { ask } from '../../platform/web/api/ask.ts'
import { useLocale, useTexts } from '../../platform/web/i18n/texts.ts'
import { Answer } from '../../platform/web/parts/Answer.tsx'
import { type Column, DataTable } from '../../platform/web/parts/DataTable.tsx'
import { EmptyState } from '../../platform/web/parts/EmptyState.tsx'
import { Page } from '../../platform/web/parts/Page.tsx'
import type { CatalogueAnswer } from '../rules/catalogue.ts'
import { texts } from './texts.ts'

type Figure = CatalogueAnswer['figures'][number]

/** The figures that are defined; while there are none, what will be here and what that means. */
export const FiguresPage = () => {
  const t = useTexts(texts)
  const locale = useLocale()
  const query = useQuery({
    queryKey: ['figures', 'catalogue'],
    queryFn: () => ask<CatalogueAnswer>('/api/figures/catalogue'),
  })
  const columns: readonly Column<Figure>[] = [
    { id: 'name', title: t('name'), cell: (figure) => figure.name[locale], sort: (figure) => figure.name[locale] },
    { id: 'code', title: t('code'), cell: (figure) => figure.code, card: true },
    { id: 'unit', title: t('unit'), cell: (figure) => t(`units.${figure.unit}`), card: true },
    { id: 'over', title: t('countsOver'), cell: (figure) => figure.countsOver.join(', ') },
  ]
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Answer query={query}>
        {({ figures }) => (
          <DataTable
            caption={t('table')}
            columns={columns}
            rows={figures}
            rowKey={(figure) => figure.code}
            empty={
              <EmptyState title={t('empty')} action={<Link to="/measurability">{t('toMeasurability')}</Link>}>
                <p>{t('emptyLead')}</p>
                <p>{t('emptyMeaning')}</p>
              </EmptyState>
            }
          />
        )}
      </Answer>
    </Page>
  )
}
