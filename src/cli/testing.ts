import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { projectRoot } from '../platform/server/project-root.ts'

const script = join(projectRoot, 'scripts', 'fotfeste.mjs')

/** A folder of the test's own that the database's account may enter. */
export const scratchFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'fotfeste-cli-'))
  chmodSync(folder, 0o711)
  return folder
}

/** The environment of a command: the embedded database in a folder of the test's own, whatever the run itself uses. */
const environment = (dataFolder: string, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => {
  const ours = /^(FOTFESTE_|LANG$|LC_)/
  const rest = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)))
  return { ...rest, FOTFESTE_DATA: dataFolder, FOTFESTE_LOG_LEVEL: 'warn', ...more }
}

/** Runs `./fotfeste` with the words and waits for its end. */
export const fotfeste = (
  dataFolder: string,
  words: readonly string[],
  more: NodeJS.ProcessEnv = {},
): { code: number | null; out: string; err: string } => {
  const env = environment(dataFolder, more)
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], { env, encoding: 'utf8' })
  return { code: status, out: stdout, err: stderr }
}

/** A port that was free a moment ago. */
export const freePort = (): Promise<number> =>
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

/** A running service. */
export interface Served {
  readonly process: ChildProcess
  readonly home: string
  readonly ended: Promise<number | null>
  readonly said: () => string
}

/** Starts the demo as `npm start` does, and waits until it answers. */
export const serveDemo = async (dataFolder: string, port: number, more: NodeJS.ProcessEnv = {}): Promise<Served> => {
  let said = ''
  const child = spawn(process.execPath, [join(projectRoot, 'scripts', 'start.mjs'), '--port', String(port)], {
    env: environment(dataFolder, more),
  })
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const home = `http://localhost:${port}`
  while (child.exitCode === null) {
    if ((await fetch(`${home}/health/ready`).catch(() => null))?.ok)
      return { process: child, home, ended, said: () => said }
    await sleep(50)
  }
  throw new Error(`the service ended: ${said}`)
}
