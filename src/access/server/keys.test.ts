import { describe, expect, it } from 'vitest'
import { cookiesFor } from './cookies.ts'
import { csrfTokenOf, newToken, pidHmac, seal, unseal } from './keys.ts'

const secret = 'a secret for tests that is long enough'

describe('what is kept of secrets', () => {
  it('opens what it sealed, and nothing that was changed or sealed by another', () => {
    const sealed = seal(secret, 'token æøå')
    expect(unseal([secret], sealed)).toBe('token æøå')
    expect(unseal([`${secret}!`], sealed)).toBeNull()
    for (const place of [0, 13, sealed.length - 1]) {
      const changed = Buffer.from(sealed)
      changed[place] = (changed[place] ?? 0) ^ 1
      expect(unseal([secret], changed)).toBeNull()
    }
    expect(unseal([secret], Buffer.alloc(5))).toBeNull()
    expect(sealed.includes('token')).toBe(false)
    expect(seal(secret, 'x').equals(seal(secret, 'x'))).toBe(false)
  })

  it('recognises a national number only with the same secret', () => {
    expect(pidHmac(secret, '11838533363').equals(pidHmac(secret, '11838533363'))).toBe(true)
    expect(pidHmac(secret, '11838533363').equals(pidHmac('another secret', '11838533363'))).toBe(false)
  })

  it('makes tokens that differ, and page tokens that follow them', () => {
    const [one, other] = [newToken(), newToken()]
    expect(one).toHaveLength(43)
    expect(one).not.toBe(other)
    expect(csrfTokenOf(one)).not.toBe(csrfTokenOf(other))
    expect(csrfTokenOf(one)).not.toContain(one)
  })
})

describe('the cookie', () => {
  it('on https belongs to this host alone and travels only there', () => {
    const { session, options } = cookiesFor('https://fotfeste.example.no')
    expect(session).toBe('__Host-fotfeste')
    expect(options).toEqual({ path: '/', httpOnly: true, sameSite: 'lax', secure: true })
  })

  it('on http://localhost works in every browser', () => {
    expect(cookiesFor('http://localhost:3030')).toMatchObject({ session: 'fotfeste', options: { secure: false } })
  })
})
