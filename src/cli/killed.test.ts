import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { Browser } from '../access/server/testing-browser.ts'
import { connect } from '../platform/server/database/connect.ts'
import { startEmbedded } from '../platform/server/database/embedded.ts'
import { makeFolders } from '../platform/server/database/embedded-folders.ts'
import { isPostgres, serverPid } from '../platform/server/database/embedded-process.ts'
import { projectRoot } from '../platform/server/project-root.ts'
import { freePort, type Served, scratchFolder, serveDemo } from './testing.ts'

const scratches: string[] = []
let running: Served | null = null

afterEach(async () => {
  running?.process.kill('SIGTERM')
  await running?.ended
  running = null
  for (const folder of scratches.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
})

/** Writes as fast as one browser can until nobody answers any more; gives the request ids that were acknowledged. */
const writeUntilKilled = async (browser: Browser, enough: number, kill: () => void): Promise<string[]> => {
  const { csrfToken } = await browser.session()
  const headers = { 'content-type': 'application/json', 'x-csrf-token': csrfToken ?? '' }
  const acknowledged: string[] = []
  const one = async (): Promise<void> => {
    for (let n = 0; ; n += 1) {
      const body = JSON.stringify({ theme: n % 2 === 0 ? 'dark' : 'light' })
      const answer = await browser.ask('/api/session/preferences', { method: 'PUT', headers, body }).catch(() => null)
      if (answer === null || answer.status >= 500) return
      expect(answer.status).toBe(200)
      acknowledged.push(answer.headers.get('x-request-id') ?? '')
      if (acknowledged.length === enough) kill()
    }
  }
  await Promise.all([one(), one(), one(), one()])
  return acknowledged
}

/** The acknowledged requests that left no trace in the database; there must be none. */
const lost = async (dataFolder: string, acknowledged: readonly string[]): Promise<string[]> => {
  const server = await startEmbedded({ dataFolder })
  const sql = connect(server.url, { name: 'test', max: 1 })
  try {
    const rows = await sql<{ request: string }[]>`select request from platform.audit where action = 'account.prefer'`
    const kept = new Set(rows.map((row) => row.request))
    return acknowledged.filter((id) => !kept.has(id))
  } finally {
    await sql.end()
    await server.release()
  }
}

/** The first child of a process, once it has one. */
const untilChild = async (parent: number): Promise<number> => {
  for (;;) {
    const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(parent)], { encoding: 'utf8' })
    const child = Number(stdout.trim().split('\n')[0])
    if (child > 0) return child
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const longLetter = (): string => {
  const one = readFileSync(join(projectRoot, 'tests/letters/fjell-nynorsk.txt'), 'utf8')
  return `${one}\n${'Etaten skal følgje opp dette i dialog med kommunane.\n'.repeat(20_000)}`
}

describe('a service that is killed while it writes', () => {
  it.each([
    ['the service', false],
    ['the service and its database', true],
  ])('has lost nothing acknowledged when %s was killed', { timeout: 120_000 }, async (_what, databaseToo) => {
    const folder = scratchFolder()
    scratches.push(folder)
    const port = await freePort()
    const first = await serveDemo(folder, port)
    const browser = new Browser(first.home)
    await browser.login('controller')
    const database = serverPid(makeFolders(folder).cluster) ?? 0
    const acknowledged = await writeUntilKilled(browser, 60, () => {
      first.process.kill('SIGKILL')
      if (databaseToo) process.kill(database, 'SIGKILL')
    })
    expect(acknowledged.length).toBeGreaterThanOrEqual(60)
    await first.ended
    expect(isPostgres(database)).toBe(!databaseToo)

    running = await serveDemo(folder, port)
    expect(await lost(folder, acknowledged)).toEqual([])
    const again = await browser.session()
    expect(again.person?.name).toBe('Ingrid Solbakken')
    expect((await browser.write('PUT', '/api/session/preferences', { theme: 'system' })).status).toBe(200)
  })

  it.each([
    ['the worker', false],
    ['the database', true],
  ])(
    'reads a letter all the same when %s was killed in the middle of it, once',
    { timeout: 120_000 },
    async (_what, databaseToo) => {
      const folder = scratchFolder()
      scratches.push(folder)
      running = await serveDemo(folder, await freePort())
      const browser = new Browser(running.home)
      await browser.login('controller')
      const { csrfToken } = await browser.session()
      const form = new FormData()
      // Long enough to be read for some seconds.
      form.append('file', new Blob([longLetter()]), 'brev.txt')
      const headers = { 'x-csrf-token': csrfToken ?? '' }
      const sent = await browser.ask('/api/letters', { method: 'POST', headers, body: form })
      expect(sent.status).toBe(200)
      const { id } = (await sent.json()) as { id: string }
      const worker = await untilChild(running.process.pid ?? 0)
      await untilChild(worker) // the process that reads
      process.kill(databaseToo ? (serverPid(makeFolders(folder).cluster) ?? 0) : worker, 'SIGKILL')
      const state = async () => {
        const answer = await browser.ask(`/api/letters/${id}`)
        return answer.status === 503 ? 'away' : ((await answer.json()) as { letter: { state: string } }).letter.state
      }
      await expect.poll(state, { timeout: 60_000, interval: 200 }).not.toMatch(/^(reading|away)$/)
      expect(await state()).toBe('checking')
      expect(running.process.exitCode).toBeNull()
    },
  )

  it('stops on a signal, with exit code 0, and takes the database down with it', { timeout: 120_000 }, async () => {
    const folder = scratchFolder()
    scratches.push(folder)
    const service = await serveDemo(folder, await freePort())
    const database = serverPid(makeFolders(folder).cluster) ?? 0
    expect(isPostgres(database)).toBe(true)
    service.process.kill('SIGTERM')
    expect(await service.ended).toBe(0)
    expect(isPostgres(database)).toBe(false)
    expect(service.said()).toMatch(/Controller, Avdeling for styring og analyse\s+Ingrid Solbakken/)
  })
})
