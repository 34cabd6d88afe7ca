import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acrSuffices, readAcr } from './acr.ts'
import { representedNumbers } from './representation.ts'
import { type SessionTimes, sessionState, touchDue } from './session.ts'

const opened = new Date('2026-03-02T07:00:00Z')
const minutesIn = (minutes: number) => new Date(opened.getTime() + minutes * 60_000)
const instantIn = (minutes: number) => minutesIn(minutes).toISOString()
const session = (more: Partial<SessionTimes> = {}): SessionTimes => ({
  kind: 'employee',
  openedAt: opened.toISOString(),
  lastSeenAt: opened.toISOString(),
  endedAt: null,
  ...more,
})

describe('sessions', () => {
  it.each([
    ['fresh', session(), 1, 'valid'],
    ['29 minutes idle', session(), 29, 'valid'],
    ['30 minutes idle', session(), 30, 'idle'],
    ['in use through the day', session({ lastSeenAt: instantIn(9 * 60 + 59) }), 9 * 60 + 59, 'valid'],
    ['ten hours old, in use', session({ lastSeenAt: instantIn(600) }), 600, 'expired'],
    ['citizen, two hours', session({ kind: 'citizen', lastSeenAt: instantIn(120) }), 120, 'expired'],
    ['logged out', session({ endedAt: instantIn(5) }), 6, 'ended'],
  ])('%s', (_, times, minutes, expected) => expect(sessionState(times, minutesIn(minutes))).toBe(expected))

  it('once over, stays over', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (minutes, more) => {
        const state = sessionState(session(), minutesIn(minutes))
        return state === 'valid' || sessionState(session(), minutesIn(minutes + more)) !== 'valid'
      }),
    )
  })

  it('stores the time of use once a minute', () => {
    expect(touchDue(session(), minutesIn(0.9))).toBe(false)
    expect(touchDue(session(), minutesIn(1))).toBe(true)
  })
})

describe('the level of a login', () => {
  it.each([
    ['idporten-loa-high', 'substantial', true],
    ['idporten-loa-substantial', 'substantial', true],
    ['substantial', 'high', false],
    ['idporten-loa-low', 'substantial', false],
    ['high', 'high', true],
    ['Level4', 'substantial', false],
    ['', 'low', false],
    [undefined, 'low', false],
    [['high'], 'low', false],
  ] as const)('%s for %s: %s', (acr, required, expected) => expect(acrSuffices(acr, required)).toBe(expected))

  it('knows no level that it was not taught', () => {
    fc.assert(fc.property(fc.string(), (acr) => readAcr(`x${acr}`) === null))
  })
})

describe('representation', () => {
  const party = (id: unknown) => ({ orgno: { authority: 'iso6523-actorid-upis', ID: id } })
  const detail = (...ids: unknown[]) => ({
    type: 'ansattporten:altinn:resource',
    resource: 'urn:altinn:resource:fotfeste',
    authorized_parties: ids.map(party),
  })
  it.each([
    ['nothing came', undefined, []],
    ['an empty list', [], []],
    ['one organisation', [detail('0192:974760673')], ['974760673']],
    ['the same twice', [detail('0192:974760673', '0192:974760673')], ['974760673']],
    ['a wrong check digit', [detail('0192:974760674')], []],
    ['a Swedish number', [detail('0007:974760673')], []],
    ['no number', [detail(7, null)], []],
    ['another resource', [{ ...detail('0192:974760673'), resource: 'urn:altinn:resource:other' }], []],
    ['another type', [{ ...detail('0192:974760673'), type: 'ansattporten:entra' }], []],
    ['nonsense', ['x', null, { type: 'ansattporten:altinn:resource', authorized_parties: 'all' }], []],
  ])('%s', (_, details, expected) =>
    expect(representedNumbers(details, 'urn:altinn:resource:fotfeste')).toEqual(expected),
  )
})
