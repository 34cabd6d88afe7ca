import { rmSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { Browser } from '../access/server/testing-browser.ts'
import { connect } from '../platform/server/database/connect.ts'
import { startEmbedded } from '../platform/server/database/embedded.ts'
import { makeFolders } from '../platform/server/database/embedded-folders.ts'
import { isPostgres, serverPid } from '../platform/server/database/embedded-process.ts'
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
