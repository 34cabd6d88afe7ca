#!/usr/bin/env node
/**
 * Runs the journeys of tests/journeys in a real browser against the built application: the demo on a free port, with
 * a data folder of its own that is removed afterwards (with FOTFESTE_DATABASE_URL: with a database of its own there).
 * Arguments go to vitest: names of files, `-t 'words of a title'`.
 */
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { findBrowser } from './browser.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const startLimit = 120_000

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** A database of our own on the given server; without a server the application starts its embedded one. */
const ownDatabase = async (serverUrl) => {
  if (!serverUrl) return { env: {}, drop: async () => {} }
  const name = `journeys_${randomBytes(6).toString('hex')}`
  const admin = postgres(serverUrl, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return {
    env: { FOTFESTE_DATABASE_URL: url.href },
    drop: async () => {
      await admin.unsafe(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
}

const start = async (port, env) => {
  const output = []
  const server = spawn(process.execPath, ['scripts/fotfeste.mjs', 'serve', '--demo'], {
    cwd: root,
    env: { ...process.env, ...env, FOTFESTE_PORT: String(port), FOTFESTE_LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => output.push(chunk))
  const gone = new Promise((resolve) => server.once('exit', resolve))
  const until = Date.now() + startLimit
  while (Date.now() < until && server.exitCode === null) {
    const answer = await fetch(`http://localhost:${port}/health/ready`).catch(() => null)
    if (answer?.ok) return { server, gone, output }
    await sleep(200)
  }
  server.kill('SIGKILL')
  throw new Error(`The application did not start:\n${Buffer.concat(output)}`)
}

const stop = async ({ server, gone }) => {
  server.kill('SIGTERM')
  const late = setTimeout(() => server.kill('SIGKILL'), 20_000)
  await gone
  clearTimeout(late)
}

const browser = findBrowser()
if (browser === null) {
  console.error('The journeys need a Chromium: install one, or set CHROMIUM_PATH.')
  process.exit(1)
}
const dataFolder = mkdtempSync(join(tmpdir(), 'fotfeste-journeys-'))
// As root the database runs as another user, who has to come in.
chmodSync(dataFolder, 0o711)
const port = await freePort()
const database = await ownDatabase(process.env.FOTFESTE_DATABASE_URL)
const env = { ...database.env, FOTFESTE_DATA: dataFolder }
let status = 1
try {
  const application = await start(port, env)
  try {
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    status = spawnSync(
      process.execPath,
      [vitest, 'run', '--config', 'vitest.journeys.config.ts', ...process.argv.slice(2)],
      {
        cwd: root,
        stdio: 'inherit',
        env: { ...process.env, JOURNEYS_ADDRESS: `http://localhost:${port}`, JOURNEYS_BROWSER: browser },
      },
    ).status
    if (status !== 0) console.error(`What the application wrote:\n${Buffer.concat(application.output)}`)
  } finally {
    await stop(application)
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
} finally {
  await database.drop()
  rmSync(dataFolder, { recursive: true, force: true })
}
console.log(status === 0 ? 'Journeys: passed' : 'Journeys: failed')
process.exit(status ?? 1)
