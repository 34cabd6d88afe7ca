import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyRequest } from 'fastify'

/**
 * Names and marks of our two cookies. On https the name begins with `__Host-`, by which browsers refuse the cookie
 * unless it is Secure, for this host only and for the whole site: a neighbouring domain can neither read nor plant it.
 *
 * On http, which is for localhost alone, the cookie is neither Secure nor prefixed: Safari and curl keep no Secure
 * cookie from http://localhost, though Chromium and Firefox do, and the demo must work in all of them.
 */
export interface Cookies {
  readonly session: string
  /** Binds a login to the browser that began it. */
  readonly login: string
  readonly options: CookieSerializeOptions
}

/** The cookies for the address that browsers use. */
export const cookiesFor = (baseUrl: string): Cookies => {
  const secure = baseUrl.startsWith('https:')
  const prefix = secure ? '__Host-' : ''
  return {
    session: `${prefix}fotfeste`,
    login: `${prefix}fotfeste-login`,
    // Lax: the way back from the provider is a link from another site, and must carry the cookie.
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure },
  }
}

/** The session's token in a request, or null. The length is fixed, so that nothing else is looked up. */
export const sessionTokenOf = (request: FastifyRequest, cookies: Cookies): string | null => {
  const value = request.cookies[cookies.session]
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : null
}
