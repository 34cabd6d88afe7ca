import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { ConfigError } from './config-error.ts'

/** The secret that everything is made by, and the earlier ones that still count. */
interface SecretsInUse {
  readonly secret: string
  readonly earlierSecrets: readonly string[]
}

/** Fewer could be guessed. */
const shortest = 32

const inUse = (secret: string, others: readonly string[]): SecretsInUse => ({
  secret,
  earlierSecrets: [...new Set(others)].filter((other) => other !== secret),
})

/**
 * The secrets of the settings; null when none is set. The earlier ones stand with commas between them. Throws
 * {@link ConfigError} on one that is too short, and on earlier ones without a newest.
 */
export const namedSecrets = (newest: string | null, earlier: string | null): SecretsInUse | null => {
  if (newest === null) {
    if (earlier === null) return null
    throw new ConfigError('config.missing', { name: 'FOTFESTE_SECRET', other: 'FOTFESTE_SECRETS_EARLIER' })
  }
  const others = (earlier ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  if (newest.length < shortest) throw new ConfigError('config.secret')
  if (others.some((one) => one.length < shortest)) throw new ConfigError('config.secretEarlier')
  return inUse(newest, others)
}

const fileIn = (dataFolder: string): string => join(dataFolder, 'secret')

const newSecret = (): string => randomBytes(48).toString('base64url')

const make = (dataFolder: string, file: string): void => {
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 })
  if (existsSync(file)) return
  // Written aside and linked into place: of two first starts at once one wins, and neither reads half a file.
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, newSecret(), { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  rmSync(draft, { force: true })
}

/**
 * Reads the secrets kept in the data folder, a line each with the newest first, and makes one on the first start. The
 * file is the owner's alone (0600).
 */
export const keptSecrets = (dataFolder: string): SecretsInUse => {
  const file = fileIn(dataFolder)
  let lines: string[]
  try {
    make(dataFolder, file)
    chmodSync(file, 0o600)
    lines = readFileSync(file, 'utf8')
      .trim()
      .split(/\s*\n\s*/)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new ConfigError('config.dataFolder', { folder: dataFolder, reason })
  }
  const [newest = '', ...others] = lines
  if (lines.some((line) => line.length < shortest)) throw new ConfigError('config.secretFile', { file })
  return inUse(newest, others)
}

/**
 * Puts a new secret before the ones kept in the data folder. Processes that run go on with what they have read. Gives
 * the file and how many earlier ones it holds now.
 */
export const rotateKeptSecret = (dataFolder: string): { readonly file: string; readonly earlier: number } => {
  const { secret, earlierSecrets } = keptSecrets(dataFolder)
  const file = fileIn(dataFolder)
  const draft = `${file}.new`
  // Of two at once the second fails here, and no secret is lost that somebody may have begun to use.
  writeFileSync(draft, [newSecret(), secret, ...earlierSecrets, ''].join('\n'), {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  })
  const { uid, gid } = statSync(file)
  // Run by an administrator, it must still be the service's to read.
  if (process.getuid?.() === 0) chownSync(draft, uid, gid)
  renameSync(draft, file)
  return { file, earlier: earlierSecrets.length + 1 }
}
