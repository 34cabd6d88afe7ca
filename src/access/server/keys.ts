import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Config } from '../../platform/server/config.ts'

/** The secret by which everything is made, and the earlier ones by which what was made then is still known. */
export type Secrets = Pick<Config, 'secret' | 'earlierSecrets'>

/** All secrets that count, the newest first. */
export const everySecret = ({ secret, earlierSecrets }: Secrets): readonly string[] => [secret, ...earlierSecrets]

/** A key of 32 bytes for one purpose, derived from the server's secret so that no two purposes share a key. */
const keyFor = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `fotfeste access ${purpose}`, 32))

/** A name for a secret, to be kept beside what was made by it; it tells nothing about the secret. */
export const keyName = (secret: string): string => keyFor(secret, 'name').toString('hex').slice(0, 12)

/** A fresh token: 256 random bits, safe in a cookie and in an address. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is stored of a token. A token is random, so a plain hash cannot be searched backwards. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()

/**
 * What is stored of a national number: a keyed hash. Without the key the few million possible numbers could be tried
 * one by one.
 */
export const pidHmac = (secret: string, pid: string): Buffer =>
  createHmac('sha256', keyFor(secret, 'national number')).update(pid).digest()

/**
 * The token that a page must show with every write, made from the session's own: whoever cannot read the cookie cannot
 * make it, and it tells nothing about the cookie.
 */
export const csrfTokenOf = (sessionToken: string): string =>
  createHash('sha256').update('fotfeste csrf ').update(sessionToken).digest('base64url')

/**
 * The token of an account's invitation, made from the server's secret: it can be made anew when the e-mail is sent, and
 * nobody who reads the database can make it. An account is invited once.
 */
export const invitationToken = (secret: string, account: string): string =>
  createHmac('sha256', keyFor(secret, 'invitation')).update(account).digest('base64url')

/** Encrypts a short text for keeping (AES-256-GCM: nonce, tag, text). */
export const seal = (secret: string, text: string): Buffer => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, 'seal'), nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

const unsealBy = (secret: string, bytes: Buffer): string | null => {
  if (bytes.length < 28) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, 'seal'), bytes.subarray(0, 12))
    decipher.setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/** Decrypts what {@link seal} made with one of the secrets; null when it was made with another or has been changed. */
export const unseal = (secrets: readonly string[], sealed: Uint8Array): string | null => {
  const bytes = Buffer.from(sealed)
  for (const secret of secrets) {
    const text = unsealBy(secret, bytes)
    if (text !== null) return text
  }
  return null
}
