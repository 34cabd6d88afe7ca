#!/usr/bin/env node
/**
 * Prints what a browser loads before the first page can be used, compressed with gzip and with brotli, and ends with
 * 1 when the JavaScript is over the limit. Reads the manifest of the built web: the entry, everything that it imports
 * at once, and the texts of one language, and the front page with the blocks of all modules (more than any one role has).
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const limit = 200_000
const root = fileURLToPath(new URL('..', import.meta.url))
const folder = `${root}dist/web/`
const manifest = JSON.parse(readFileSync(`${folder}.vite/manifest.json`, 'utf8'))
const always = [
  'index.html',
  'src/platform/texts/frame.nb.ts',
  'src/platform/texts/pages.nb.ts',
  'src/access/texts/roles.nb.ts',
  'src/platform/web/pages/FrontPage.tsx',
]
/** Every module's blocks on the front page, found where the module names them, with its bokmål texts. */
const blocks = Object.keys(manifest).flatMap((key) => {
  const { isDynamicEntry } = manifest[key]
  const folder = key.split('/').slice(0, -1).join('/')
  const routes = `${root}${folder}/routes.tsx`
  if (!isDynamicEntry || !existsSync(routes)) return []
  const [, module, ...part] = folder.split('/')
  const texts = `src/${module}/texts/${part[1] ?? module}.nb.ts`
  const named = readFileSync(routes, 'utf8')
    .split(/[fF]rontPageBlocks|[bB]locks\b/)
    .slice(1)
    .join('')
    .split(/\b[pP]ages\b/)[0]
  const file = key.slice(folder.length + 1)
  return named.includes(`'./${file}'`) ? [key, texts].filter((one) => manifest[one]) : []
})
const firstPage = [...always, ...blocks]

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
