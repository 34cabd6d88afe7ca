import { spawnSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inspectZip } from '../../../platform/server/documents/zip-guard.ts'
import { longestPause } from '../../../platform/server/testing/longest-pause.ts'
import { readLetter } from '../../rules/letter/read-letter.ts'
import { type LettersBench, lettersBench } from './testing/bench.ts'

let bench: LettersBench

beforeAll(async () => {
  bench = await lettersBench()
})
afterAll(() => bench.drop())

const opening = `DET KONGELIGE HAVDEPARTEMENT
Tangverket
Dato
9. januar 2026
Tildelingsbrev for Tangverket for 2026
1. INNLEDNING
Havdepartementet gir med dette Tangverket rammene for 2026.
2. MÅL OG OPPDRAG
Oppdrag nr. 2026-01 Kartlegge tare i ytre strøk
Beskrivelse av oppdraget
`
/** Short lines take the reader longest. */
const slow = (characters: number): string => opening + '- a\n'.repeat(characters / 4)

/** A Word file whose one entry is `size` bytes when unpacked. */
const wordOf = (size: number): Uint8Array => {
  const packed = deflateRawSync(new Uint8Array(size), { level: 1 })
  const name = Buffer.from('word/document.xml')
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  for (const at of [8, 10]) end.writeUInt16LE(1, at)
  end.writeUInt32LE(central.length + name.length, 12)
  end.writeUInt32LE(local.length + name.length + packed.length, 16)
  return new Uint8Array(Buffer.concat([local, name, packed, central, name, end]))
}

const timeOf = (work: () => unknown): number => {
  const from = performance.now()
  work()
  return performance.now() - from
}

/** Ends the process that reads for this one, when there is one. */
const endReader = async (): Promise<void> => {
  for (let turn = 0; turn < 400; turn += 1) {
    const found = spawnSync('pgrep', ['-P', String(process.pid), '-f', 'worker_threads'], { encoding: 'utf8' })
    const [pid] = found.stdout.split('\n').filter(Boolean)
    if (pid) return void process.kill(Number(pid), 'SIGTERM')
    await sleep(20)
  }
  throw new Error('no process reads')
}

describe('while a letter is read', () => {
  it('the server answers: a long letter holds it for a small part of its reading', async () => {
    const text = slow(200_000)
    const alone = timeOf(() => readLetter(text))
    const { body } = await bench.upload('lang.txt', text)
    const { pause } = await longestPause(() => bench.read(body.id))
    expect((await bench.view(body.id)).letter.state).toBe('checking')
    expect(pause).toBeLessThan(alone / 4)
  })

  it('the server answers: so does a small file that unpacks to much', async () => {
    const bytes = wordOf(190 * 1024 * 1024)
    const { body } = await bench.upload('stor.docx', bytes)
    const alone = timeOf(() => inspectZip(bytes))
    const { pause } = await longestPause(() => bench.read(body.id))
    expect((await bench.view(body.id)).letter.state).toBe('failed')
    expect(pause).toBeLessThan(alone / 2)
  })
})

describe('a letter whose reader ended', () => {
  const failure = { code: 'file-too-demanding', params: { name: 'ender.txt' } }

  it('is tried once more, then failed with a problem, and may be tried by a person', async () => {
    const { body } = await bench.upload('ender.txt', slow(400_000))
    const [first] = await Promise.allSettled([bench.read(body.id), endReader()])
    expect(first.status).toBe('rejected')
    expect((await bench.view(body.id)).letter.state).toBe('reading')
    await Promise.all([bench.read(body.id), endReader()])
    const failed = await bench.view(body.id)
    expect(failed.letter).toMatchObject({ state: 'failed', failure })
    expect([failed.findings.length, failed.doubts.length]).toEqual([0, 0])

    const { version } = failed.letter
    await bench.send('POST', `/api/letters/${body.id}/retry`, { version, kind: null })
    await bench.read(body.id)
    expect((await bench.view(body.id)).letter.state).toBe('checking')
  })

  it('is given up when the whole server ended with it, twice', async () => {
    const { body } = await bench.upload('ender.txt', `${slow(400)}.`)
    await bench.database.owner`insert into governance.reading_try (letter, times) values (${body.id}, 2)`
    await bench.read(body.id)
    expect((await bench.view(body.id)).letter).toMatchObject({ state: 'failed', failure })
  })
})
