import type { ExportList } from '../../platform/server/register/export-list.ts'
import { pageOf, totalOf } from '../../platform/server/register/list.ts'
import { AuditFilter } from '../rules/contracts.ts'
import { osloTime } from './oslo-time.ts'
import { texts } from './texts.ts'
import { auditEntries, auditLines } from './view-audit.ts'

/**
 * The audit lines as a file, as they are searched. Action and kind stand as codes, so that a filter made once works in every
 * language. Whoever takes it out leaves a line: also the one who controls is seen.
 */
export const exportAudit: ExportList<typeof AuditFilter> = {
  name: 'audit',
  permission: 'audit.read',
  summary: 'who has changed what, as searched',
  filter: AuditFilter,
  formats: ['xlsx'],
  asked: { action: 'audit.export', kind: 'audit' },
  words: (locale) => {
    const { audit: t, log } = texts[locale]
    const headings = [t.at, t.actor, log.organisation, t.action, t.kind, log.reference, t.details]
    return {
      file: 'endringslogg',
      title: t.title,
      columns: headings.map((title, index) => ({ title, kind: 'text', width: index > 4 ? 40 : 24 })),
    }
  },
  count: (tx, filter, most) => totalOf(tx, auditLines, filter, most),
  page: async (tx, filter, after, limit) => {
    const { ids, next } = await pageOf(tx, auditLines, { filter, sort: 'newest', limit, after })
    const lines = await auditEntries(tx, ids)
    return {
      rows: lines.map((line) => [
        osloTime(line.at),
        line.actor || (line.actorId ?? 'Fotfeste'),
        line.organisation,
        line.action,
        line.kind,
        line.recordName || line.record,
        line.details.map(({ field, value }) => `${field}: ${value}`).join('\n'),
      ]),
      next,
    }
  },
}
