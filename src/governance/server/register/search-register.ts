import { containing } from '../../../platform/server/containing.ts'
import type { Fragment } from '../../../platform/server/database/sql.ts'
import type { SearchSource } from '../../../platform/server/module.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import { codeForms } from '../../rules/follow-up/code-forms.ts'
import { codeWithWhole } from './part-of-whole.ts'

const read = async (tx: Tx, ids: Fragment, first: Fragment, limit: number) => {
  const rows = await tx.sql<{ id: string; kind: string; code: string | null; title: string; year: number }[]>`
    select c.id, c.kind, ${codeWithWhole(tx)} as code, c.title, c.year
    from governance.commitment c left join governance.commitment p on p.id = c.parent
    where c.id = any (array(${ids})) order by ${first}, c.year desc, c.position limit ${limit}`
  return rows.map((row) => ({
    kind: row.kind,
    title: row.code === null ? row.title : `${row.code} ${row.title}`,
    detail: String(row.year),
    link: `/register/${row.id}`,
  }))
}

/** The register in the global search: by code and title, the exact code first, then what begins with the words. */
export const searchRegister: SearchSource = {
  permission: 'followup.read',
  search: (tx, text, limit) => {
    const codes = codeForms(text)
    return read(
      tx,
      tx.sql`select governance.commitment_containing(sought) from unnest(${codes.map(containing)}::text[]) sought`,
      tx.sql`lower(c.code) = any (${codes}) is not true, c.title not ilike ${containing(text).slice(1)}`,
      limit,
    )
  },
  near: (tx, text, limit) =>
    read(
      tx,
      tx.sql`select governance.commitment_like(${text})`,
      tx.sql`public.word_similarity(${text}, c.title) desc`,
      limit,
    ),
}
