import { catalogue } from '../../../figures/server/index.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import { type ParameterToMeasure, proposeMeasure } from '../../rules/measurability/propose.ts'
import { type LetterLanguage, languageToMinistry, sentenceToMinistry } from '../../rules/measurability/sentence.ts'

interface ParameterRow {
  readonly id: string
  readonly letter: string
  readonly code: string | null
  readonly title: string
  readonly purpose: string | null
  readonly baseline: string | null
  readonly requirements: readonly { text: string; comparison: string | null; number: number | null }[]
}

interface LetterRow {
  readonly id: string
  readonly text: string
  readonly decided: string | null
}

/** Parameters that nobody has looked at: those of one letter, or of all. */
const unproposed = (tx: Tx, letter: string | null) =>
  tx.sql<ParameterRow[]>`
    select c.id, c.letter, c.code, c.title, c.purpose, c.baseline,
      coalesce((select jsonb_agg(jsonb_build_object('text', concat_ws(' ', r.text, r.sub_requirement),
        'comparison', r.comparison, 'number', r.number) order by r.position)
        from governance.requirement r where r.commitment = c.id), '[]') as requirements
    from governance.commitment c
    where c.kind = 'steering-parameter' and c.state in ('open', 'done')
      ${letter === null ? tx.sql`` : tx.sql`and c.letter = ${letter}`}
      and not exists (select from governance.measure m where m.commitment = c.id)`

const languages = async (tx: Tx, letters: readonly string[]): Promise<Map<string, LetterLanguage>> => {
  const rows = await tx.sql<LetterRow[]>`
    select l.id, l.text, (select o.written_language from reference.organisation_name o
      where o.kind = 'ministry' and l.ministry in (o.name_nb, o.name_nn) limit 1) as decided
    from governance.letter l where l.id = any(${[...letters]})`
  return new Map(rows.map((row) => [row.id, languageToMinistry(row.decided, row.text)]))
}

/**
 * Proposes how each steering parameter of a letter (null: of every letter) can be measured, where there is no proposal
 * yet. Called when a letter is approved, and daily for what came in otherwise. Returns how many were proposed.
 */
export const proposeMeasures = async (tx: Tx, letter: string | null): Promise<number> => {
  const parameters = await unproposed(tx, letter)
  if (parameters.length === 0) return 0
  const language = await languages(tx, [...new Set(parameters.map((parameter) => parameter.letter))])
  const rows = parameters.map((parameter) => {
    const asked: ParameterToMeasure = parameter
    const found = proposeMeasure(asked, catalogue)
    return {
      commitment: parameter.id,
      way: found.way,
      figure: found.figure,
      outside_source: found.outsideSource,
      reason_code: found.reason,
      register: found.register,
      sentence_to_ministry: sentenceToMinistry(parameter, found.reason, language.get(parameter.letter) ?? 'nb'),
    }
  })
  await tx.sql`insert into governance.measure ${tx.sql.values(rows)} on conflict (commitment) do nothing`
  const flagged = rows.filter((row) => row.way === 'not-measurable').length
  tx.audit({
    action: 'measures.propose',
    kind: 'letter',
    id: letter ?? 'all',
    detail: { parameters: rows.length, flagged },
  })
  return rows.length
}
