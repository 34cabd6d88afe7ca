import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { inject } from 'vitest'
import { cloneDatabase, dropDatabase } from '../../src/platform/server/testing/template.ts'

/** The built application, running for one journey file. */
export interface Application {
  readonly address: string
  /** What it has written since it was ready: warnings and errors. */
  readonly said: () => string
  stop(): Promise<void>
}

const startLimit = 60_000

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })

/** Starts the built application on a free port, with a copy of the demo's database that nobody else writes in. */
export const startApplication = async (): Promise<Application> => {
  const { serverUrl, template, dataFolder, program } = inject('journeys')
  const port = await freePort()
  const name = `${template}_${port}`
  const url = await cloneDatabase(serverUrl, template, name)
  const said: Buffer[] = []
  const child = spawn(process.execPath, [program, 'serve', '--demo', '--port', String(port)], {
    env: { ...process.env, FOTFESTE_DATABASE_URL: url, FOTFESTE_DATA: dataFolder, FOTFESTE_LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const application: Application = {
    address: `http://localhost:${port}`,
    said: () => Buffer.concat(said).toString(),
    stop: async () => {
      // Nothing of it is kept; that it stops cleanly when asked is tested with the command line.
      child.kill('SIGKILL')
      await ended
      await dropDatabase(serverUrl, name)
    },
  }
  const until = Date.now() + startLimit
  while (Date.now() < until && child.exitCode === null) {
    if ((await fetch(`${application.address}/health/ready`).catch(() => null))?.ok) {
      said.length = 0
      return application
    }
    await sleep(50)
  }
  await application.stop()
  throw new Error(`The application did not start:\n${application.said()}`)
}
