import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../platform/server/testing/database.ts'
import { inTransaction, systemActor, type Tx } from '../../platform/server/transaction.ts'
import { permissions } from './testing/permissions.ts'
import { addCommitment, addLetter } from './testing/register-rows.ts'

let database: Awaited<ReturnType<typeof testDatabase>>

beforeAll(async () => {
  database = await testDatabase()
  const approved = await addLetter(database.owner, 'Tildelingsbrev', 2026)
  const unfinished = await addLetter(database.owner, 'Tillegg', 2026)
  await database.owner`update governance.letter set state = 'checking' where id = ${unfinished}`
  const assignment = await addCommitment(database.owner, { letter: approved, title: 'Oppdrag' })
  await database.owner`insert into governance.status_note (commitment, light, deviation, measures)
    values (${assignment}, 'red', 'Forsinket', 'Tiltak')`
  await database.owner`insert into governance.finding (letter, kind, position, content)
    values (${unfinished}, 'goal', 1, '{}'), (${approved}, 'goal', 1, '{}')`
})
afterAll(() => database.drop())

const seenBy = (role: string, kind: string) =>
  inTransaction(
    { app: database.app },
    { ...systemActor('test'), permissions: new Set(permissions.of(role, kind)) },
    new Date('2026-11-23T12:00:00Z'),
    async ({ sql }: Tx) => {
      const [row] = await sql<Record<string, number>[]>`select
        (select count(*) from governance.commitment) as commitments, (select count(*) from governance.letter) as letters,
        (select count(*) from governance.status_note) as notes, (select count(*) from governance.finding) as findings,
        (select count(*) from history.governance_letter) as earlier`
      return row
    },
  )

it.each([
  ['caseworker', 'directorate-unit', { commitments: 1, letters: 2, notes: 1, findings: 2, earlier: 1 }],
  ['ministry-contact', 'ministry', { commitments: 1, letters: 1, notes: 0, findings: 1, earlier: 0 }],
  ['refugee-service', 'municipality', { commitments: 0, letters: 0, notes: 0, findings: 0, earlier: 0 }],
])('a %s in a %s is shown by the database no more than the role needs', async (role, kind, seen) => {
  expect(await seenBy(role, kind)).toEqual(seen)
})
