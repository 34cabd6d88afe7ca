import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** All files under a path that are part of the program; tests are not. */
const filesOf = (path) => {
  const full = join(root, path)
  const found = statSync(full, { throwIfNoEntry: false })
  if (!found) return []
  if (found.isFile()) return [path]
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}

const isWeb = (file) => /^src\/[^/]+\/web\//.test(file) || file === 'src/app/web.tsx'
const isServer = (file) => /^src\/[^/]+\/server\//.test(file) || file.startsWith('src/cli/')

const common = ['package-lock.json', 'tsconfig.base.json', 'scripts/lib/build.mjs', 'scripts/lib/bundle.mjs']

const sources = {
  server: () => [...common, ...filesOf('src').filter((file) => !isWeb(file))],
  web: () => [...common, 'index.html', 'vite.config.ts', ...filesOf('src').filter((file) => !isServer(file))],
}

/** What runs: the command line, and the tasks that it runs in processes of their own (isolated/built-entry.ts). */
const serverEntries = {
  cli: join(root, 'src/cli/main.ts'),
  'open-text': join(root, 'src/platform/server/documents/open-text.ts'),
  'read-letter-text': join(root, 'src/governance/server/letters/read-letter-text.ts'),
}

const hashOf = (part) => {
  const hash = createHash('sha256')
  for (const file of sources[part]().sort()) {
    const full = join(root, file)
    if (existsSync(full)) hash.update(`${file}\0`).update(readFileSync(full)).update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}

/** Builds into a folder aside and puts it in place whole, so that a stopped build leaves nothing half-made. */
const place = async (target, make) => {
  const draft = `${target}.${process.pid}`
  try {
    await make(draft)
    rmSync(target, { recursive: true, force: true })
    renameSync(draft, target)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Earlier builds are kept for a while: a server that still runs one loads parts of it when they are first needed. */
const keepLatest = (folder, count) => {
  const builds = readdirSync(folder)
    .map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at)
  for (const { name } of builds.slice(count)) rmSync(join(folder, name), { recursive: true, force: true })
}

/**
 * Builds the server and the command line, unless the sources are the same as last time. Returns the entry file.
 * @param {(step: string) => void} onStep
 */
export const buildServer = async (onStep = () => {}) => {
  const folder = join(root, 'dist', 'server')
  const target = join(folder, hashOf('server'))
  const entry = join(target, 'cli.js')
  if (existsSync(entry)) return entry
  onStep('server')
  mkdirSync(folder, { recursive: true })
  const { bundle } = await import('./bundle.mjs')
  await place(target, (outDir) => bundle({ entries: serverEntries, outDir }))
  keepLatest(folder, 3)
  return entry
}

/**
 * Builds the web into dist/web, unless the sources are the same as last time.
 * @param {(step: string) => void} onStep
 */
export const buildWeb = async (onStep = () => {}) => {
  const target = join(root, 'dist', 'web')
  const mark = join(target, '.sources')
  const hash = hashOf('web')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return
  onStep('web')
  mkdirSync(join(root, 'dist'), { recursive: true })
  const { build } = await import('vite')
  await place(target, async (outDir) => {
    // A test that starts the application has NODE_ENV=test, by which vite would take React's development build.
    const { NODE_ENV } = process.env
    process.env.NODE_ENV = 'production'
    await build({ root, logLevel: 'warn', build: { outDir, emptyOutDir: true } })
    if (NODE_ENV === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = NODE_ENV
    writeFileSync(join(outDir, '.sources'), hash)
  })
}
