import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { CronItem } from 'graphile-worker'
import type { Locale } from '../rules/locale.ts'
import type { DeclaredPermissions, Permissions } from '../rules/permission.ts'
import type { DeclaredProblems } from '../rules/problem.ts'
import type { Config } from './config.ts'
import type { Sql } from './database/connect.ts'
import type { ExportList } from './register/export-list.ts'
import type { Actor, ActorResolver, Databases, Tx } from './transaction.ts'

/** What the application gives to each module when it is put together. */
export interface AppContext {
  readonly config: Config
  readonly databases: Databases
  /** The clock is a parameter, so that tests can set it. */
  readonly clock: () => Date
  /** Resolves the actor of a request in its transaction: the person of its session, or nobody, with no permissions. */
  readonly actorOf: (request: FastifyRequest) => ActorResolver
  /** The permissions of all modules. */
  readonly permissions: Permissions
}

/** One hit of the global search. */
export interface SearchHit {
  readonly kind: string
  readonly title: string
  readonly detail: string
  readonly link: string
  /** Whom the hit tells about; each one that is shown gets an access log entry, of the hit's kind. */
  readonly person?: string
}

/** A module's part of the global search; asked only when the actor has the permission. */
export interface SearchSource {
  readonly permission: string
  /** At most `limit` hits for `text`, best first. */
  readonly search: (tx: Tx, text: string, limit: number) => Promise<SearchHit[]>
  /** What is like `text`, most alike first: misspelt, or in another form. Asked when `search` finds fewer than the limit. */
  readonly near?: (tx: Tx, text: string, limit: number) => Promise<SearchHit[]>
}

/** A record kind whose change history can be read. */
export interface HistorySource {
  /** `schema.table`, kept by history.keep. */
  readonly table: string
  readonly permission: string
  /** Columns that say nothing to a reader, such as positions. */
  readonly hidden?: readonly string[]
  /** The column that says whose data the record is; reading its history is then recorded in the access log. */
  readonly person?: string
}

/** A job: idempotent, runs as the system; `inTransaction` is its one way to the database. */
export type Task = (
  payload: Readonly<Record<string, unknown>>,
  context: AppContext & { readonly inTransaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T> },
) => Promise<void>

/** Text of a notice in one language; `{name}` stands for a parameter. */
export interface NoticeText {
  readonly title: string
  readonly body: string
}

/** Texts of notices: language → code → text. */
export type NoticeTexts = Readonly<Record<Locale, Readonly<Record<string, NoticeText>>>>

/**
 * Makes the link of an e-mail that holds a secret, a path in the application. It is made when the e-mail is sent, so
 * that the notice in the database and its backups hold nothing that opens anything.
 */
export type MailLink = (
  notice: { readonly account: string; readonly params: Readonly<Record<string, string | number>> },
  config: Pick<Config, 'secret' | 'earlierSecrets'>,
) => string

/** A module as the application sees it; declared in its `module.ts`. */
export interface Module {
  readonly name: string
  /** The modules that it may import, besides the platform: dependency-cruiser reads them here and holds it to them. */
  readonly standsOn?: readonly string[]
  readonly permissions?: DeclaredPermissions
  readonly problems?: DeclaredProblems
  readonly routes?: (app: FastifyInstance, context: AppContext) => void | Promise<void>
  readonly searches?: readonly SearchSource[]
  readonly histories?: Readonly<Record<string, HistorySource>>
  /** What other modules may read of it in SQL, views and functions as `schema.name`; its tables are its own. */
  readonly doors?: readonly string[]
  readonly tasks?: Readonly<Record<string, Task>>
  /** By task: notifies those concerned that a job ended its process twice and is not run any more. */
  readonly setAside?: Readonly<Record<string, Task>>
  /**
   * Queues the module's unfinished work, found in its own rows: a backup does not hold the queue. Called once after a
   * restore, as the system, before any job is run.
   */
  readonly resume?: (tx: Tx) => Promise<void>
  readonly cron?: readonly CronItem[]
  /** Its part of the demo country, after those of the modules below; leaves alone what is there already. */
  readonly demo?: (context: AppContext, owner: Sql) => Promise<void>
  /** What its notices say. */
  readonly notices?: NoticeTexts
  /** The accounts of the installation's administrators: notified when something in it fails that nobody else would see. */
  readonly installationAdministrators?: (tx: Tx) => Promise<readonly string[]>
  /** Lists that can be taken out as a file. */
  readonly exports?: readonly ExportList[]
  /** Of the module that knows people: somebody without a session, once for each role that is in force; asked by the system. */
  readonly actorsOf?: (tx: Tx, account: string, permissions: Permissions) => Promise<readonly Actor[]>
  /** Links by code of notice, for e-mails whose link holds a secret. */
  readonly mailLinks?: Readonly<Record<string, MailLink>>
}

/** What modules may read of the platform in SQL; the rest is its own. */
export const platformDoors: readonly string[] = [
  'platform.addressee',
  'platform.audit',
  'platform.enqueue',
  'platform.file',
  'platform.notification',
  'platform.now',
  'platform.today',
]
