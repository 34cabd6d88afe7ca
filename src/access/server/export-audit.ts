import type { Static } from 'typebox'
import type { Locale } from '../../platform/rules/locale.ts'
import { writeExcel } from '../../platform/server/documents/excel.ts'
import type { AuditEntry } from '../rules/contracts.ts'
import { osloTime } from './oslo-time.ts'
import { texts } from './texts.ts'

/** The lines as a workbook. Action and kind stand as codes, so that a filter made once works in every language. */
export const exportAudit = (lines: readonly Static<typeof AuditEntry>[], locale: Locale) => {
  const { audit: t, log } = texts[locale]
  const headings = [t.at, t.actor, log.organisation, t.action, t.kind, log.reference, t.details]
  return writeExcel([
    {
      name: t.title,
      columns: headings.map((title, index) => ({ title, kind: 'text', width: index > 4 ? 40 : 24 })),
      rows: lines.map((line) => [
        osloTime(line.at),
        line.actor || (line.actorId ?? 'Fotfeste'),
        line.organisation,
        line.action,
        line.kind,
        line.recordName || line.record,
        line.details.map(({ field, value }) => `${field}: ${value}`).join('\n'),
      ]),
    },
  ])
}
