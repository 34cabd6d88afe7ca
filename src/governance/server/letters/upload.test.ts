import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../../platform/server/project-root.ts'
import { inTransaction, systemActor } from '../../../platform/server/transaction.ts'
import { governanceModule } from '../../module.ts'
import { actorOf, demoLetter, type LettersBench, lettersBench, type ProblemAnswer } from './testing/bench.ts'

let bench: LettersBench
const letter2026 = demoLetter('tildelingsbrev-2026.txt')

beforeAll(async () => {
  bench = await lettersBench()
})
afterAll(() => bench.drop())

const failureOf = async (name: string, bytes: Uint8Array | string) => {
  const { letter, findings } = await bench.readIn(name, bytes)
  return { state: letter.state, code: letter.failure?.code, params: letter.failure?.params, findings: findings.length }
}

describe('reading a letter in', () => {
  it('keeps the file, reads it in the background, and says what was found', async () => {
    const { status, body } = await bench.upload('Tildelingsbrev 2026.txt', letter2026)
    expect(status).toBe(200)
    expect((await bench.view(body.id)).letter.state).toBe('reading')
    const [job] = await bench.database.owner`select payload from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'read-letter'`
    expect(job?.payload).toEqual({ letter: body.id })

    // As after a restore, which brings no queue.
    await bench.database.owner`delete from graphile_worker._private_jobs`
    const resume = () =>
      inTransaction({ app: bench.database.app }, systemActor('test'), new Date(), async (tx) =>
        governanceModule.resume?.(tx),
      )
    await resume()
    await resume()
    const again = await bench.database.owner`select payload from graphile_worker._private_jobs`
    expect(again).toEqual([{ payload: { letter: body.id } }])

    await bench.read(body.id)
    const { letter, findings } = await bench.view(body.id)
    expect(letter).toMatchObject({ state: 'checking', kind: 'allocation-letter', year: 2026, date: '2026-01-19' })
    expect(letter.title).toBe('Tildelingsbrev 2026')
    expect(letter.progress).toMatchObject({ total: findings.length, checked: 0 })
    expect(findings.filter((one) => one.kind === 'goal')).toHaveLength(5)
    const { body: text } = await bench.send<{ text: string }>('GET', `/api/letters/${body.id}/text`)
    for (const finding of findings) {
      expect(finding.start).toBeLessThan(Number(finding.end))
      expect(finding.end).toBeLessThanOrEqual(text.text.length)
    }
  })

  it('gives back the file byte for byte, as a download', async () => {
    const { body } = await bench.send<{ letters: { id: string }[] }>('GET', '/api/letters')
    const answer = await bench.app.inject(`/api/letters/${body.letters[0]?.id}/file`)
    expect(answer.rawPayload.equals(letter2026)).toBe(true)
    expect(answer.headers['content-disposition']).toMatch(/^attachment; /)
  })

  it('does not read the same file twice, and says where it is', async () => {
    const { status, body } = await bench.upload<ProblemAnswer>('kopi.txt', letter2026)
    expect([status, body.code]).toEqual([409, 'letter-already-read'])
    const found = await bench.view(String(body.params.letterId))
    expect(found.letter.title).toBe('Tildelingsbrev 2026')
  })

  it('makes nothing twice when the job runs again', async () => {
    const { body } = await bench.send<{ letters: { id: string; progress: { total: number } }[] }>('GET', '/api/letters')
    const [line] = body.letters
    await bench.read(line?.id ?? '')
    expect((await bench.view(line?.id ?? '')).findings).toHaveLength(line?.progress.total ?? -1)
  })

  it('leaves nothing half made when it is stopped in the middle, and manages the next time', async () => {
    const { body } = await bench.upload('tillegg.txt', demoLetter('tillegg-1-2026.txt'))
    await bench.database.owner`create function stop_it() returns trigger language plpgsql as
      $$ begin raise exception 'stopped'; end $$`
    await bench.database.owner`create trigger stop_it before insert on platform.audit
      for each row when (new.action = 'letter.read') execute function stop_it()`
    await expect(bench.read(body.id)).rejects.toThrow('stopped')
    const stopped = await bench.view(body.id)
    expect([stopped.letter.state, stopped.findings.length, stopped.doubts.length]).toEqual(['reading', 0, 0])
    await bench.database.owner`drop trigger stop_it on platform.audit`
    await bench.read(body.id)
    const read = await bench.view(body.id)
    expect(read.letter).toMatchObject({ state: 'checking', kind: 'supplement' })
    expect(read.letter.title).toBe('Tillegg nr. 1 til tildelingsbrev 2026')
    expect(read.letter.supplements).not.toBeNull()
  })

  it('is refused to one who may only read', async () => {
    bench.as(actorOf('ingrid', ['letter.read']))
    const { body } = await bench.upload<ProblemAnswer>('brev.txt', 'Noe')
    expect(body).toMatchObject({ code: 'no-access', params: { permission: 'letter.check' } })
    bench.as(actorOf('ingrid'))
  })

  it('lets a person who lacks access see nothing in the database either', async () => {
    const nobody = { ...systemActor('test'), permissions: new Set<string>() }
    const seen = await inTransaction(
      bench.context.databases,
      nobody,
      new Date(),
      (tx) => tx.sql`
      select from governance.letter union all select from governance.finding`,
    )
    expect(seen).toHaveLength(0)
  })
})

