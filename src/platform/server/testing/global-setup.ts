import { existsSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { connect } from '../database/connect.ts'
import { startEmbedded } from '../database/embedded.ts'
import { isAlive, serverPid } from '../database/embedded-process.ts'
import { builtEntry } from '../isolated/built-entry.ts'
import { cloneOf, makeTemplate, withDatabase } from './template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the template database that each test file clones. */
    templateUrl: string
    /** Begins the names of this run's databases. */
    runName: string
  }
}

const prefix = 'fotfeste-test-'

/** Runs that were killed leave a server and a folder behind; the folder's name has the number of their process. */
const sweep = (): void => {
  for (const name of readdirSync(tmpdir())) {
    const owner = Number(/^fotfeste-test-(\d+)$/.exec(name)?.[1] ?? 'NaN')
    if (Number.isNaN(owner) || isAlive(owner)) continue
    const folder = join(tmpdir(), name)
    const pid = serverPid(join(folder, 'postgres', 'data'))
    try {
      if (pid !== null) process.kill(pid, 'SIGQUIT')
      if (existsSync(folder)) rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
    } catch {
      // Another user's; theirs to clear.
    }
  }
}

/**
 * One PostgreSQL for the whole run: the server of FOTFESTE_DATABASE_URL, or an embedded one in a folder of this run.
 * The schema is put into a template once; test files clone it.
 */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  sweep()
  await builtEntry('open-text') // once, so that the test files find it built
  const outside = process.env.FOTFESTE_DATABASE_URL
  const dataFolder = join(tmpdir(), `${prefix}${process.pid}`)
  const embedded = outside ? null : await startEmbedded({ dataFolder, unsafeButFast: true })
  const serverUrl = outside ?? embedded?.url ?? ''
  const runName = cloneOf(process.pid)
  project.provide('templateUrl', await makeTemplate(serverUrl))
  project.provide('runName', runName)
  return async () => {
    if (embedded) {
      await embedded.release()
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 10 })
      return
    }
    const sql = connect(withDatabase(serverUrl, null), { name: 'test teardown', max: 1 })
    const left = await sql<
      { datname: string }[]
    >`select datname from pg_database where starts_with(datname, ${runName})`
    for (const { datname } of left) await sql`drop database if exists ${sql.identifier(datname)} with (force)`
    await sql.end()
  }
}
