#!/usr/bin/env node
/**
 * Runs the journeys of tests/journeys in a real browser against the built application. Every file has the demo to
 * itself: a database of its own, on the server of FOTFESTE_DATABASE_URL or an embedded one that is removed afterwards.
 * Arguments go to vitest: names of files, `-t 'words of a title'`. With --pictures first, it makes pictures instead.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './browser.mjs'
import { buildServer, buildWeb } from './lib/build.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

const browser = findBrowser()
if (browser === null) {
  console.error('The journeys need a Chromium: install one, or set CHROMIUM_PATH.')
  process.exit(1)
}
await buildWeb()
await buildServer()
const [first, ...rest] = process.argv.slice(2)
const pictures = first === '--pictures'
const project = ['--project', pictures ? 'pictures' : 'journeys']
const words = pictures ? rest : process.argv.slice(2)
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--config', 'vitest.journeys.config.ts', ...project, ...words],
  { cwd: root, stdio: 'inherit', env: { ...process.env, JOURNEYS_BROWSER: browser } },
)
console.log(`${pictures ? 'Pictures' : 'Journeys'}: ${status === 0 ? 'passed' : 'failed'}`)
process.exit(status ?? 1)
