/**
 * How quickly a lookup answers over HTTP while the worst letters of two million characters are read in the background
 * (goal: p99 below 50 ms), beside the same with nothing else going on. Ends with 1 when the goal is missed.
 * The server and its jobs run in a thread of their own each, the lookups come from this one at 50 a second.
 * Usage: node scripts/run-ts.mjs bench/reading-beside.ts
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { loadDemoAccess } from '../src/access/server/index.ts'
import { loginAs } from '../src/access/server/testing.ts'
import { modules } from '../src/app/modules.ts'
import { createServer } from '../src/app/server.ts'
import { addCommitment, addLetter } from '../src/governance/server/testing/register-rows.ts'
import { type Config, readConfig } from '../src/platform/server/config.ts'
import { connect, type Sql } from '../src/platform/server/database/connect.ts'
import { startEmbedded } from '../src/platform/server/database/embedded.ts'
import { migrate } from '../src/platform/server/database/migrate.ts'
import { builtEntry } from '../src/platform/server/isolated/built-entry.ts'
import { startJobs } from '../src/platform/server/jobs.ts'
import { atRate, overHttp, percentile } from './shared/over-http.ts'

const rate = 50
const goalMs = 50
const characters = 2_000_000

const configOf = (): Config => readConfig({ FOTFESTE_SECRET: 'bench'.repeat(10), FOTFESTE_DEMO: 'yes' })

/** What a thread is to do: answer people, or run jobs; the two share nothing but the database, as in `fotfeste serve`. */
interface Orders {
  readonly databaseUrl: string
  readonly part: 'web' | 'jobs'
}

/** A thread: listens on a free port and reports which, or runs the jobs and reports that it does. */
const serve = async ({ databaseUrl, part }: Orders): Promise<void> => {
  const app = connect(databaseUrl, { role: 'fotfeste_app', name: `bench ${part}`, max: 16 })
  const server = await createServer({ config: configOf(), databases: { app }, version: 'bench', webFolder: null })
  if (part === 'jobs') {
    await builtEntry('open-text')
    await startJobs(server.context, modules, databaseUrl, { info: console.error, error: console.error })
    parentPort?.postMessage(0)
    return
  }
  await server.app.listen({ port: 0, host: '127.0.0.1' })
  const address = server.app.server.address()
  parentPort?.postMessage(typeof address === 'object' && address !== null ? address.port : 0)
}

/** Starts a thread and waits for what it reports. */
const start = async (orders: Orders): Promise<{ thread: Worker; reported: number }> => {
  const thread = new Worker(new URL(import.meta.url), { workerData: orders })
  const reported = await new Promise<number>((resolve, reject) => {
    thread.once('message', resolve)
    thread.once('error', reject)
  })
  return { thread, reported }
}

const opening = `DET KONGELIGE HAVDEPARTEMENT
Tangverket
Dato
9. januar 2026
Tildelingsbrev for Tangverket for 2026
1. INNLEDNING
Havdepartementet gir med dette Tangverket rammene for 2026.
2. MÅL OG OPPDRAG
Oppdrag nr. 2026-01 Kartlegge tare i ytre strøk
Beskrivelse av oppdraget
`

/** A letter of one line over and over; `#` counts upwards. */
const letterOf = (line: string): string => {
  const lines = [opening]
  for (let size = opening.length, n = 1; size < characters; n += 1) {
    const next = line.replace('#', String(n))
    size += next.length
    if (size <= characters) lines.push(next)
  }
  return lines.join('')
}

/** The letters that take longest, by what they take: the reader's own time, and what is kept of them. */
const letters: readonly (readonly [string, string])[] = [
  ['short lines', letterOf('- a\n')],
  ['many assignments', letterOf('2026-# Aa bb\n')],
]

/** Hands in a letter; gives its id. */
const handIn = async (home: string, headers: Record<string, string>, name: string, text: string): Promise<string> => {
  const form = new FormData()
  form.append('file', new Blob([text]), `${name}.txt`)
  const answer = await fetch(`${home}/api/letters`, { method: 'POST', headers, body: form })
  if (!answer.ok) throw new Error(`the upload was answered ${answer.status}`)
  return ((await answer.json()) as { id: string }).id
}

/** Waits until the letter is read or has failed; gives which, and what was found. */
const waitFor = async (owner: Sql, letter: string): Promise<string> => {
  for (;;) {
    const [row] = await owner<{ state: string; findings: number }[]>`select state,
      (select count(*)::int from governance.finding where letter = l.id) as findings
      from governance.letter l where id = ${letter}`
    if (row && row.state !== 'reading') return `${row.state}, ${row.findings} findings`
    await sleep(100)
  }
}

const main = async (): Promise<void> => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'fotfeste-bench-'))
  const database = await startEmbedded({ dataFolder })
  try {
    await migrate(database.url)
    const owner = connect(database.url, { name: 'bench owner', max: 1 })
    await loadDemoAccess(owner, configOf())
    const login = await loginAs(owner, 'controller')
    const letter = await addLetter(owner, 'Tildelingsbrev', 2026)
    const commitment = await addCommitment(owner, { letter, title: 'Bosette flere', deadlines: ['2026-06-01'] })
    const web = await start({ databaseUrl: database.url, part: 'web' })
    const jobs = await start({ databaseUrl: database.url, part: 'jobs' })
    const home = `http://127.0.0.1:${web.reported}`
    const agent = new Agent({ keepAlive: true, maxSockets: 10 })
    const lookUp = () => overHttp(agent, `${home}/api/commitments/${commitment}`, { cookie: login.headers.cookie })
    for (let turn = 0; turn < 200; turn += 1) await lookUp()

    const results: Record<string, string | number>[] = []
    let missed = false
    const measure = async (name: string, goesOn: (turn: number) => boolean, outcome: () => string) => {
      const times = await atRate(rate, goesOn, lookUp)
      const [median, slow, slowest] = [0.5, 0.99, 1 - 1e-9].map((share) => Number(percentile(times, share).toFixed(1)))
      missed ||= Number(slow) >= goalMs
      results.push({
        'beside the lookups': name,
        seconds: Math.round(times.length / rate),
        'median ms': Number(median),
        'p99 ms': Number(slow),
        'slowest ms': Number(slowest),
        outcome: outcome(),
      })
    }
    await measure(
      'nothing',
      (turn) => turn < 10 * rate,
      () => '',
    )
    for (const [name, text] of letters) {
      const id = await handIn(home, login.headers, name, text)
      let outcome = ''
      const done = waitFor(owner, id).then((state) => {
        outcome = state
      })
      await measure(
        name,
        () => outcome === '',
        () => outcome,
      )
      await done
    }
    console.table(results)
    if (missed) {
      console.error(`p99 was not below ${goalMs} ms`)
      process.exitCode = 1
    }
    agent.destroy()
    await Promise.all([web.thread.terminate(), jobs.thread.terminate()])
    await owner.end({ timeout: 1 })
  } finally {
    await database.release()
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 10 })
  }
}

await (isMainThread ? main() : serve(workerData as Orders))
