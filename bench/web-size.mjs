#!/usr/bin/env node
/**
 * Prints what a browser loads before the first page can be used, compressed with gzip and with brotli, and ends with
 * 1 when the JavaScript is over the limit. Reads the manifest of the built web: the entry, everything that it imports
 * at once, and the texts of one language with the front page.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const limit = 200_000
const folder = fileURLToPath(new URL('../dist/web/', import.meta.url))
const manifest = JSON.parse(readFileSync(`${folder}.vite/manifest.json`, 'utf8'))
const firstPage = [
  'index.html',
  'src/platform/web/i18n/nb.ts',
  'src/platform/web/i18n/pages.nb.ts',
  'src/platform/web/pages/FrontPage.tsx',
]

const scripts = new Set()
const styles = new Set()
const visit = (key) => {
  const chunk = manifest[key]
  if (chunk === undefined) throw new Error(`The built web has no ${key}: run "npm run build" first`)
  if (scripts.has(chunk.file)) return
  scripts.add(chunk.file)
  for (const style of chunk.css ?? []) styles.add(style)
  for (const imported of chunk.imports ?? []) visit(imported)
}
for (const key of firstPage) visit(key)

const measure = (files) =>
  [...files].map((file) => {
    const bytes = readFileSync(folder + file)
    return {
      file,
      raw: bytes.length,
      gzip: gzipSync(bytes, { level: 9 }).length,
      brotli: brotliCompressSync(bytes).length,
    }
  })
const sum = (rows, column) => rows.reduce((total, row) => total + row[column], 0)
const line = (name, raw, gzip, brotli) =>
  console.log(`${name.padEnd(56)}${[raw, gzip, brotli].map((n) => String(n).padStart(10)).join('')}`)

line('file, bytes', 'raw', 'gzip', 'brotli')
const js = measure(scripts)
const css = measure(styles)
for (const row of [...js, ...css].sort((a, b) => b.gzip - a.gzip)) line(row.file, row.raw, row.gzip, row.brotli)
line('JavaScript', sum(js, 'raw'), sum(js, 'gzip'), sum(js, 'brotli'))
line('styles', sum(css, 'raw'), sum(css, 'gzip'), sum(css, 'brotli'))
if (sum(js, 'gzip') > limit) {
  console.error(`The first load is over ${limit} bytes of JavaScript (gzip)`)
  process.exit(1)
}
