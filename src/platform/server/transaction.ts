import type { Connection, Sql } from './database/connect.ts'
import { peopleTables, seeing } from './people-seen.ts'

/** The pools of the server, one per database role that it uses. */
export interface Databases {
  /** Role fotfeste_app: row-level security applies. */
  readonly app: Sql
}

/** Who is asking, as the session (or the job runner) established it. */
export interface Actor {
  readonly personId: string | null
  readonly name: string
  readonly organisationId: string | null
  readonly organisationName: string
  readonly role: string | null
  readonly permissions: ReadonlySet<string>
  readonly locale: 'nb' | 'nn' | 'en'
  readonly sessionId: string | null
  readonly requestId: string
}

/** Whether an actor holds a permission; the system holds every one, as in access.may. */
export const may = ({ permissions }: Pick<Actor, 'permissions'>, permission: string): boolean =>
  permissions.has(permission) || permissions.has('*')

/** The line that every write leaves. */
export interface AuditLine {
  /** Verb and thing, as in `letter.approve`. */
  readonly action: string
  readonly kind: string
  readonly id: string
  readonly detail?: Readonly<Record<string, unknown>>
}

/** A message to one person: text by code (`notifications` of the module), in the app and, unless `mail` is false, by e-mail. */
export interface Notice {
  readonly to: string
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  /** Path in the application that the notice opens. */
  readonly link: string
  readonly mail?: boolean
}

/** The handle of the request's one transaction. Every store, view and write takes it. */
export interface Tx {
  readonly sql: Connection
  readonly actor: Actor
  /** The instant of the request; the clock is a parameter everywhere below. */
  readonly now: Date
  /** Leaves an audit line, written at commit in this transaction. */
  audit(line: AuditLine): void
  /** Records that a person's data was read, in this transaction. */
  viewed(line: { readonly kind: string; readonly id: string; readonly person: string }): void
  /** Queues a job with the commit. `key` replaces an earlier job of the same key that has not run. */
  enqueue(task: string, payload: object, options?: { readonly runAt?: Date; readonly key?: string }): void
  /** Notifies a person with the commit. */
  notify(notice: Notice): void
}

/** What a transaction left to be written at commit. */
interface Trail {
  readonly audits: AuditLine[]
  readonly views: { kind: string; id: string; person: string }[]
  readonly jobs: { task: string; payload: object; runAt: Date | null; key: string | null }[]
  readonly notices: Notice[]
}

/** Permissions as the setting that access.may reads: `,a,b,`. */
const permissionSetting = (permissions: ReadonlySet<string>): string =>
  permissions.size === 0 ? '' : `,${[...permissions].join(',')},`

/** The job that sends a notice by e-mail; the key keeps it from being queued twice. */
export const sendNotice = (id: string) => ({
  task: 'send-notice',
  payload: { id },
  runAt: null,
  key: `send-notice ${id}`,
})

/** Writes the trail; all queries go out together, the caller waits for them with the commit. */
const writeTrail = (sql: Connection, actor: Actor, trail: Trail): Promise<unknown>[] => {
  const done: Promise<unknown>[] = []
  const send = (query: PromiseLike<unknown>) => done.push(Promise.resolve(query))
  if (trail.audits.length > 0) {
    const rows = trail.audits.map((line) => ({
      actor: actor.personId,
      organisation: actor.organisationId,
      action: line.action,
      kind: line.kind,
      record: line.id,
      detail: sql.json(line.detail ?? {}),
      request: actor.requestId,
    }))
    send(sql`insert into platform.audit ${sql.values(rows)}`)
  }
  if (trail.views.length > 0) {
    const rows = trail.views.map((line) => ({
      actor: actor.personId,
      organisation: actor.organisationId,
      kind: line.kind,
      record: line.id,
      person: line.person,
      request: actor.requestId,
    }))
    send(sql`insert into platform.look ${sql.values(rows)}`)
  }
  for (const notice of trail.notices) {
    const id = crypto.randomUUID()
    send(sql`insert into platform.notification (id, account, code, params, link, mail)
      values (${id}, ${notice.to}, ${notice.code}, ${sql.json(notice.params)}, ${notice.link},
        ${notice.mail === false ? 'none' : 'waiting'})`)
    if (notice.mail !== false) trail.jobs.push(sendNotice(id))
  }
  for (const job of trail.jobs) {
    send(sql`select platform.enqueue(${job.task}, ${sql.json(job.payload)}::json,
      ${job.runAt}, ${job.key})`)
  }
  return done
}

/**
 * Resolves the actor of a transaction: it is given the connection behind BEGIN, in the same round trip, sets what row-level
 * security reads, and says whom it has set.
 */
export type ActorResolver = (sql: Connection) => Promise<Actor>

/** Somebody who is known beforehand: the work need not wait for the settings, it travels behind them. */
export const knownActor =
  (actor: Actor): ActorResolver =>
  async (sql) => {
    const set = sql`select set_config('fotfeste.actor', ${actor.personId ?? ''}, true),
      set_config('fotfeste.organisation', ${actor.organisationId ?? ''}, true),
      set_config('fotfeste.permissions', ${permissionSetting(actor.permissions)}, true)`
    set.catch(() => {}) // the work's own query fails behind it, and is what the caller should see
    return actor
  }

