#!/usr/bin/env node
/**
 * Finds a Chromium for the browser journeys, and fetches one when there is none: by apt-get when we are root on
 * Debian or Ubuntu, else by Playwright's own installer. Run alone, it prints the path.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'chrome.exe']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  join(process.env.PROGRAMFILES ?? '', 'Google/Chrome/Application/chrome.exe'),
]

/** The path of a Chromium that is here already, or null. CHROMIUM_PATH, when set, is the only one looked at. */
export const presentBrowser = () => {
  if (process.env.CHROMIUM_PATH) return existsSync(process.env.CHROMIUM_PATH) ? process.env.CHROMIUM_PATH : null
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...elsewhere, chromium.executablePath()].find((path) => existsSync(path)) ?? null
}

const run = (command, ...args) => spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0

const install = () => {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const fetched = run('apt-get', 'update', '-qq') && run('apt-get', 'install', '-y', '-qq', 'chromium')
    if (fetched && presentBrowser() !== null) return
  }
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  run(process.execPath, cli, 'install', 'chromium')
}

/** The path of a Chromium, fetched when need be; null when that did not work. */
export const findBrowser = () => {
  if (presentBrowser() === null && !process.env.CHROMIUM_PATH) install()
  return presentBrowser()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = findBrowser()
  console.log(path ?? 'No Chromium: install one, or set CHROMIUM_PATH')
  process.exitCode = path === null ? 1 : 0
}