describe('a file that is no letter', () => {
  it.each([
    ['an empty file', 'tom.txt', '', 'file-empty'],
    ['no file at all', '', null, 'invalid-input'],
  ])('%s is refused at once', async (_what, name, bytes, code) => {
    if (bytes === null) {
      const answer = await bench.app.inject({ method: 'POST', url: '/api/letters', payload: new FormData() as never })
      expect(answer.json()).toMatchObject({ code, params: { field: 'file' } })
    } else {
      expect((await bench.upload<ProblemAnswer>(name, bytes)).body.code).toBe(code)
    }
  })

  it.each([
    ['blank text', 'blank.txt', ' \n \n', 'file-empty'],
    ['a web page', 'side.html', '<!doctype html><html><body>Tildelingsbrev 2026</body></html>', 'file-is-html'],
    [
      'a document with a password',
      'låst.docx',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'file-password',
    ],
    [
      'a document from before 2007',
      'låst.doc',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
      'file-format-unknown',
    ],
    ['a broken PDF', 'brev.pdf', '%PDF-1.7\nbroken', 'file-unreadable'],
  ])('%s is reported, and nothing is made', async (_what, name, bytes, code) => {
    expect(await failureOf(name, bytes)).toMatchObject({ state: 'failed', code, findings: 0 })
  })

  it('a scanned PDF has no text, and the number of pages is reported', async () => {
    const scan = '#image(bytes(range(0, 48)), format: (encoding: "rgb8", width: 4, height: 4), width: 10cm)'
    const bytes = NodeCompiler.create().pdf({ mainFileContent: scan })
    expect(await failureOf('skann.pdf', bytes)).toMatchObject({
      state: 'failed',
      code: 'file-scanned',
      params: { pages: 1 },
    })
  })

  it('an annual report is named as one', async () => {
    const report = `Årsrapport 2025\n\nDel I Leders beretning\n${'Direktoratet bosatte mange i 2025.\n'.repeat(40)}
Del II Introduksjon til virksomheten og hovedtall\nDel III Årets aktiviteter og resultater
Del IV Styring og kontroll i virksomheten\nDel V Vurdering av framtidsutsikter\nDel VI Årsregnskap\n`
    expect(await failureOf('rapport.txt', report)).toMatchObject({
      state: 'failed',
      code: 'letter-not-recognised',
      params: { looksLike: 'annual-report', name: 'rapport.txt' },
      findings: 0,
    })
  })

  it('may be put away, or read as a letter on a person’s word', async () => {
    const odd = await bench.readIn('notat.txt', 'Notat om en tur i skogen.\n'.repeat(20))
    expect(odd.letter.state).toBe('failed')
    const { id, version } = odd.letter
    const retried = await bench.send('POST', `/api/letters/${id}/retry`, { version, kind: 'assignment-letter' })
    expect(retried.status).toBe(200)
    await bench.read(id)
    const read = await bench.view(id)
    expect(read.letter).toMatchObject({ state: 'checking', kind: 'assignment-letter', failure: null })
    const away = { version: read.letter.version, reason: 'Hørte ikke hjemme her' }
    expect((await bench.send('POST', `/api/letters/${id}/discard`, away)).status).toBe(200)
    const { body } = await bench.send<{ letters: { id: string }[] }>('GET', '/api/letters')
    expect(body.letters.map((line) => line.id)).not.toContain(id)
  })

  it('a text far longer than any letter is refused before it is read', async () => {
    const long = `Tildelingsbrev for 2026\n${'Direktoratet skal levere.\n'.repeat(80_000)}`
    expect(await failureOf('lang.txt', long)).toMatchObject({ state: 'failed', code: 'too-large', findings: 0 })
  })

  it('a file over the limit is stopped while it comes', async () => {
    const { status, body } = await bench.upload<ProblemAnswer>('stor.txt', Buffer.alloc(51 * 1024 * 1024, 'a'))
    expect([status, body.code]).toEqual([413, 'too-large'])
  })
})

