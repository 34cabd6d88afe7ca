import { createHash, randomBytes } from 'node:crypto'

/** A new secret of 32 random bytes, written so that it can stand in an address. */
export const newFeedToken = (): string => randomBytes(32).toString('base64url')

/**
 * The hash by which a secret is found again. A plain SHA-256 is enough: the secret has 256 random bits, so there is
 * nothing to guess that a slow hash would protect.
 */
export const feedTokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')
