import { acrAccepted } from './acr.ts'
import { representedNumbers } from './representation.ts'

/** What a provider vouched for, as far as we believe it. */
export interface CheckedLogin {
  readonly issuer: string
  readonly subject: string
  readonly acr: string
  /** National number (eleven digits), or null when the provider gives none. */
  readonly pid: string | null
  readonly name: string | null
  readonly email: string | null
  /** Organisation numbers that the person was shown to represent. */
  readonly represented: readonly string[]
}

/** Why the claims of a login that the provider completed are not good enough. */
export type ClaimRefusal = 'acr-too-low' | 'no-subject'

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null)

/**
 * Checks the claims of an identity token whose signature, issuer, audience, nonce and times have been proven. What is
 * not as expected counts as not said; a login at too low a level is refused.
 */
export const checkClaims = (
  claims: Readonly<Record<string, unknown>>,
  wanted: { readonly acrValues: readonly string[]; readonly resource: string | null },
): { readonly ok: true; readonly login: CheckedLogin } | { readonly ok: false; readonly reason: ClaimRefusal } => {
  const issuer = text(claims.iss)
  const subject = text(claims.sub)
  if (issuer === null || subject === null) return { ok: false, reason: 'no-subject' }
  const acr = text(claims.acr)
  if (acr === null || !acrAccepted(acr, wanted.acrValues)) return { ok: false, reason: 'acr-too-low' }
  const pid = text(claims.pid)
  const email = text(claims.email)
  return {
    ok: true,
    login: {
      issuer,
      subject,
      acr,
      pid: pid !== null && /^\d{11}$/.test(pid) ? pid : null,
      name: text(claims.name)?.slice(0, 200) ?? null,
      email: email !== null && /^[^@\s]+@[^@\s]+$/.test(email) ? email : null,
      represented: wanted.resource === null ? [] : representedNumbers(claims.authorization_details, wanted.resource),
    },
  }
}
