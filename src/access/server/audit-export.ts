import type { Static } from 'typebox'
import { writeExcel } from '../../platform/server/documents/excel.ts'
import type { AuditEntry } from '../rules/contracts.ts'
import { osloTime } from './oslo-time.ts'

const words = {
  nb: {
    sheet: 'Endringslogg',
    headings: ['Tidspunkt', 'Hvem', 'Virksomhet', 'Handling', 'Hva slags', 'Referanse', 'Detaljer'],
  },
  nn: {
    sheet: 'Endringslogg',
    headings: ['Tidspunkt', 'Kven', 'Verksemd', 'Handling', 'Kva slag', 'Referanse', 'Detaljar'],
  },
  en: {
    sheet: 'Audit log',
    headings: ['Time', 'Who', 'Organisation', 'Action', 'Kind', 'Reference', 'Details'],
  },
} as const

/** The lines as a workbook. Action and kind stand as codes, so that a filter made once works in every language. */
export const auditAsExcel = (lines: readonly Static<typeof AuditEntry>[], locale: 'nb' | 'nn' | 'en') =>
  writeExcel([
    {
      name: words[locale].sheet,
      columns: words[locale].headings.map((title, index) => ({ title, kind: 'text', width: index > 4 ? 40 : 24 })),
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
