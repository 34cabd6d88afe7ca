#!/usr/bin/env node
/**
 * Runs one TypeScript entry: bundles it by vite and runs the bundle in this process.
 * Usage: node scripts/run-ts.mjs FILE [arguments]
 */
import { mkdirSync, rmSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundle } from './lib/bundle.mjs'

const [entry, ...rest] = process.argv.slice(2)
if (!entry) {
  console.error('Usage: node scripts/run-ts.mjs FILE [arguments]')
  process.exit(2)
}
const root = fileURLToPath(new URL('..', import.meta.url))
const outDir = join(root, 'dist', 'run', `${basename(entry).replace(/\W+/g, '-')}-${process.pid}`)
mkdirSync(outDir, { recursive: true })
process.on('exit', () => rmSync(outDir, { recursive: true, force: true }))
await bundle({ entries: { main: resolve(entry) }, outDir })
process.setSourceMapsEnabled(true)
process.argv = [process.argv[0], resolve(entry), ...rest]
await import(pathToFileURL(join(outDir, 'main.js')).href)
