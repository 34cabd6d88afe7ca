import type { SearchSource } from '../../../platform/server/module.ts'
import { containing } from './list-filter.ts'

/** The register in the global search: by code and title, the exact code first, then what begins with the words. */
export const registerSearch: SearchSource = {
  permission: 'followup.read',
  search: async (tx, text, limit) => {
    const pattern = containing(text)
    const rows = await tx.sql<{ id: string; kind: string; code: string | null; title: string; year: number }[]>`
      select id, kind, code, title, year from governance.commitment
      where code ilike ${pattern} or title ilike ${pattern}
      order by lower(code) is distinct from lower(${text}), title not ilike ${pattern.slice(1)}, year desc, position
      limit ${limit}`
    return rows.map((row) => ({
      kind: row.kind,
      title: row.code === null ? row.title : `${row.code} ${row.title}`,
      detail: String(row.year),
      link: `/register/${row.id}`,
    }))
  },
}
