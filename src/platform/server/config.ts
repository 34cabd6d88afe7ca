import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Keep, readKeep, readWallTime, type WallTime } from '../rules/backup-schedule.ts'
import { ConfigError } from './config-error.ts'
import { projectRoot } from './project-root.ts'
import { keptSecrets, namedSecrets } from './secrets.ts'

/** An OpenID provider outside, in the manner of Ansattporten (employees) or ID-porten (citizens). */
export interface ProviderConfig {
  /** Issuer address; `/.well-known/openid-configuration` is read under it. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string | null
  /** Instead of a secret: path of the client's private key, a JWK of its own with `kid` and `alg` (private_key_jwt). */
  readonly clientKeyFile: string | null
  /** The Altinn resource whose representation is asked for; null where people log in as themselves. */
  readonly resource: string | null
  /** Levels of assurance that are accepted; the provider's answer is checked against them. */
  readonly acrValues: readonly string[]
}

/** When the nightly backup is made, where, and how many are kept. */
export interface BackupSchedule {
  /** Absolute path of a folder that holds nothing else. */
  readonly folder: string
  readonly at: WallTime
  readonly keep: Keep
}

/** Everything that is set from outside. One variable each, all named FOTFESTE_…; docs/operations.md lists them. */
export interface Config {
  readonly port: number
  readonly host: string
  /** The address that browsers use, without a slash at the end. */
  readonly baseUrl: string
  /** Absolute path of the folder of the embedded database, the secret and the logs. */
  readonly dataFolder: string
  /** The owner's connection to a PostgreSQL server, or null for the embedded one. */
  readonly databaseUrl: string | null
  /** Connections that log in as the roles themselves (needed behind pgbouncer); null: the owner changes role. */
  readonly appDatabaseUrl: string | null
  readonly publicDatabaseUrl: string | null
  readonly demo: boolean
  /** Keys are derived from it; at least 32 characters. Everything is made by this one. */
  readonly secret: string
  /** Secrets of before, by which what was made then is still known. */
  readonly earlierSecrets: readonly string[]
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly providers: { readonly employee: ProviderConfig | null; readonly citizen: ProviderConfig | null }
  /** How many proxies stand in front (their X-Forwarded-* are believed); 0 for none. */
  readonly trustProxy: number
  readonly logLevel: LogLevel
  /** Months that a line of the access log is kept. */
  readonly accessLogMonths: number
  /** Null: no nightly backup. */
  readonly backup: BackupSchedule | null
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** How much is logged. */
export type LogLevel = (typeof logLevels)[number]

type Env = Readonly<Record<string, string | undefined>>

const knownVariables = new Set([
  'FOTFESTE_PORT',
  'FOTFESTE_HOST',
  'FOTFESTE_BASE_URL',
  'FOTFESTE_DATA',
  'FOTFESTE_DATABASE_URL',
  'FOTFESTE_DATABASE_URL_APP',
  'FOTFESTE_DATABASE_URL_PUBLIC',
  'FOTFESTE_DEMO',
  'FOTFESTE_SECRET',
  'FOTFESTE_SECRETS_EARLIER',
  'FOTFESTE_SMTP_URL',
  'FOTFESTE_MAIL_FROM',
  'FOTFESTE_TRUST_PROXY',
  'FOTFESTE_LOG_LEVEL',
  'FOTFESTE_ACCESS_LOG_MONTHS',
  'FOTFESTE_LOCALE',
  'FOTFESTE_BACKUP_FOLDER',
  'FOTFESTE_BACKUP_AT',
  'FOTFESTE_BACKUP_KEEP',
  ...['EMPLOYEE', 'CITIZEN'].flatMap((name) =>
    ['ISSUER', 'CLIENT_ID', 'CLIENT_SECRET', 'CLIENT_KEY_FILE', 'RESOURCE', 'ACR'].map(
      (part) => `FOTFESTE_${name}_${part}`,
    ),
  ),
])

const text = (env: Env, name: string): string | null => env[name]?.trim() || null

const integer = (env: Env, name: string, fallback: number, from: number, to: number): number => {
  const value = text(env, name)
  if (value === null) return fallback
  const number = Number(value)
  if (!Number.isInteger(number) || number < from || number > to) {
    throw new ConfigError('config.integer', { name, from, to, value })
  }
  return number
}

const yesNo = (env: Env, name: string): boolean => {
  const value = text(env, name)?.toLowerCase() ?? 'no'
  if (['1', 'true', 'yes', 'on'].includes(value)) return true
  if (['0', 'false', 'no', 'off'].includes(value)) return false
  throw new ConfigError('config.yesNo', { name, value })
}

/** An address of one of the given schemes. The value is never part of the message: it may hold a password. */
const address = (env: Env, name: string, schemes: readonly string[]): string | null => {
  const value = text(env, name)
  if (value === null) return null
  if (!URL.canParse(value) || !schemes.includes(new URL(value).protocol.slice(0, -1))) {
    throw new ConfigError('config.address', { name, wanted: schemes.map((scheme) => `${scheme}://`).join(', ') })
  }
  return value
}

/** A file with a private key: read at start, so that a wrong one is found then and not at somebody's first login. */
const keyFile = (env: Env, name: string): string | null => {
  const file = text(env, name)
  if (file === null) return null
  const refuse = (reason: string) => new ConfigError('config.keyFile', { name, file, reason })
  try {
    const key = JSON.parse(readFileSync(file, 'utf8')) as { kty?: unknown; d?: unknown; alg?: unknown } | null
    if (typeof key?.kty !== 'string' || typeof key.d !== 'string') throw refuse('kty, d')
    if (typeof key.alg !== 'string') throw refuse('alg')
  } catch (error) {
    if (error instanceof ConfigError) throw error
    throw refuse((error as NodeJS.ErrnoException).code ?? 'JSON')
  }
  return file
}

const provider = (env: Env, name: 'EMPLOYEE' | 'CITIZEN', acr: readonly string[]): ProviderConfig | null => {
  const issuer = address(env, `FOTFESTE_${name}_ISSUER`, ['https', 'http'])
  if (issuer === null) return null
  const clientId = text(env, `FOTFESTE_${name}_CLIENT_ID`)
  if (clientId === null) {
    throw new ConfigError('config.missing', { name: `FOTFESTE_${name}_CLIENT_ID`, other: `FOTFESTE_${name}_ISSUER` })
  }
  const clientSecret = text(env, `FOTFESTE_${name}_CLIENT_SECRET`)
  const clientKeyFile = keyFile(env, `FOTFESTE_${name}_CLIENT_KEY_FILE`)
  if (clientSecret !== null && clientKeyFile !== null) {
    throw new ConfigError('config.both', {
      name: `FOTFESTE_${name}_CLIENT_SECRET`,
      other: `FOTFESTE_${name}_CLIENT_KEY_FILE`,
    })
  }
  return {
    issuer,
    clientId,
    clientSecret,
    clientKeyFile,
    resource: text(env, `FOTFESTE_${name}_RESOURCE`),
    acrValues: text(env, `FOTFESTE_${name}_ACR`)?.split(/[\s,]+/) ?? acr,
  }
}

const backupSchedule = (env: Env): BackupSchedule | null => {
  const folder = text(env, 'FOTFESTE_BACKUP_FOLDER')
  const [at, keep] = [text(env, 'FOTFESTE_BACKUP_AT'), text(env, 'FOTFESTE_BACKUP_KEEP')]
  if (folder === null) {
    if (at === null && keep === null) return null
    const other = at === null ? 'FOTFESTE_BACKUP_KEEP' : 'FOTFESTE_BACKUP_AT'
    throw new ConfigError('config.missing', { name: 'FOTFESTE_BACKUP_FOLDER', other })
  }
  const time = readWallTime(at ?? '02:30')
  if (time === null) throw new ConfigError('config.time', { name: 'FOTFESTE_BACKUP_AT', value: at ?? '' })
  const kept = readKeep(keep ?? '14 daily, 8 weekly, 12 monthly')
  if (kept === null) throw new ConfigError('config.keep', { name: 'FOTFESTE_BACKUP_KEEP', value: keep ?? '' })
  return { folder: resolve(projectRoot, folder), at: time, keep: kept }
}

/**
 * Reads the settings. Throws {@link ConfigError} on a value that cannot be used and on an unknown FOTFESTE_ variable,
 * so that a misspelt name is found at once.
 */
export const readConfig = (env: Env): Config => {
  const unknown = Object.keys(env).filter((name) => name.startsWith('FOTFESTE_') && !knownVariables.has(name))
  if (unknown.length > 0) throw new ConfigError('config.unknown', { names: unknown.sort().join(', ') })
  const port = integer(env, 'FOTFESTE_PORT', 3030, 0, 65535)
  const host = text(env, 'FOTFESTE_HOST') ?? '127.0.0.1'
  const dataFolder = resolve(projectRoot, text(env, 'FOTFESTE_DATA') ?? '.fotfeste')
  const logLevel = text(env, 'FOTFESTE_LOG_LEVEL') ?? 'info'
  const known = logLevels.find((level) => level === logLevel)
  if (known === undefined) {
    throw new ConfigError('config.oneOf', { name: 'FOTFESTE_LOG_LEVEL', wanted: logLevels.join(', ') })
  }
  const locale = text(env, 'FOTFESTE_LOCALE')
  if (locale !== null && !/^(nb|nn|en)$/.test(locale)) {
    throw new ConfigError('config.oneOf', { name: 'FOTFESTE_LOCALE', wanted: 'nb, nn, en' })
  }
  const named = namedSecrets(text(env, 'FOTFESTE_SECRET'), text(env, 'FOTFESTE_SECRETS_EARLIER'))
  const databaseUrl = address(env, 'FOTFESTE_DATABASE_URL', ['postgres', 'postgresql'])
  const appDatabaseUrl = address(env, 'FOTFESTE_DATABASE_URL_APP', ['postgres', 'postgresql'])
  const publicDatabaseUrl = address(env, 'FOTFESTE_DATABASE_URL_PUBLIC', ['postgres', 'postgresql'])
  if (databaseUrl === null && (appDatabaseUrl !== null || publicDatabaseUrl !== null)) {
    throw new ConfigError('config.missing', {
      name: 'FOTFESTE_DATABASE_URL',
      other: appDatabaseUrl === null ? 'FOTFESTE_DATABASE_URL_PUBLIC' : 'FOTFESTE_DATABASE_URL_APP',
    })
  }
  return {
    port,
    host,
    baseUrl: (address(env, 'FOTFESTE_BASE_URL', ['https', 'http']) ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    dataFolder,
    databaseUrl,
    appDatabaseUrl,
    publicDatabaseUrl,
    demo: yesNo(env, 'FOTFESTE_DEMO'),
    ...(named ?? keptSecrets(dataFolder)),
    smtpUrl: address(env, 'FOTFESTE_SMTP_URL', ['smtp', 'smtps']),
    mailFrom: text(env, 'FOTFESTE_MAIL_FROM') ?? 'Fotfeste <fotfeste@localhost>',
    providers: {
      employee: provider(env, 'EMPLOYEE', ['substantial', 'high']),
      citizen: provider(env, 'CITIZEN', ['idporten-loa-substantial', 'idporten-loa-high']),
    },
    trustProxy: integer(env, 'FOTFESTE_TRUST_PROXY', 0, 0, 10),
    logLevel: known,
    accessLogMonths: integer(env, 'FOTFESTE_ACCESS_LOG_MONTHS', 60, 3, 240),
    backup: backupSchedule(env),
  }
}
