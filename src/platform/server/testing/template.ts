import { connect } from '../database/connect.ts'
import { migrate, schemaChecksum } from '../database/migrate.ts'

/** The same server's address, for another database; null is the one that is always there. */
export const withDatabase = (url: string, database: string | null): string => {
  const address = new URL(url)
  address.pathname = `/${database ?? 'postgres'}`
  return address.href
}

/** Makes the database `name` as a copy of `template`, and gives its address. Nobody may be connected to the template. */
export const cloneDatabase = async (serverUrl: string, template: string, name: string): Promise<string> => {
  const sql = connect(withDatabase(serverUrl, null), { name: 'test clone', max: 1 })
  try {
    await sql`create database ${sql.identifier(name)} template ${sql.identifier(template)}`
    return withDatabase(serverUrl, name)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Removes a database with whoever is connected to it; one that is not there is fine. */
export const dropDatabase = async (serverUrl: string, name: string): Promise<void> => {
  const sql = connect(withDatabase(serverUrl, null), { name: 'test drop', max: 1 })
  try {
    await sql`drop database if exists ${sql.identifier(name)} with (force)`
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Begins the names of the databases that one test run makes. */
export const cloneOf = (runId: number): string => `fotfeste_test_${runId}_`

/** Advisory lock: of two runs on one server, the second waits for the first one's template. */
const templateLock = 4_707_003

/**
 * Makes the template database for the present migrations, unless the server has it already. Templates of earlier
 * migrations are removed. Returns its address.
 */
export const makeTemplate = async (serverUrl: string): Promise<string> => {
  const name = `fotfeste_template_${schemaChecksum().slice(0, 16)}`
  const url = withDatabase(serverUrl, name)
  const sql = connect(withDatabase(serverUrl, null), { name: 'test template', max: 1 })
  try {
    await sql`select pg_advisory_lock(${templateLock})`
    // The comment is set last: without it, an earlier run was stopped half-way.
    const [found] = await sql<{ whole: boolean }[]>`
      select coalesce(shobj_description(oid, 'pg_database') = 'whole', false) as whole
      from pg_database where datname = ${name}`
    if (found?.whole) return url
    const old = await sql<{ datname: string }[]>`
      select datname from pg_database where starts_with(datname, 'fotfeste_template_')`
    for (const { datname } of old) await sql`drop database if exists ${sql.identifier(datname)} with (force)`
    await sql`create database ${sql.identifier(name)} template template0 encoding 'UTF8' locale 'C.UTF-8'`
    await migrate(url)
    await sql.script(`comment on database ${name} is 'whole'`)
    return url
  } finally {
    await sql.end({ timeout: 5 })
  }
}
