import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import { json } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sweepFilePartsTask } from '../../../platform/server/sweep-file-parts.ts'
import { inTransaction, systemActor, type Tx } from '../../../platform/server/transaction.ts'
import { actorOf, type LettersBench, lettersBench } from './testing/bench.ts'

let bench: LettersBench
let port: number

beforeAll(async () => {
  bench = await lettersBench()
  await bench.app.listen({ port: 0, host: '127.0.0.1' })
  port = (bench.app.server.address() as { port: number }).port
})
afterAll(() => bench.drop())

/** Runs a script in a process of its own, so that it takes nothing of this one's time; gives what it printed. */
const apart = (script: string, ...words: readonly (string | number)[]): Promise<unknown> => {
  const child = spawn(process.execPath, ['--eval', script, ...words.map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return json(child.stdout)
}

/** Hands in files of `mb` megabytes at once, each another; prints the answers' statuses. */
const uploads = `
const http = require('node:http')
const [port, count, mb] = process.argv.slice(1).map(Number)
const chunk = Buffer.alloc(1024 * 1024, 'a')
const one = async (n) => {
  const mark = '--x\\r\\ncontent-disposition: form-data; name="file"; filename="stor-' + n + '.txt"\\r\\n\\r\\n'
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  const request = http.request({ port, host: '127.0.0.1', method: 'POST', path: '/api/letters', headers })
  const status = new Promise((done) => request.on('response', (r) => { r.resume(); done(r.statusCode) }))
  request.write(mark + 'fil ' + n)
  for (let sent = 0; sent < mb; sent += 1) if (!request.write(chunk)) await new Promise((go) => request.once('drain', go))
  request.end('\\r\\n--x--\\r\\n')
  return status
}
Promise.all(Array.from({ length: count }, (_, n) => one(n))).then((all) => console.log(JSON.stringify(all)))
`

/** Asks whether the server lives for some milliseconds, and prints how long the answers took. */
const asking = `
const [port, ms] = process.argv.slice(1).map(Number)
const ask = async () => {
  const times = []
  for (const end = Date.now() + ms; Date.now() < end; ) {
    const from = performance.now()
    await (await fetch('http://127.0.0.1:' + port + '/health/live')).text()
    times.push(performance.now() - from)
    await new Promise((go) => setTimeout(go, 10))
  }
  console.log(JSON.stringify(times))
}
ask()
`

const p99 = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.NaN

/** The most memory that this process held more than now while `work` went on, in megabytes. */
const memoryOf = async (work: () => Promise<void>): Promise<number> => {
  const before = process.memoryUsage.rss()
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 20)
  await work().finally(() => clearInterval(timer))
  return (most - before) / 1024 / 1024
}

const partsWithoutFile = async (): Promise<number> => {
  const [row] = await bench.database.owner<{ n: number }[]>`select count(*)::int as n from platform.file_part p
    where not exists (select from platform.file f where f.id = p.file)`
  return row?.n ?? Number.NaN
}

const sweep = () =>
  sweepFilePartsTask(
    {},
    {
      ...bench.context,
      inTransaction: (work) => inTransaction(bench.context.databases, systemActor('sweep'), new Date(), work),
    },
  )

/** Asks as one with these permissions and no others. */
const asOne = (permissions: readonly string[], work: (tx: Tx) => PromiseLike<readonly unknown[]>) =>
  inTransaction(bench.context.databases, actorOf('ingrid', permissions), new Date(), async (tx) => work(tx))

describe('a large file', () => {
  it('goes into the database as it comes: eight at once leave the server small and answering', async () => {
    await apart(uploads, port, 1, 1) // code and connections are there before anything is measured
    const idle = p99((await apart(asking, port, 2_000)) as number[])
    let busy = Number.NaN
    let statuses: unknown
    const grown = await memoryOf(async () => {
      const asked = apart(asking, port, 6_000)
      statuses = await apart(uploads, port, 8, 45)
      busy = p99((await asked) as number[])
    })
    expect(statuses).toEqual(Array.from({ length: 8 }, () => 200))
    expect(grown).toBeLessThan(300)
    expect(busy).toBeLessThan(Math.max(250, 10 * idle))
  }, 90_000)

  it('comes out again byte for byte, part by part', async () => {
    const [row] = await bench.database.owner<{ letter: string; sha256: string; size: number }[]>`
      select l.id as letter, f.sha256, f.size from governance.letter l join platform.file f on f.id = l.file
      order by f.size desc limit 1`
    const hash = createHash('sha256')
    let size = 0
    const grown = await memoryOf(async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/api/letters/${row?.letter}/file`)
      expect(answer.headers.get('content-length')).toBe(String(row?.size))
      for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
        size += chunk.length
        hash.update(chunk)
      }
    })
    expect([size, hash.digest('hex')]).toEqual([row?.size, row?.sha256])
    expect(grown).toBeLessThan(150)
  })

  it('that is cut off in the middle leaves parts, which are swept after a day and no others', async () => {
    expect(await partsWithoutFile()).toBe(0)
    const socket = connect(port, '127.0.0.1')
    socket.write(
      'POST /api/letters HTTP/1.1\r\nhost: x\r\ncontent-type: multipart/form-data; boundary=x\r\n' +
        'content-length: 9000000\r\n\r\n--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n',
    )
    socket.write(Buffer.alloc(3 * 1024 * 1024, 'b'))
    while ((await partsWithoutFile()) < 2) await sleep(20)
    socket.destroy()
    await sleep(200)
    const left = await partsWithoutFile()
    expect(left).toBeGreaterThanOrEqual(2)
    const [all] = await bench.database.owner<{ n: number }[]>`select count(*)::int as n from platform.file_part`

    await sweep()
    expect(await partsWithoutFile()).toBe(left)
    await bench.database.owner`update platform.file_part set recorded_at = recorded_at - interval '2 days'`
    await sweep()
    expect(await partsWithoutFile()).toBe(0)
    const [after] = await bench.database.owner<{ n: number }[]>`select count(*)::int as n from platform.file_part`
    expect(after?.n).toBe(Number(all?.n) - left)
  })

  it('is shown by its parts to nobody who may not read it, and takes no parts from others', async () => {
    const { body } = await bench.upload('liten.txt', 'Tildelingsbrev for de få')
    const [row] = await bench.database.owner<{ file: string }[]>`
      select file from governance.letter where id = ${body.id}`
    const parts = (tx: Tx) => tx.sql`select part from platform.file_part where file = ${row?.file ?? ''}`
    expect(await asOne(['letter.check'], parts)).toHaveLength(1)
    // Who reads approved letters reads no file of one that is still being checked.
    expect(await asOne(['letter.read'], parts)).toHaveLength(0)
    expect(await asOne(['followup.read'], parts)).toHaveLength(0)
    const adding = asOne(
      ['letter.check'],
      (tx) => tx.sql`insert into platform.file_part (file, part, bytes) values (${row?.file ?? ''}, 1, 'x')`,
    )
    await expect(adding).rejects.toThrow(/row-level security/)
    await expect(asOne(['letter.check'], (tx) => tx.sql`delete from platform.file_part`)).resolves.toHaveLength(0)
    expect(await asOne(['letter.check'], parts)).toHaveLength(1)
  })

  it('that was kept whole, before files had parts, is given back as it was', async () => {
    const bytes = Buffer.alloc(2_500_000, 'Tildelingsbrev ')
    const [row] = await bench.database.owner<{ id: string }[]>`with f as (
        insert into platform.file (name, media_type, size, sha256, bytes, permission)
        values ('eldre.txt', 'text/plain', ${bytes.length}, 'x', ${bytes}, 'letter.read') returning id)
      insert into governance.letter (title, file, sha256) select 'Eldre', id, 'x' from f returning id`
    const answer = await bench.app.inject(`/api/letters/${row?.id}/file`)
    expect(answer.rawPayload.equals(bytes)).toBe(true)
  })
})
