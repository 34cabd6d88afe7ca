import { containing } from '../../../platform/server/containing.ts'
import type { SearchSource } from '../../../platform/server/module.ts'
import { codeForms } from '../../rules/follow-up/code-forms.ts'
import { codeWithWhole } from './part-of-whole.ts'

/** The register in the global search: by code and title, the exact code first, then what begins with the words. */
export const searchRegister: SearchSource = {
  permission: 'followup.read',
  search: async (tx, text, limit) => {
    const pattern = containing(text)
    const codes = codeForms(text)
    const rows = await tx.sql<{ id: string; kind: string; code: string | null; title: string; year: number }[]>`
      select c.id, c.kind, ${codeWithWhole(tx)} as code, c.title, c.year
      from governance.commitment c left join governance.commitment p on p.id = c.parent
      where c.id = any (array(select governance.commitment_containing(sought)
        from unnest(${codes.map(containing)}::text[]) sought))
      order by lower(c.code) = any (${codes}) is not true, c.title not ilike ${pattern.slice(1)}, c.year desc,
        c.position
      limit ${limit}`
    return rows.map((row) => ({
      kind: row.kind,
      title: row.code === null ? row.title : `${row.code} ${row.title}`,
      detail: String(row.year),
      link: `/register/${row.id}`,
    }))
  },
}
