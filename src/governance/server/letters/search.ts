import type { SearchSource } from '../../../platform/server/module.ts'

/** Letters by title, reference or words in the text. The register's own things are found by follow-up. */
export const letterSearch: SearchSource = {
  permission: 'letter.read',
  search: async (tx, text, limit) => {
    const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`
    const rows = await tx.sql<
      { id: string; title: string; reference: string | null; date: string | null; found: string }[]
    >`
      select id, title, reference, letter_date as date,
        case when title ilike ${pattern} or reference ilike ${pattern} then ''
          else substr(text, greatest(1, position(lower(${text}) in lower(text)) - 40), 120) end as found
      from governance.letter
      where state in ('checking', 'approved')
        and (title ilike ${pattern} or reference ilike ${pattern} or text ilike ${pattern})
      order by (title ilike ${pattern} or coalesce(reference, '') ilike ${pattern}) desc, letter_date desc nulls last
      limit ${limit}`
    return rows.map((row) => ({
      kind: 'letter',
      title: row.title,
      detail: row.found.replace(/\s+/g, ' ').trim() || [row.reference, row.date].filter(Boolean).join(' · '),
      link: `/letters/${row.id}`,
    }))
  },
}
