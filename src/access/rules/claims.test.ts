import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acrAccepted } from './acr.ts'
import { checkClaims } from './claims.ts'

const wanted = { acrValues: ['substantial', 'high'], resource: 'urn:altinn:resource:fotfeste' }
const claims = {
  iss: 'https://ansattporten.no',
  sub: 'abc',
  acr: 'high',
  pid: '11838533363',
  name: ' Ingrid Solbakken ',
  email: 'ingrid@example.no',
  authorization_details: [
    {
      type: 'ansattporten:altinn:resource',
      resource: 'urn:altinn:resource:fotfeste',
      authorized_parties: [{ orgno: { authority: 'iso6523-actorid-upis', ID: '0192:974760673' } }],
    },
  ],
}

describe('what is believed of a provider’s claims', () => {
  it('everything that has the right form', () => {
    expect(checkClaims(claims, wanted)).toEqual({
      ok: true,
      login: {
        issuer: 'https://ansattporten.no',
        subject: 'abc',
        acr: 'high',
        pid: '11838533363',
        name: 'Ingrid Solbakken',
        email: 'ingrid@example.no',
        represented: ['974760673'],
      },
    })
  })

  it.each([
    ['no acr', { acr: undefined }, 'acr-too-low'],
    ['a low acr', { acr: 'idporten-loa-low' }, 'acr-too-low'],
    ['an acr of another kind', { acr: { level: 'high' } }, 'acr-too-low'],
    ['no subject', { sub: '' }, 'no-subject'],
    ['no issuer', { iss: 7 }, 'no-subject'],
  ])('refuses %s', (_, more, reason) =>
    expect(checkClaims({ ...claims, ...more }, wanted)).toEqual({ ok: false, reason }),
  )

  it.each([
    ['pid', 'abc'],
    ['pid', 11838533363],
    ['email', 'nobody'],
    ['name', '   '],
  ])('counts %s %s as not said', (name, value) => {
    const checked = checkClaims({ ...claims, [name]: value }, wanted)
    expect(checked.ok && checked.login[name as 'pid' | 'email' | 'name']).toBeNull()
  })

  it('represents nobody where people log in as themselves', () => {
    const checked = checkClaims(claims, { ...wanted, resource: null })
    expect(checked.ok && checked.login.represented).toEqual([])
  })

  it('never throws, whatever a provider sends', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.anything()), (junk) => !checkClaims(junk, wanted).ok))
  })
})

it.each([
  ['entraid', ['entraid'], true],
  ['idporten-loa-high', ['substantial'], true],
  ['substantial', ['idporten-loa-high'], false],
  ['high', [], false],
] as const)('acr %s among %j: %s', (acr, accepted, expected) => expect(acrAccepted(acr, accepted)).toBe(expected))
