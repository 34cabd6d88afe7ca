import type { ExportList } from '../../platform/server/register/export-list.ts'
import { pageOf, totalOf } from '../../platform/server/register/list.ts'
import { AccessLogFilter } from '../rules/contracts.ts'
import { osloTime } from './oslo-time.ts'
import { texts } from './texts.ts'
import { accessLog, accessLogEntries } from './view-access-log.ts'

/** The access log as a file, as it is searched. Whoever takes it out leaves a line: also the one who controls is seen. */
export const exportAccessLog: ExportList<typeof AccessLogFilter> = {
  name: 'access-log',
  permission: 'access.log.search',
  summary: 'who has looked at whom, as searched',
  filter: AccessLogFilter,
  formats: ['xlsx', 'csv'],
  asked: { action: 'access-log.export', kind: 'access-log' },
  words: (locale) => {
    const { title, at, actor, organisation, person, kind, reference } = texts[locale].log
    const columns = [at, actor, organisation, person, kind].map(
      (name) => ({ title: name, kind: 'text', width: 24 }) as const,
    )
    return { file: 'innsynslogg', title, columns: [...columns, { title: reference, kind: 'text', width: 40 }] }
  },
  count: (tx, filter, most) => totalOf(tx, accessLog, filter, most),
  page: async (tx, filter, after, limit) => {
    const { ids, next } = await pageOf(tx, accessLog, { filter, sort: 'newest', limit, after })
    const lines = await accessLogEntries(tx, ids)
    return {
      rows: lines.map((line) => [
        osloTime(line.at),
        line.actor || (line.actorId ?? ''),
        line.organisation,
        line.person || line.personId,
        line.kind,
        line.record,
      ]),
      next,
    }
  },
}
