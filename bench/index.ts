/**
 * Runs every benchmark of this folder in turn, each in a process of its own, and ends with 1 when one has missed its
 * limit. The figures go into docs/performance.md.
 * Usage: npm run bench [-- NAME…], with NAME as in `letter-reading`
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'

const wanted = process.argv.slice(2)
const files = readdirSync('bench').filter((file) => /\.(ts|mjs)$/.test(file) && file !== 'index.ts')
const chosen = files.filter((file) => wanted.length === 0 || wanted.includes(file.replace(/\.\w+$/, '')))

const run = (...words: string[]): boolean => spawnSync(process.execPath, words, { stdio: 'inherit' }).status === 0

if (chosen.length === 0) {
  console.error(`There is no such benchmark. There are: ${files.map((file) => file.replace(/\.\w+$/, '')).join(', ')}`)
  process.exit(2)
}
if (chosen.includes('web-size.mjs') && !existsSync('dist/web')) run('scripts/build.mjs')
const missed = chosen.filter((file) => {
  console.log(`\n── ${file}`)
  return !(file.endsWith('.mjs') ? run(`bench/${file}`) : run('scripts/run-ts.mjs', `bench/${file}`))
})
if (missed.length > 0) {
  console.error(`\nNot within its limit, or failed: ${missed.join(', ')}`)
  process.exitCode = 1
}
