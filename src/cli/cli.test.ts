import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { release } from '../platform/server/release.ts'
import { texts as setupEn } from '../platform/texts/setup.en.ts'
import { texts as setupNb } from '../platform/texts/setup.nb.ts'
import { texts as setupNn } from '../platform/texts/setup.nn.ts'
import { fotfeste, scratchFolder } from './testing.ts'
import { en } from './texts/en.ts'
import { nb } from './texts/nb.ts'
import { nn } from './texts/nn.ts'

const scratch = scratchFolder()
const data = join(scratch, 'data')

beforeAll(() => {
  fotfeste(data, ['help'])
}, 120_000)
afterAll(() => rmSync(scratch, { recursive: true, force: true, maxRetries: 10 }))

const named = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

describe('the texts', () => {
  it.each(Object.keys(setupNb) as (keyof typeof setupNb)[])('%s takes the same values in every language', (key) => {
    for (const texts of [setupNn, setupEn]) expect(named(texts[key])).toEqual(named(setupNb[key]))
    expect(setupEn[key]).not.toBe(setupNb[key])
  })

  it.each(Object.keys(nb) as (keyof typeof nb)[])('%s takes the same values in every language', (key) => {
    for (const texts of [nn, en]) {
      expect(texts[key].length).toBeGreaterThan(0)
      expect(named(texts[key])).toEqual(named(nb[key]))
    }
  })
})

describe('without a database', () => {
  it('shows the commands, in bokmål unless told', () => {
    expect(fotfeste(data, [])).toMatchObject({ code: 0, out: expect.stringContaining('Kommandoer:') })
    expect(fotfeste(data, ['help', '--lang', 'nn']).out).toContain('Kommandoar:')
    expect(fotfeste(data, ['--lang=en', '--help']).out).toContain('Commands:')
  })

  it.each([
    [['nothing'], 2, /ingen kommando som heter «nothing»/],
    [['backup', '--fast'], 2, /Valget --fast finnes ikke/],
    [['letter'], 2, /parse mangler/],
    [['letter', 'parse'], 2, /FIL mangler/],
    [['help', '--lang', 'de'], 2, /nb, nn eller en/],
    [['user', 'add', 'Eva'], 2, /--email mangler/],
    [['letter', 'parse', '/no/such/file'], 1, /finnes ikke eller kan ikke leses/],
    [['secret'], 2, /rotate mangler/],
    [['secret', 'forget'], 2, /Forventet ikke «forget»/],
    [['backup', 'list', '/no/such/folder'], 1, /mappen \/no\/such\/folder finnes ikke/],
    [['restore', '/no/such/file'], 1, /Filen \/no\/such\/file finnes ikke/],
    [['letter', 'parse', '/no/such/file', '--lang', 'nn'], 1, /finst ikkje/],
  ])('refuses %j', (words, code, message) => {
    const answer = fotfeste(data, words)
    expect(answer.code).toBe(code)
    expect(answer.err).toMatch(message)
    expect(answer.out).toBe('')
  })

  it('reads a letter, and prints nothing but JSON when told', () => {
    const file = join(scratch, 'brev.txt')
    writeFileSync(
      file,
      'Tildelingsbrev 2026 for Direktoratet for prøver\n\nKap. 670 Bosetting\nPost 01 Driftsutgifter 12 000\n',
    )
    const { code, out, err } = fotfeste(data, ['letter', 'parse', file, '--json'])
    expect(code).toBe(0)
    expect(err).toBe('')
    expect(JSON.parse(out)).toMatchObject({ kind: expect.any(String), assignments: expect.any(Array) })
    writeFileSync(file, '')
    const empty = fotfeste(data, ['letter', 'parse', file, '--json', '--lang', 'en'])
    expect(empty.code).toBe(1)
    expect(JSON.parse(empty.out)).toEqual({ problem: { code: 'file-empty', params: { name: 'brev.txt' } } })
    expect(empty.err).toContain('is empty')
  })

  it('refuses a setting that does not exist', () => {
    const answer = fotfeste(data, ['migrate'], { FOTFESTE_PROT: '1' })
    expect(answer).toMatchObject({ code: 1, err: expect.stringContaining('Ukjent innstilling FOTFESTE_PROT') })
  })

  it('changes the secret of the data folder, and leaves one that is a setting to its setter', () => {
    const folder = join(scratch, 'rotated')
    const first = fotfeste(folder, ['secret', 'rotate', '--json'])
    expect(JSON.parse(first.out)).toEqual({ file: join(folder, 'secret'), earlier: 1 })
    expect(readFileSync(join(folder, 'secret'), 'utf8').trim().split('\n')).toHaveLength(2)
    const set = fotfeste(folder, ['secret', 'rotate'], { FOTFESTE_SECRET: 'x'.repeat(40) })
    expect(set).toMatchObject({ code: 1, out: '', err: expect.stringContaining('FOTFESTE_SECRETS_EARLIER') })
  })

  const elsewhere = 'postgres://fotfeste:hemmelig@127.0.0.1:1/fotfeste'
  it.each([
    [{}, 'Databasen i FOTFESTE_DATABASE_URL på 127.0.0.1:1 svarer ikke (connect ECONNREFUSED 127.0.0.1:1)'],
    [{ LANG: 'nn_NO.UTF-8' }, 'svarer ikkje'],
    [{ LANG: 'nn_NO.UTF-8', LC_ALL: 'en_GB.UTF-8' }, 'does not answer'],
    [{ LC_ALL: 'en_GB.UTF-8', FOTFESTE_LOCALE: 'nn' }, 'svarer ikkje'],
    [{ LANG: 'C.UTF-8' }, 'svarer ikke'],
  ])('says in the language of %j that the database does not answer, and no more', (env, words) => {
    const answer = fotfeste(data, ['migrate'], { FOTFESTE_DATABASE_URL: elsewhere, ...env })
    expect(answer).toMatchObject({ code: 1, out: '', err: expect.stringContaining(words) })
    expect(answer.err.trim().split('\n')).toHaveLength(1)
    expect(answer.err).not.toContain('hemmelig')
  })

  it.each([
    [['migrate'], { FOTFESTE_PORT: '80a' }, /FOTFESTE_PORT må være et helt tall fra 0 til 65535, men er «80a»/],
    [
      ['migrate'],
      { FOTFESTE_DATA: '/dev/null/x', LANG: 'en_US.UTF-8' },
      /The data folder \/dev\/null\/x cannot be used/,
    ],
    [['migrate'], { FOTFESTE_LOCALE: 'de' }, /FOTFESTE_LOCALE må være en av nb, nn, en/],
    [['restore', scratch], {}, /er ingen hel sikkerhetskopi/],
    [['letter', 'parse', scratch], { LANG: 'nn_NO' }, /finst ikkje eller kan ikkje lesast/],
  ])('%j with %j is refused in words, without a stack trace', (words, env, message) => {
    const answer = fotfeste(data, words, env)
    expect(answer).toMatchObject({ code: 1, out: '', err: expect.stringMatching(message) })
    expect(answer.err).not.toMatch(/^\s+at /m)
  })

  it('says at once when the port is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const port = address && typeof address === 'object' ? address.port : 0
    const answer = fotfeste(data, ['serve', '--port', String(port)])
    other.close()
    expect(answer).toMatchObject({ code: 1, err: expect.stringContaining(`Porten ${port} er opptatt`) })
  })

  it('has made no data folder but the secret by all this', () => {
    expect(existsSync(join(data, 'postgres'))).toBe(false)
  })
})

