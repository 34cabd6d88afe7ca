import { containing } from '../../../platform/server/containing.ts'
import type { SearchSource } from '../../../platform/server/module.ts'

/** Characters of a letter's text shown before what was searched for, and in all. */
const before = 40
const whole = 120

/** Whole words only: what the cut left of the first and the last word goes, and dots say that there is more. */
export const excerptOf = (cut: string, atStart: boolean, atEnd: boolean): string => {
  const words = cut.replace(/\s+/g, ' ').trim().split(' ')
  const shown = words.slice(atStart || words.length === 1 ? 0 : 1, atEnd || words.length < 3 ? undefined : -1)
  return `${atStart ? '' : '… '}${shown.join(' ')}${atEnd ? '' : ' …'}`
}

/** Letters by title, reference or words in the text. The register's own things are found by follow-up. */
export const searchLetters: SearchSource = {
  permission: 'letter.read',
  search: async (tx, text, limit) => {
    const pattern = containing(text)
    const rows = await tx.sql<
      {
        id: string
        title: string
        reference: string | null
        date: string | null
        found: string
        atStart: boolean
        atEnd: boolean
      }[]
    >`
      select id, title, reference, letter_date as date,
        case when title ilike ${pattern} or reference ilike ${pattern} then ''
          else substr(text, greatest(1, place - ${before}::int), ${whole}::int) end as found,
        place <= ${before}::int + 1 as "atStart", place - ${before}::int + ${whole}::int > length(text) as "atEnd"
      from governance.letter, lateral (select position(lower(${text}) in lower(text)) as place) of
      where state in ('checking', 'approved')
        and (title ilike ${pattern} or reference ilike ${pattern} or text ilike ${pattern})
      order by (title ilike ${pattern} or coalesce(reference, '') ilike ${pattern}) desc, letter_date desc nulls last
      limit ${limit}`
    return rows.map((row) => ({
      kind: 'letter',
      title: row.title,
      detail:
        row.found === ''
          ? [row.reference, row.date].filter(Boolean).join(' · ')
          : excerptOf(row.found, row.atStart, row.atEnd),
      link: `/letters/${row.id}`,
    }))
  },
  near: async (tx, text, limit) => {
    const rows = await tx.sql<{ id: string; title: string; reference: string | null; date: string | null }[]>`
      select id, title, reference, letter_date as date from governance.letter
      where state in ('checking', 'approved') and id = any (array(select governance.letter_like(${text})))
      order by public.word_similarity(${text}, title) desc, letter_date desc nulls last limit ${limit}`
    return rows.map((row) => ({
      kind: 'letter',
      title: row.title,
      detail: [row.reference, row.date].filter(Boolean).join(' · '),
      link: `/letters/${row.id}`,
    }))
  },
}