describe('a letter in an old encoding', () => {
  it('comes out with its æ, ø and å', async () => {
    const old = Buffer.from(
      demoLetter('tildelingsbrev-2025.txt')
        .toString('utf8')
        .replace(/[–“”’]/g, '-'),
      'latin1',
    )
    const { letter, findings } = await bench.readIn('gammelt.txt', old)
    expect(letter).toMatchObject({ state: 'checking', year: 2025, agency: 'Direktoratet for bosetting og inkludering' })
    expect(findings.some((one) => JSON.stringify(one.content).includes('Særskilte') || one.kind === 'goal')).toBe(true)
    const { body } = await bench.send<{ text: string }>('GET', `/api/letters/${letter.id}/text`)
    expect(body.text).toContain('særskilte behov')
  })
})

const sources = join(projectRoot, '..', 'shared', 'sources')

describe.skipIf(!existsSync(sources))('the real letters', () => {
  it.each([
    ['tildelingsbrev-2017.txt', 'allocation-letter', 2017],
    ['tildelingsbrev-2025.txt', 'allocation-letter', 2025],
    ['tillegg-tildelingsbrev-2021.txt', 'supplement', 2021],
  ])('%s is read in and kept whole', async (file, kind, year) => {
    const { letter, findings } = await bench.readIn(file, readFileSync(join(sources, file)))
    expect(letter).toMatchObject({ state: 'checking', kind, year })
    expect(findings.length).toBeGreaterThan(5)
  })

  it('the annual report is not taken for a letter', async () => {
    const bytes = readFileSync(join(sources, 'arsrapport-2017.txt'))
    expect(await failureOf('arsrapport.txt', bytes)).toMatchObject({ code: 'letter-not-recognised', findings: 0 })
  })
})

describe('form data that is not whole', () => {
  const type = 'multipart/form-data'
  const part = '--b\r\ncontent-disposition: form-data; name="file"; filename="brev.txt"\r\n\r\nKjære'
  it.each([
    ['has no boundary', type, `${part}\r\n--b--\r\n`],
    ['has an empty boundary', `${type}; boundary=`, `${part}\r\n--b--\r\n`],
    ['has a boundary without end', `${type}; boundary=${'b'.repeat(5000)}`, `${part}\r\n--b--\r\n`],
    ['stops in the file', `${type}; boundary=b`, part],
    ['stops in the headers', `${type}; boundary=b`, part.slice(0, 40)],
    ['stops in the boundary', `${type}; boundary=b`, '--'],
    ['holds another boundary', `${type}; boundary=c`, `${part}\r\n--b--\r\n`],
    ['is empty', `${type}; boundary=b`, ''],
    ['has no file', `${type}; boundary=b`, '--b\r\ncontent-disposition: form-data; name="x"\r\n\r\n1\r\n--b--\r\n'],
  ])('%s: it is refused as input', async (_, contentType, payload) => {
    const answer = await bench.app.inject({
      method: 'POST',
      url: '/api/letters',
      headers: { 'content-type': contentType },
      payload,
    })
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid-input'])
  })
})

describe('a file without a name', () => {
  it.each(['.pdf', '...', '. .txt'])('%j has a title all the same', async (name) => {
    const { body } = await bench.upload(name, `Et brev som heter ${name}`)
    expect((await bench.view(body.id)).letter.title).toBe('Brev')
  })
})