describe('with the embedded database', { timeout: 120_000 }, () => {
  it('migrates, adds the first administrator, backs up and restores', () => {
    expect(fotfeste(data, ['migrate', '--json'])).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(fotfeste(data, ['migrate', '--json']).out)).toEqual({ migrations: [] })
    const who = ['Eva Prøve', '--email', 'eva@example.no', '--role', 'administrator', '--organisation', '310000000']
    expect(fotfeste(data, ['user', 'add', ...who])).toMatchObject({
      code: 1,
      err: expect.stringContaining('310000000'),
    })
    const added = fotfeste(data, ['user', 'add', ...who, '--organisation-name', 'Direktoratet', '--json'])
    expect(JSON.parse(added.out)).toMatchObject({
      organisation: 'Direktoratet',
      link: expect.stringMatching(/^http:\/\/localhost:3030\/api\/login\/employee\?invitation=[\w-]{43}$/),
    })
    expect(fotfeste(data, ['user', 'add', ...who]).err).toContain('finnes alt en bruker')
    expect(fotfeste(data, ['user', 'role', 'eva@example.no', 'chief', '--organisation', '310000000']).code).toBe(1)

    const nowhere = join(scratch, 'no-folder', 'all.backup')
    const refused = fotfeste(data, ['backup', nowhere, '--lang', 'nn'])
    expect(refused).toMatchObject({
      code: 1,
      err: expect.stringContaining(`Fila eller mappa ${nowhere}.part finst ikkje`),
    })
    expect(refused.err).not.toMatch(/^\s+at /m)
    const file = join(scratch, 'all.backup')
    expect(JSON.parse(fotfeste(data, ['backup', file, '--json']).out)).toMatchObject({ file })
    writeFileSync(join(scratch, 'other.backup'), 'kjære direktorat')
    const listed = JSON.parse(fotfeste(data, ['backup', 'list', scratch, '--json']).out)
    expect(listed.backups).toEqual([
      { file: 'all.backup', bytes: statSync(file).size, madeAt: expect.any(String), release, fault: null },
      expect.objectContaining({ file: 'other.backup', madeAt: null, fault: expect.stringContaining('ingen hel') }),
    ])
    expect(fotfeste(data, ['backup', file])).toMatchObject({ code: 1, err: expect.stringContaining('finnes fra før') })
    expect(fotfeste(data, ['restore', file]).err).toMatch(/Bruk en ny datamappe[\s\S]*alt i bruk/)
    const other = join(scratch, 'other')
    expect(fotfeste(other, ['restore', file])).toMatchObject({
      code: 0,
      err: expect.stringMatching(/^\d+\/\d+ Legger inn/m),
    })
    const there = JSON.parse(fotfeste(other, ['user', 'list', '--json']).out)
    expect(there.users).toEqual([
      { name: 'Eva Prøve', email: 'eva@example.no', role: 'administrator', organisation: 'Direktoratet' },
    ])
  })

  it('examines itself', () => {
    const { code, out, err } = fotfeste(data, ['doctor', '--json'])
    expect(err).toBe('')
    const { good, findings } = JSON.parse(out)
    expect({ code, good }).toEqual({ code: 0, good: true })
    expect(findings).toContainEqual(expect.objectContaining({ check: 'roles', state: 'ok' }))
    expect(findings).toContainEqual(expect.objectContaining({ check: 'secret', state: 'ok' }))
    expect(findings).toContainEqual(expect.objectContaining({ check: 'backup', state: 'note' }))
    const nowhere = fotfeste(data, ['doctor', '--json'], { FOTFESTE_BACKUP_FOLDER: join(scratch, 'nowhere') })
    expect(nowhere.code).toBe(1)
    expect(JSON.parse(nowhere.out).findings).toContainEqual(
      expect.objectContaining({ check: 'backup', state: 'wrong', text: expect.stringContaining('ENOENT') }),
    )
  })
})
