import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { storeParts } from '../../../platform/server/files.ts'
import type { AppContext } from '../../../platform/server/module.ts'
import { projectRoot } from '../../../platform/server/project-root.ts'
import { type Actor, inTransaction, systemActor, type Tx } from '../../../platform/server/transaction.ts'
import { type DemoLetter, demoLetterFolder, demoLetters } from '../../demo-letters/index.ts'
import { sendReminders } from '../rhythm/send-reminders.ts'
import { approveLetter } from './approve-letter.ts'
import { acceptFinding } from './check-finding.ts'
import { handleDoubt } from './check-letter.ts'
import { followUpDemo } from './demo-follow-up.ts'
import { readLetterTask } from './read-letter.ts'
import { uploadLetter } from './upload-letter.ts'
import { viewApproval } from './view-approval.ts'
import { viewLetter } from './view-letter.ts'

/** The one who does everything in the demo; loaded with the demo's people. */
const controllerMail = 'controller@example.no'

/** The last letter is left half checked, for people to try. */
const leftToCheck = demoLetters.at(-1)?.file

type InTx = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/** The demo's controller as an actor, or null where the demo's people are not loaded. */
const demoController = async (asSystem: InTx): Promise<Actor | null> => {
  const [person] = await asSystem(
    (tx) => tx.sql<{ id: string; name: string; organisation: string }[]>`
      select r.account as id, r.name, r.organisation from access.role_in_force(platform.today()) r
      join platform.addressee a on a.id = r.account where a.email = ${controllerMail} and r.role = 'controller' limit 1`,
  )
  if (!person) return null
  return {
    ...systemActor('demo'),
    personId: person.id,
    name: person.name,
    organisationId: person.organisation,
    role: 'controller',
    permissions: new Set([
      'letter.read',
      'letter.check',
      'letter.approve',
      'followup.read',
      'followup.write',
      'followup.assign',
      'money.read',
      'people.read',
      'organisation.read',
    ]),
  }
}

const isLoaded = async (tx: Tx, sha256: string): Promise<boolean> =>
  (await tx.sql`select from governance.letter where sha256 = ${sha256}`).length > 0

/** Accepts findings one by one and settles the doubts, as a person would. `share` of them, from the beginning. */
const check = async (tx: Tx, letter: string, share: number): Promise<void> => {
  const view = await viewLetter(tx, letter)
  for (const finding of view.findings.slice(0, Math.ceil(view.findings.length * share))) {
    if (finding.state === 'open' && (share === 1 || finding.doubts.length === 0)) {
      await acceptFinding(tx, finding.id, finding.version)
    }
  }
  if (share < 1) return
  for (const doubt of view.doubts) {
    await handleDoubt(tx, doubt.id, doubt.version, 'Avklart med departementet på telefon; brevet står som det er.')
  }
}

const load = async (context: AppContext, asController: InTx, asSystem: InTx, letter: DemoLetter): Promise<void> => {
  const bytes = readFileSync(join(projectRoot, demoLetterFolder, letter.file))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (await asController((tx) => isLoaded(tx, sha256))) return
  const upload = await storeParts(asController, `${letter.name}.txt`, [bytes])
  const { id } = await asController((tx) => uploadLetter(tx, upload))
  await readLetterTask({ letter: id }, { ...context, inTransaction: asSystem })
  if (letter.file === leftToCheck) return asController((tx) => check(tx, id, 0.4))
  await asController((tx) => check(tx, id, 1))
  await asController(async (tx) => {
    const view = await viewLetter(tx, id)
    const { late } = await viewApproval(tx, id)
    const stillOpen = late.map(({ key, due }) => ({ key, due, choice: 'open' as const }))
    await approveLetter(tx, id, view.letter.version, null, stillOpen)
  })
}

/**
 * Takes the demo's letters through the same services as people use: read in, checked and approved by the demo's
 * controller, the last one left to check; then follows up what they ask for, and sends the reminders that are due, so
 * that there is one to see before the first morning. May be run again: a letter that is there
 * is left as people have changed it. Does nothing where the demo's people are not loaded.
 */
export const loadDemoLetters = async (context: AppContext): Promise<void> => {
  const run =
    (actor: Actor): InTx =>
    (work) =>
      inTransaction(context.databases, actor, context.clock(), work)
  const asSystem = run(systemActor('demo'))
  const controller = await demoController(asSystem)
  if (!controller) return
  for (const letter of demoLetters) await load(context, run(controller), asSystem, letter)
  await run(controller)(followUpDemo)
  await asSystem(sendReminders)
}
