import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Browser } from '../access/server/testing-browser.ts'
import { type EmbeddedServer, startEmbedded } from '../platform/server/database/embedded.ts'
import { projectRoot } from '../platform/server/project-root.ts'
import { freePort, type Served, scratchFolder, serveDemo } from './testing.ts'

/** A letter is read whatever ends on the way, on a database server that is not ours to start again. */
const folder = scratchFolder()
const dataFolder = join(folder, 'server')
let database: EmbeddedServer
let service: Served
let browser: Browser

beforeAll(async () => {
  database = await startEmbedded({ dataFolder })
  service = await serveDemo(join(folder, 'service'), await freePort(), { FOTFESTE_DATABASE_URL: database.url })
  browser = new Browser(service.home)
  await browser.login('controller')
}, 120_000)
afterAll(async () => {
  service?.process.kill('SIGTERM')
  await service?.ended
  await database?.release()
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
}, 60_000)

/** The first child of a process, once it has one. */
const untilChild = async (parent: number): Promise<number> => {
  for (;;) {
    const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(parent)], { encoding: 'utf8' })
    const child = Number(stdout.trim().split('\n')[0])
    if (child > 0) return child
    await sleep(20)
  }
}

/** Long enough to be read for a second or more; no two are the same. */
const longLetter = (number: number): string => {
  const one = readFileSync(join(projectRoot, 'tests/letters/fjell-nynorsk.txt'), 'utf8')
  return `${one}\n${`Etaten skal følgje opp dette i dialog med kommunane, ${number}.\n`.repeat(10_000)}`
}

/** How long the database is away; the reading ends in the meantime. */
const outage = 10_000

it.each([
  ['the worker is killed', 1, async (worker: number) => void process.kill(worker, 'SIGKILL')],
  [
    'the database is away when the reading ends',
    2,
    async () => {
      await database.release()
      await sleep(outage)
      database = await startEmbedded({ dataFolder })
    },
  ],
])('a letter is read all the same when %s', { timeout: 180_000 }, async (_, number, trouble) => {
  const { csrfToken } = await browser.session()
  const form = new FormData()
  form.append('file', new Blob([longLetter(number)]), 'brev.txt')
  const headers = { 'x-csrf-token': csrfToken ?? '' }
  const sent = await browser.ask('/api/letters', { method: 'POST', headers, body: form })
  expect(sent.status).toBe(200)
  const { id } = (await sent.json()) as { id: string }
  const worker = await untilChild(service.process.pid ?? 0)
  await untilChild(worker) // the process that reads
  await trouble(worker)
  const state = async () => {
    const answer = await browser.ask(`/api/letters/${id}`)
    return answer.status === 503 ? 'away' : ((await answer.json()) as { letter: { state: string } }).letter.state
  }
  await expect.poll(state, { timeout: 90_000, interval: 200 }).not.toMatch(/^(reading|away)$/)
  expect(await state()).toBe('checking')
  expect(service.process.exitCode).toBeNull()
})
