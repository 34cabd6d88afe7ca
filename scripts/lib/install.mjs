import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {}

/**
 * Whether node_modules holds what package-lock.json says. npm leaves its own account of what it put there. A linked
 * node_modules belongs to another checkout, which looks after it.
 */
export const isInstalled = () => {
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return true
  const account = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(account)) return false
  const there = packagesOf(account)
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(
    ([path, wanted]) => path === '' || wanted.optional || there[path]?.version === wanted.version,
  )
}

/** Runs `npm ci` unless everything is in place. */
export const ensureInstalled = () => {
  if (isInstalled()) return
  console.error('Installing packages (npm ci) …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status, error } = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32',
  })
  if (status === 0) return
  console.error(`npm ci failed${error ? ` (${error.message})` : ''}: see above. Is the network reachable?`)
  process.exit(1)
}
