import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { connect } from './connect.ts'
import { type EmbeddedServer, startEmbedded } from './embedded.ts'
import { EmbeddedError } from './embedded-error.ts'
import { makeFolders } from './embedded-folders.ts'
import { isPostgres, serverPid } from './embedded-process.ts'

const scratches: string[] = []
const servers: EmbeddedServer[] = []

const newFolder = (): string => {
  const scratch = mkdtempSync(join(tmpdir(), 'fotfeste-embedded-'))
  scratches.push(scratch)
  // As root the database runs as another user, who has to come in.
  chmodSync(scratch, 0o711)
  return join(scratch, 'data')
}

const start = async (dataFolder: string): Promise<EmbeddedServer> => {
  const server = await startEmbedded({ dataFolder })
  servers.push(server)
  return server
}

const socketFolder = (server: EmbeddedServer): string => new URL(server.url).searchParams.get('host') ?? ''

const ask = async <T>(server: EmbeddedServer, work: (sql: ReturnType<typeof connect>) => Promise<T>): Promise<T> => {
  const sql = connect(server.url, { name: 'test', max: 2 })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.release()
  for (const scratch of scratches.splice(0)) rmSync(scratch, { recursive: true, force: true, maxRetries: 10 })
})

const wait = async (done: () => boolean): Promise<void> => {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 10))
}

describe('embedded PostgreSQL', () => {
  it('is made once when several start at the same time, and is stopped by the last to let go', async () => {
    const folder = newFolder()
    const all = await Promise.all([start(folder), start(folder), start(folder)])
    expect(all.filter(({ started }) => started)).toHaveLength(1)
    const pid = serverPid(makeFolders(folder).cluster)
    expect(pid).not.toBeNull()
    await all[0]?.release()
    await all[1]?.release()
    expect(await ask(all[2] as EmbeddedServer, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }])
    await all[2]?.release()
    expect(isPostgres(pid ?? 0)).toBe(false)
  })

  it('keeps every acknowledged row when the server is killed', async () => {
    const folder = newFolder()
    const first = await start(folder)
    await ask(first, (sql) => sql`create table kept (n int)`)
    let acknowledged = 0
    const writing = ask(first, async (sql) => {
      for (let n = 1; ; n += 1) {
        await sql`insert into kept values (${n})`
        acknowledged = n
      }
    }).catch(() => {})
    await wait(() => acknowledged >= 100)
    const pid = serverPid(makeFolders(folder).cluster) ?? 0
    process.kill(pid, 'SIGKILL')
    await wait(() => !isPostgres(pid))
    await writing
    const second = await start(folder)
    const [row] = await ask(second, (sql) => sql`select count(*)::int as rows, max(n) as last from kept`)
    expect(row?.rows).toBeGreaterThanOrEqual(acknowledged)
    expect(row?.rows).toBe(row?.last)
  })

  it('listens on a socket that only its own user can reach, and on no network address', async () => {
    const server = await start(newFolder())
    const [row] = await ask(
      server,
      (sql) =>
        sql`select current_setting('listen_addresses') as addresses, current_setting('unix_socket_permissions') as mode,
          current_setting('fsync') as fsync, (select datcollate from pg_database where datname = current_database()) as locale,
          (select array_agg(w order by w collate "nb-NO-x-icu") from unnest(array['å','a','ø','z','æ']) w) as words`,
    )
    expect(row).toEqual({
      addresses: '',
      mode: '0700',
      fsync: 'on',
      locale: 'C.UTF-8',
      words: ['a', 'z', 'æ', 'ø', 'å'],
    })
  })

  it('puts the socket elsewhere when the path would be too long', async () => {
    const folder = join(newFolder(), 'x'.repeat(100))
    const server = await start(folder)
    expect(socketFolder(server).startsWith(folder)).toBe(false)
    expect(await ask(server, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }])
    scratches.push(socketFolder(server))
  })

  it('is not fooled by a lock file whose number another process has taken', async () => {
    const folder = newFolder()
    await (await start(folder)).release()
    const { cluster } = makeFolders(folder)
    writeFileSync(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n1\n5432\n${dirname(cluster)}\n\n0 0\n`)
    expect(serverPid(cluster)).toBeNull()
    const again = await start(folder)
    expect(await ask(again, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }])
  })

  it('says so when the folder holds something else', async () => {
    const folder = newFolder()
    const { cluster } = makeFolders(folder)
    mkdirSync(cluster)
    writeFileSync(join(cluster, 'diary.txt'), 'not a database')
    await expect(startEmbedded({ dataFolder: folder })).rejects.toThrow(/is no PostgreSQL data folder: move it away/)
    expect(readFileSync(join(cluster, 'diary.txt'), 'utf8')).toBe('not a database')
  })

  it('says so when the database was made by another version', async () => {
    const folder = newFolder()
    await (await start(folder)).release()
    const version = join(makeFolders(folder).cluster, 'PG_VERSION')
    const now = readFileSync(version, 'utf8')
    writeFileSync(version, '15\n')
    const failing = startEmbedded({ dataFolder: folder })
    await expect(failing).rejects.toThrow(EmbeddedError)
    await expect(failing).rejects.toThrow(/made by PostgreSQL 15, and this release brings 18/)
    writeFileSync(version, now)
  })

  it('says so when the folder was copied while a server held it', async () => {
    const folder = newFolder()
    await start(folder)
    const { cluster } = makeFolders(folder)
    const copy = newFolder()
    const target = makeFolders(copy).cluster
    cpSync(cluster, target, { recursive: true })
    await expect(startEmbedded({ dataFolder: copy, startLimitMs: 500 })).rejects.toThrow(/is taken by process \d+/)
  })
})
