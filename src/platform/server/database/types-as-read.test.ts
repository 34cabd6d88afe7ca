import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../testing/database.ts'
import { instantText } from './instant-text.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

/** The same instant as the driver gives it, and as JSON does, in a session of that time zone. */
const read = (text: string | null, zone: string) =>
  database.app.begin(async (tx) => {
    await tx`select set_config('TimeZone', ${zone}, true)`
    const at = tx`${text}::timestamptz`
    const [row] = await tx<{ at: string | null; json: { at: string | null }; list: (string | null)[] }[]>`
      select ${at} as at, jsonb_build_object('at', ${instantText(tx, at)}) as json, array[${at}, null, ${at}] as list`
    if (row === undefined) throw new Error('no row')
    return row
  })

// One ahead, one behind, one with half an hour, and ones whose early offsets have seconds.
const zones = ['UTC', 'Europe/Oslo', 'America/New_York', 'Asia/Kolkata', 'Africa/Monrovia', 'Pacific/Chatham']

describe.each(zones)('an instant, in a session of %s', (zone) => {
  it.each([
    ['2026-11-28T17:05:00Z', '2026-11-28T17:05:00.000Z'],
    ['2026-11-28T17:05:00.1Z', '2026-11-28T17:05:00.100Z'],
    ['2026-11-28T17:05:00.123456Z', '2026-11-28T17:05:00.123Z'],
    ['2026-11-28T17:05:00.999999Z', '2026-11-28T17:05:00.999Z'],
    ['2026-12-31T23:30:00-05', '2027-01-01T04:30:00.000Z'],
    // The hour that summer time repeats, both times.
    ['2026-10-25T00:30:00Z', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T01:30:00Z', '2026-10-25T01:30:00.000Z'],
    ['1969-12-31T23:59:59.999999Z', '1969-12-31T23:59:59.999Z'],
    ['1890-06-01T12:00:00.5Z', '1890-06-01T12:00:00.500Z'],
    ['0050-01-01T12:00:00Z', '0050-01-01T12:00:00.000Z'],
    ['2100-03-01T00:00:00.001Z', '2100-03-01T00:00:00.001Z'],
    ['9999-12-30T23:59:59.999Z', '9999-12-30T23:59:59.999Z'],
  ])('%s is %s', async (text, instant) => {
    expect(await read(text, zone)).toEqual({ at: instant, json: { at: instant }, list: [instant, null, instant] })
  })

  it('that is null stays null', async () => {
    expect(await read(null, zone)).toEqual({ at: null, json: { at: null }, list: [null, null, null] })
  })

  it('without end keeps its word', async () => {
    for (const word of ['infinity', '-infinity']) {
      expect(await read(word, zone)).toEqual({ at: word, json: { at: word }, list: [word, null, word] })
    }
  })
})

it('what was read is the same instant when it is written', async () => {
  const at = '2026-11-28T17:05:00.123Z'
  const rows = await database.app<{ same: boolean }[]>`
    select t.at = ${at}::timestamptz as same from (select ${new Date(at)} as at) t`
  expect(rows).toEqual([{ same: true }])
})

it('dates stay plain, and lists of dates and whole numbers keep their nulls', async () => {
  expect(
    await database.app`select '2026-11-28'::date as day, '{2026-11-28,NULL}'::date[] as days, '{7,NULL}'::int8[] as numbers`,
  ).toEqual([{ day: '2026-11-28', days: ['2026-11-28', null], numbers: [7, null] }])
})

it('a form that is not ISO is refused, not guessed', async () => {
  await database.app.begin(async (tx) => {
    await tx`set local datestyle = 'SQL'`
    await expect(async () => await tx`select now()`).rejects.toThrow(/not written as ISO/)
  })
})
