import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../src/platform/server/database/embedded.ts'
import { cloneDatabase, dropDatabase } from '../../src/platform/server/testing/template.ts'

/** The command of the application, built already. */
const program = join(import.meta.dirname, '..', '..', 'scripts', 'fotfeste.mjs')

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the journeys' databases are, and the one with the demo in it that each file copies. */
    journeys: {
      readonly serverUrl: string
      readonly template: string
      readonly dataFolder: string
      readonly program: string
    }
  }
}

/**
 * One PostgreSQL for the whole run, the server of FOTFESTE_DATABASE_URL or an embedded one, and on it a database with
 * the demo loaded: what takes seconds is done once, and each journey file begins with a copy of it.
 */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'fotfeste-journeys-'))
  // As root the database runs as another user, who has to come in.
  chmodSync(dataFolder, 0o711)
  const outside = process.env.FOTFESTE_DATABASE_URL
  const embedded = outside ? null : await startEmbedded({ dataFolder, unsafeButFast: true })
  const serverUrl = outside ?? embedded?.url ?? ''
  const template = `journeys_${randomBytes(6).toString('hex')}`
  const undo = async (): Promise<void> => {
    if (embedded) await embedded.release()
    else await dropDatabase(serverUrl, template)
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 10 })
  }
  try {
    const url = await cloneDatabase(serverUrl, 'template0', template)
    const { status, stderr } = spawnSync(process.execPath, [program, 'demo'], {
      encoding: 'utf8',
      env: { ...process.env, FOTFESTE_DATABASE_URL: url, FOTFESTE_DATA: dataFolder, FOTFESTE_DEMO: 'yes' },
    })
    if (status !== 0) throw new Error(`The demo was not loaded:\n${stderr}`)
  } catch (error) {
    await undo()
    throw error
  }
  project.provide('journeys', { serverUrl, template, dataFolder, program })
  return undo
}
