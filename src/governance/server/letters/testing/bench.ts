import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { appropriationsModule } from '../../../../appropriations/module.ts'
import { buildApp } from '../../../../platform/server/app.ts'
import { readConfig } from '../../../../platform/server/config.ts'
import type { AppContext } from '../../../../platform/server/module.ts'
import { projectRoot } from '../../../../platform/server/project-root.ts'
import { testDatabase } from '../../../../platform/server/testing/database.ts'
import { type Actor, inTransaction, knownActor, systemActor } from '../../../../platform/server/transaction.ts'
import { demoLetterFolder } from '../../../demo-letters/index.ts'
import { governanceModule } from '../../../module.ts'
import type { ApprovalView } from '../../../rules/approval-shapes.ts'
import type { Done, Finding, LetterView } from '../../../rules/letter-shapes.ts'
import { permissions as rolePermissions } from '../../testing/permissions.ts'
import { readLetterTask } from '../read-letter.ts'

/** Two controllers of the directorate, by the ids of the accounts that the bench makes. */
export const people = {
  ingrid: '00000000-0000-4000-8000-00000000a001',
  omar: '00000000-0000-4000-8000-00000000a002',
} as const

const controller = [
  'letter.read',
  'letter.check',
  'letter.approve',
  'followup.read',
  'followup.internal',
  'followup.write',
  'followup.assign',
  'money.read',
]

/** A person as the session would have established it. */
export const actorOf = (person: keyof typeof people, permissions: readonly string[] = controller): Actor => ({
  ...systemActor('test'),
  personId: people[person],
  name: person,
  permissions: new Set(permissions),
})

/** A problem's answer. */
export interface ProblemAnswer {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/** A demo letter's bytes. */
export const demoLetter = (file: string): Buffer => readFileSync(join(projectRoot, demoLetterFolder, file))

/** The letters' part of the application over HTTP, on a database of its own. */
export const lettersBench = async () => {
  const database = await testDatabase()
  for (const [name, id] of Object.entries(people)) {
    await database.owner`insert into access.account (id, name) values (${id}, ${name})`
  }
  let actor = actorOf('ingrid')
  const context: AppContext = {
    config: readConfig({ FOTFESTE_SECRET: 'x'.repeat(40) }),
    databases: { app: database.app },
    clock: () => new Date('2026-11-23T12:00:00Z'),
    actorOf: () => knownActor(actor),
    permissions: rolePermissions,
  }
  const modules = [appropriationsModule, governanceModule]
  const { app } = await buildApp(context, modules, { version: 'test', webFolder: null })

  const send = async <T = Done>(method: 'GET' | 'POST' | 'PUT', url: string, body?: object) => {
    const answer = await app.inject({ method, url, ...(body ? { payload: body } : {}) })
    return { status: answer.statusCode, body: answer.json<T>() }
  }
  const upload = async <T = Done>(name: string, bytes: Uint8Array | string) => {
    const form = new FormData()
    form.append('file', new Blob([bytes as never]), name)
    const answer = await app.inject({ method: 'POST', url: '/api/letters', payload: form as never })
    return { status: answer.statusCode, body: answer.json<T>() }
  }
  const read = (letter: string) =>
    readLetterTask(
      { letter },
      {
        ...context,
        inTransaction: (work) => inTransaction(context.databases, systemActor('job'), context.clock(), work),
      },
    )
  const view = async (letter: string): Promise<LetterView> =>
    (await send<LetterView>('GET', `/api/letters/${letter}`)).body

  return {
    database,
    context,
    app,
    /** Who asks from now on. */
    as: (next: Actor) => {
      actor = next
    },
    send,
    upload,
    read,
    view,
    /** Hands in a letter and reads it; answers its view. */
    readIn: async (name: string, bytes: Uint8Array | string): Promise<LetterView> => {
      const { body } = await upload(name, bytes)
      await read(body.id)
      return view(body.id)
    },
    /** Accepts and settles everything, lets what is late be late, and approves. */
    approve: async (letter: string): Promise<{ status: number; body: Done }> => {
      const { letter: head } = await view(letter)
      const { body } = await send<ApprovalView>('GET', `/api/letters/${letter}/approval`)
      return send('POST', `/api/letters/${letter}/approve`, {
        version: head.version,
        reason: 'Alt er sett over samlet',
        late: body.late.map(({ key, due }) => ({ key, due, choice: 'open' })),
      })
    },
    drop: async () => {
      await app.close()
      await database.drop()
    },
  }
}

/** The bench. */
export type LettersBench = Awaited<ReturnType<typeof lettersBench>>

/** The first finding that fits; a test that finds none fails here. */
export const findingOf = (view: LetterView, fits: (finding: Finding) => boolean): Finding => {
  const found = view.findings.find(fits)
  if (!found) throw new Error('no such finding')
  return found
}