/** What {@link inTransaction} takes besides. */
export interface TransactionOptions {
  /** Refuses the outcome before commit by throwing; gets how many audit lines the work left. */
  readonly check?: (auditLines: number) => void
  /**
   * Refuses an outcome that shows people without an access log entry for each. Of requests, and of jobs that make a file
   * for somebody; other jobs show nobody anything.
   */
  readonly checkViewed?: boolean
  /** The work only reads: its answer does not wait for the end of the transaction, unless it left lines to write. */
  readonly reading?: boolean
  /** Nobody waits for the answer: the time limits of jobs and commands. */
  readonly patient?: boolean
}

/**
 * How long a statement may run, wait for a lock, and leave its transaction idle. Set in the transaction, because what
 * ALTER ROLE sets does not reach a connection that changes role.
 */
const opening = (statement: string, lock: string, idle: string): string =>
  `begin; set local role fotfeste_app; set local statement_timeout = '${statement}'; set local lock_timeout = '${lock}'; set local idle_in_transaction_session_timeout = '${idle}'`

/** What begins a transaction: of a request that somebody waits for, and of a job. */
export const openings = { request: opening('30s', '10s', '30s'), patient: opening('10min', '60s', '5min') } as const

/** What the handle collects until commit. */
const collecting = (sql: Connection, actor: Actor, now: Date): { tx: Tx; trail: Trail } => {
  const trail: Trail = { audits: [], views: [], jobs: [], notices: [] }
  const tx: Tx = {
    sql,
    actor,
    now,
    audit: (line) => trail.audits.push(line),
    viewed: (line) => trail.views.push(line),
    enqueue: (task, payload, options) =>
      trail.jobs.push({ task, payload, runAt: options?.runAt ?? null, key: options?.key ?? null }),
    notify: (notice) => trail.notices.push(notice),
  }
  return { tx, trail }
}

/** Everybody whose data the work has read, but for the actor, has an entry in the access log. */
const refuseUnlogged = (actor: Actor, trail: Trail, seen: ReadonlySet<string>): void => {
  const logged = new Set(trail.views.map(({ person }) => person))
  const without = [...seen].filter((person) => person !== actor.personId && !logged.has(person))
  if (without.length > 0) throw new Error(`${without.length} people were shown without an entry in the access log`)
}

/**
 * Runs `work` in one transaction as whoever asks: the one place where it is decided to commit or to roll back. BEGIN and
 * what sets the actor travel together, so that the transaction costs one round trip before the work, and none when the
 * actor is known. Rejects with whatever the work rejected with, after rolling back; a query whose failure the work
 * swallowed rejects too, because PostgreSQL then answers COMMIT with a rollback.
 */
export const inTransaction = async <T>(
  databases: Databases,
  who: Actor | ActorResolver,
  now: Date,
  work: (tx: Tx) => Promise<T>,
  { check = () => {}, checkViewed = false, reading = false, patient = false }: TransactionOptions = {},
): Promise<T> => {
  const sql = await databases.app.reserve()
  let ended: Promise<unknown> = Promise.resolve()
  try {
    const opened = sql.script(patient ? openings.patient : openings.request)
    opened.catch(() => {}) // awaited below; what travels behind it fails first
    try {
      const actor = await (typeof who === 'function' ? who : knownActor(who))(sql)
      const shown = checkViewed ? seeing(sql, await peopleTables(databases.app, sql)) : null
      const { tx, trail } = collecting(shown?.sql ?? sql, actor, now)
      const value = await work(tx)
      await opened
      check(trail.audits.length)
      refuseUnlogged(actor, trail, shown?.seen ?? new Set())
      if (reading && Object.values(trail).every((lines) => lines.length === 0)) {
        ended = sql`commit`.catch(() => {}) // nothing to lose: the answer need not wait for it
        return value
      }
      const written = Promise.all(writeTrail(sql, actor, trail))
      written.catch(() => {}) // awaited with the commit
      const [commit] = await Promise.all([sql`commit`, written])
      if (commit.command === 'ROLLBACK') throw new Error('the transaction had failed before its commit')
      return value
    } catch (error) {
      await sql`rollback`.catch(() => {}) // a lost connection has rolled back already
      // What travelled behind a BEGIN that was refused failed because of it.
      throw await opened.then(
        () => error,
        (refused: unknown) => refused,
      )
    }
  } finally {
    void ended.then(() => sql.release())
  }
}

/** The actor of jobs and of commands: the system itself, which may everything and is named in the logs. */
export const systemActor = (requestId: string): Actor => ({
  personId: null,
  name: 'Fotfeste',
  organisationId: null,
  organisationName: '',
  role: null,
  permissions: new Set(['*']),
  locale: 'nb',
  sessionId: null,
  requestId,
})
