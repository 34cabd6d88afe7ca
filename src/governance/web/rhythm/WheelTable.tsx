import { Table } from '@navikt/ds-react'
import { useLocale, useTexts } from '../../../platform/web/i18n/texts.ts'
import { monthName, monthOf, months } from './month-name.ts'
import { texts } from './texts.ts'
import { tones } from './tone.ts'
import type { Marked } from './wheel.ts'

/** What the wheel shows, as numbers: months down, tones across. */
export const WheelTable = ({ dates, caption }: { dates: readonly Marked[]; caption: string }) => {
  const t = useTexts(texts)
  const locale = useLocale()
  return (
    <div className="ff-rows__scroll">
      <Table size="small">
        <caption className="aksel-sr-only">{caption}</caption>
        <Table.Header>
          <Table.Row>
            <Table.ColumnHeader scope="col">{t('calendar.tableMonth')}</Table.ColumnHeader>
            {tones.map((tone) => (
              <Table.ColumnHeader key={tone} scope="col" align="right">
                {t(`tones.${tone}`)}
              </Table.ColumnHeader>
            ))}
            <Table.ColumnHeader scope="col" align="right">
              {t('calendar.tableSum')}
            </Table.ColumnHeader>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {months.map((month) => {
            const own = dates.filter((date) => monthOf(date.due) === month)
            return (
              <Table.Row key={month}>
                <Table.HeaderCell scope="row">{monthName(month, locale)}</Table.HeaderCell>
                {tones.map((tone) => (
                  <Table.DataCell key={tone} className="ff-number">
                    {own.filter((date) => date.tone === tone).length}
                  </Table.DataCell>
                ))}
                <Table.DataCell className="ff-number">{own.length}</Table.DataCell>
              </Table.Row>
            )
          })}
        </Table.Body>
      </Table>
    </div>
  )
}
