import type { Sql } from '../../../platform/server/database/connect.ts'

/** What a test says of a commitment; the rest has plain values. */
export interface CommitmentSeed {
  readonly letter: string
  readonly title: string
  readonly kind?: string
  readonly code?: string
  readonly goal?: string
  readonly parent?: string
  readonly year?: number
  readonly unit?: string
  readonly person?: string
  readonly light?: string
  readonly state?: string
  readonly source?: readonly [number, number]
  /** Dates of the letter's deadlines. */
  readonly deadlines?: readonly string[]
  readonly requirements?: readonly string[]
}

/** An approved letter of the year with a text. */
export const addLetter = async (owner: Sql, title: string, year: number, text = ''): Promise<string> => {
  const [file] = await owner<{ id: string }[]>`
    insert into platform.file (name, media_type, size, sha256, bytes, permission)
    values (${`${title}.txt`}, 'text/plain', 1, ${title}, ${Buffer.from('x')}, 'letter.read') returning id`
  const [letter] = await owner<{ id: string }[]>`
    insert into governance.letter (state, kind, title, year, letter_date, file, sha256, text)
    values ('approved', 'allocation-letter', ${title}, ${year}, ${`${year}-01-15`}, ${file?.id ?? ''}, ${title}, ${text})
    returning id`
  return letter?.id ?? ''
}

/** A goal of a letter. */
export const addGoal = async (owner: Sql, letter: string, number: string, title: string, year = 2026) => {
  const [goal] = await owner<{ id: string }[]>`insert into governance.goal (letter, year, number, title, position)
    values (${letter}, ${year}, ${number}, ${title}, ${Number(number)}) returning id`
  return goal?.id ?? ''
}

let made = 0

/** A commitment with its deadlines and requirements, as the approval of a letter leaves it. */
export const addCommitment = async (owner: Sql, seed: CommitmentSeed): Promise<string> => {
  const id = crypto.randomUUID()
  made += 1
  const deadlines = [...(seed.deadlines ?? [])].sort()
  const row = {
    id,
    kind: seed.kind ?? 'assignment',
    letter: seed.letter,
    goal: seed.goal ?? null,
    parent: seed.parent ?? null,
    year: seed.year ?? 2026,
    code: seed.code ?? null,
    title: seed.title,
    position: made,
    state: seed.state ?? 'open',
    light: seed.light ?? null,
    owner_unit: seed.unit ?? null,
    owner_person: seed.person ?? null,
    source_start: seed.source?.[0] ?? null,
    source_end: seed.source?.[1] ?? null,
    next_deadline: deadlines[0] ?? null,
  }
  await owner`insert into governance.commitment ${owner.values(row)}`
  for (const due of deadlines) await owner`insert into governance.deadline (commitment, due) values (${id}, ${due})`
  for (const [position, text] of (seed.requirements ?? []).entries()) {
    await owner`insert into governance.requirement (commitment, position, text) values (${id}, ${position}, ${text})`
  }
  return id
}
