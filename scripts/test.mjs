#!/usr/bin/env node
/**
 * npm test: everything that must hold. Each check runs even when an earlier one has failed; the last line sums them up.
 * `npm test -- --quick` checks format, lint, types and boundaries, and runs the tests of rules and of the server that
 * the difference to main touches; no build, no browser, and not the long attacks, which almost every change touches.
 */
import { checkNodeVersion } from './lib/node-version.mjs'

checkNodeVersion()
const { ensureInstalled } = await import('./lib/install.mjs')
ensureInstalled()
const { spawn, spawnSync } = await import('node:child_process')
const { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } = await import('node:fs')
const { tmpdir } = await import('node:os')
const { join, relative } = await import('node:path')
const { fileURLToPath } = await import('node:url')

const root = fileURLToPath(new URL('..', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'fotfeste-report-'))
const quick = process.argv.includes('--quick')
const total = { passed: 0, failed: 0 }
const failures = []

const node = (name, script, ...args) => ({ name, words: [join(root, script), ...args] })
const bin = 'node_modules'

// The longest first.
const always = [
  node('types of the server', `${bin}/typescript/bin/tsc`, '-p', 'tsconfig.server.json'),
  node('types of the web', `${bin}/typescript/bin/tsc`, '-p', 'tsconfig.web.json'),
  node(
    'boundaries',
    `${bin}/dependency-cruiser/bin/dependency-cruise.mjs`,
    '--config',
    '.dependency-cruiser.cjs',
    'src',
  ),
  node('types of the rules', `${bin}/typescript/bin/tsc`, '-p', 'tsconfig.rules.json'),
  node('format and lint', `${bin}/@biomejs/biome/bin/biome`, 'check'),
]
const checks = [
  ...always,
  node('build and bill of materials', 'scripts/build.mjs'),
  node('generated files are fresh', 'scripts/run-ts.mjs', 'scripts/generate.ts', '--check'),
]

const run = (words) => spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' }).status === 0

/** A check that passes or fails as one. What it says is printed when it has ended, so that two may run at a time. */
const check = ({ name, words }) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    const said = []
    child.stdout.on('data', (part) => said.push(part))
    child.stderr.on('data', (part) => said.push(part))
    child.on('close', (code) => {
      console.log(`\n── ${name}\n${Buffer.concat(said).toString('utf8').trimEnd()}`)
      if (code === 0) {
        total.passed += 1
      } else {
        total.failed += 1
        failures.push(name)
      }
      resolve()
    })
  })

/** Two at a time: each of them uses one processor. */
const checkAll = async (list) => {
  const waiting = [...list]
  const line = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await check(next)
  }
  await Promise.all([line(), line()])
}

/** Test files with the seconds that they took, of every suite. */
const files = []

/** A suite that counts its own tests, by vitest's report. */
const suite = ({ name, words }) => {
  console.log(`\n── ${name}`)
  const report = join(scratch, `${name.replace(/\W+/g, '-')}.json`)
  const good = run([...words, '--reporter=default', '--reporter=json', `--outputFile=${report}`])
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null
  total.passed += counts?.numPassedTests ?? 0
  for (const { name: file, startTime, endTime } of counts?.testResults ?? []) {
    files.push({ file: relative(root, file), seconds: (endTime - startTime) / 1000 })
  }
  // A suite can fail without any test of it failing: a file that does not load, an error outside the tests.
  const failed = counts?.numFailedTests ?? 0
  total.failed += good ? failed : Math.max(1, failed)
  if (!good) failures.push(name)
}

/** Where this branch left main; without a main here, the last commit. */
const leftMain = () => {
  const { status, stdout } = spawnSync('git', ['merge-base', 'main', 'HEAD'], { cwd: root, encoding: 'utf8' })
  return status === 0 ? stdout.trim() : 'HEAD'
}

const reportSlowest = () => {
  console.log('\nThe slowest test files, in seconds:')
  for (const { file, seconds } of files.toSorted((a, b) => b.seconds - a.seconds).slice(0, 10)) {
    console.log(`${seconds.toFixed(1).padStart(7)}  ${file}`)
  }
}

mkdirSync(join(root, 'dist'), { recursive: true })
const vitest = `${bin}/vitest/vitest.mjs`
const longAttacks = [
  'src/app/fuzz.test.ts',
  'src/cli/**',
  'src/governance/server/letters/{read-beside,upload-stream}.test.ts',
]
if (quick) {
  await checkAll(always)
  // They read the sources instead of importing them, so that no change would be seen to touch them.
  suite(node('house rules', vitest, 'run', '--project', 'rules', 'tests/house-rules'))
  suite(
    node(
      'tests of what has changed',
      vitest,
      'run',
      '--changed',
      leftMain(),
      '--passWithNoTests',
      ...longAttacks.flatMap((file) => ['--exclude', file]),
    ),
  )
} else {
  await checkAll(checks)
  // One after the other: run together, their workers load anew what each kind needs.
  suite(node('tests of the rules', vitest, 'run', '--project', 'rules'))
  suite(node('tests of the server', vitest, 'run', '--project', 'server'))
  suite(node('journeys in a browser', 'scripts/journeys.mjs'))
  reportSlowest()
}
rmSync(scratch, { recursive: true, force: true })
if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)
