import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { ConfigError } from './config-error.ts'
import { rotateKeptSecret } from './secrets.ts'

const scratch = mkdtempSync(join(tmpdir(), 'fotfeste-config-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const read = (env: Record<string, string>) => readConfig({ FOTFESTE_DATA: join(scratch, 'data'), ...env })

const [one, other] = ['1'.repeat(32), '2'.repeat(32)]

describe('readConfig', () => {
  it('gives an embedded database, port 3030 and no demo when nothing is set', () => {
    const config = read({})
    expect(config).toMatchObject({ port: 3030, host: '127.0.0.1', baseUrl: 'http://localhost:3030', demo: false })
    expect(config.databaseUrl).toBeNull()
    expect(config.providers).toEqual({ employee: null, citizen: null })
  })

  it('makes a secret on the first start, keeps it, and closes it to others', () => {
    const { secret } = read({})
    expect(secret.length).toBeGreaterThanOrEqual(64)
    const file = join(scratch, 'data', 'secret')
    chmodSync(file, 0o644)
    expect(read({}).secret).toBe(secret)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it.each([
    [{ FOTFESTE_PORT: '80a' }, /FOTFESTE_PORT must be a whole number from 0 to 65535, but is "80a"/],
    [{ FOTFESTE_PORT: '70000' }, /FOTFESTE_PORT/],
    [{ FOTFESTE_DEMO: 'ja' }, /FOTFESTE_DEMO must be yes or no/],
    [{ FOTFESTE_DATABASE_URL: 'mysql://x' }, /FOTFESTE_DATABASE_URL must be an address that begins with postgres:\/\//],
    [{ FOTFESTE_DATABASE_URL_APP: 'postgres://a@b/c' }, /FOTFESTE_DATABASE_URL must be set/],
    [{ FOTFESTE_SECRET: 'short' }, /FOTFESTE_SECRET must have at least 32/],
    [
      { FOTFESTE_SECRET: one, FOTFESTE_SECRETS_EARLIER: `${other},short` },
      /in FOTFESTE_SECRETS_EARLIER must have at least 32/,
    ],
    [{ FOTFESTE_SECRETS_EARLIER: one }, /FOTFESTE_SECRET must be set/],
    [{ FOTFESTE_EMPLOYEE_ISSUER: 'https://example.org' }, /FOTFESTE_EMPLOYEE_CLIENT_ID must be set/],
    [{ FOTFESTE_BACKUP_AT: '02:30' }, /FOTFESTE_BACKUP_FOLDER must be set when FOTFESTE_BACKUP_AT is/],
    [
      { FOTFESTE_BACKUP_FOLDER: '/b', FOTFESTE_BACKUP_AT: '2.30' },
      /FOTFESTE_BACKUP_AT must be .* 02:30, but is "2.30"/,
    ],
    [{ FOTFESTE_BACKUP_FOLDER: '/b', FOTFESTE_BACKUP_KEEP: '7' }, /FOTFESTE_BACKUP_KEEP must be .* but is "7"/],
    [{ FOTFESTE_LOG_LEVEL: 'loud' }, /must be one of fatal/],
    [{ FOTFESTE_PROT: '1' }, /Unknown setting FOTFESTE_PROT/],
    [{ FOTFESTE_DATA: '/dev/null/x' }, /data folder .* cannot be used/],
  ])('refuses %j', (env: Record<string, string>, message) => {
    expect(() => read(env)).toThrow(ConfigError)
    expect(() => read(env)).toThrow(message)
  })

  it('names the secret and the earlier ones, each once', () => {
    const config = read({ FOTFESTE_SECRET: one, FOTFESTE_SECRETS_EARLIER: ` ${other} ,${one},,${other}` })
    expect([config.secret, config.earlierSecrets]).toEqual([one, [other]])
  })

  it('puts a new secret before the kept ones, in a file that stays closed, and not two at once', () => {
    const before = read({}).secret
    const file = join(scratch, 'data', 'secret')
    expect(rotateKeptSecret(join(scratch, 'data'))).toEqual({ file, earlier: 1 })
    const first = read({})
    expect(first.secret).not.toBe(before)
    expect(first.earlierSecrets).toEqual([before])
    rotateKeptSecret(join(scratch, 'data'))
    expect(read({}).earlierSecrets).toEqual([first.secret, before])
    expect(statSync(file).mode & 0o777).toBe(0o600)
    writeFileSync(`${file}.new`, '')
    expect(() => rotateKeptSecret(join(scratch, 'data'))).toThrow(/EEXIST/)
    expect(read({}).earlierSecrets).toEqual([first.secret, before])
  })

  it.each([
    ['', 'nothing'],
    [`${one}\nshort`, 'a short line'],
  ])('refuses a kept file with %j, %s', (content) => {
    const folder = mkdtempSync(join(scratch, 'kept-'))
    writeFileSync(join(folder, 'secret'), content)
    expect(() => read({ FOTFESTE_DATA: folder })).toThrow(/secret must hold a secret of at least 32/)
  })

  it('makes backups only where it is told to, and then at night', () => {
    expect(read({}).backup).toBeNull()
    expect(read({ FOTFESTE_BACKUP_FOLDER: '/b' }).backup).toEqual({
      folder: '/b',
      at: '02:30',
      keep: { daily: 14, weekly: 8, monthly: 12 },
    })
  })

  it('never repeats an address in a message, since it may hold a password', () => {
    expect(() => read({ FOTFESTE_SMTP_URL: 'http://user:hemmelig@mail' })).toThrow(/^((?!hemmelig).)*$/)
  })

  it('reads a provider with its levels', () => {
    const { providers } = read({
      FOTFESTE_CITIZEN_ISSUER: 'https://idporten.no',
      FOTFESTE_CITIZEN_CLIENT_ID: 'abc',
      FOTFESTE_CITIZEN_ACR: 'idporten-loa-high',
    })
    expect(providers.citizen).toEqual({
      issuer: 'https://idporten.no',
      clientId: 'abc',
      clientSecret: null,
      clientKeyFile: null,
      resource: null,
      acrValues: ['idporten-loa-high'],
    })
  })

  const keyFile = (content: string): string => {
    const file = join(scratch, 'key.jwk')
    writeFileSync(file, content)
    return file
  }
  const withKey = (file: string, more = {}) =>
    read({
      FOTFESTE_CITIZEN_ISSUER: 'https://idporten.no',
      FOTFESTE_CITIZEN_CLIENT_ID: 'abc',
      FOTFESTE_CITIZEN_CLIENT_KEY_FILE: file,
      ...more,
    })

  it.each([
    ['a file that is not there', () => '/no/such/key', /ENOENT/],
    ['a file in another form', () => keyFile('-----BEGIN PRIVATE KEY-----'), /JSON/],
    ['a public key', () => keyFile('{"kty":"RSA","n":"x","e":"AQAB","alg":"RS256"}'), /kty, d/],
    ['a key that does not say its algorithm', () => keyFile('{"kty":"RSA","n":"x","d":"y"}'), /alg/],
  ])('refuses %s as the private key at start', (_name, file, reason) => {
    expect(() => withKey(file())).toThrow(ConfigError)
    expect(() => withKey(file())).toThrow(reason)
  })

  it('refuses a secret and a key at once', () => {
    const file = keyFile('{"kty":"RSA","n":"x","d":"y","alg":"RS256"}')
    expect(withKey(file).providers.citizen?.clientKeyFile).toBe(file)
    expect(() => withKey(file, { FOTFESTE_CITIZEN_CLIENT_SECRET: 'x' })).toThrow(/cannot both be set/)
  })
})
