import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const scratch = mkdtempSync(join(tmpdir(), 'fotfeste-config-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const read = (env: Record<string, string>) => readConfig({ FOTFESTE_DATA: join(scratch, 'data'), ...env })

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
    [{ FOTFESTE_SECRET: 'short' }, /at least 32/],
    [{ FOTFESTE_EMPLOYEE_ISSUER: 'https://example.org' }, /FOTFESTE_EMPLOYEE_CLIENT_ID must be set/],
    [{ FOTFESTE_LOG_LEVEL: 'loud' }, /must be one of fatal/],
    [{ FOTFESTE_PROT: '1' }, /Unknown setting FOTFESTE_PROT/],
    [{ FOTFESTE_DATA: '/dev/null/x' }, /data folder .* cannot be used/],
  ])('refuses %j', (env: Record<string, string>, message) => {
    expect(() => read(env)).toThrow(ConfigError)
    expect(() => read(env)).toThrow(message)
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
