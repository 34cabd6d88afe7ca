import { inject } from 'vitest'
import { connect, type Sql } from '../database/connect.ts'
import { cloneDatabase, dropDatabase } from './template.ts'

/** A database of a test file's own, with all migrations. */
export interface TestDatabase {
  /** The owner's address. */
  readonly url: string
  /** As the owner: past row-level security, for setting up and looking after. */
  readonly owner: Sql
  /** As the application: with row-level security and no more grants than in earnest. */
  readonly app: Sql
  drop(): Promise<void>
}

let made = 0

/** Clones the template. One a test file: `beforeAll` makes it, `afterAll` drops it. */
export const testDatabase = (): Promise<TestDatabase> => makeDatabase(new URL(inject('templateUrl')).pathname.slice(1))

/** A database without anything in it, not even a schema. */
export const emptyTestDatabase = (): Promise<TestDatabase> => makeDatabase('template0')

const makeDatabase = async (template: string): Promise<TestDatabase> => {
  const templateUrl = inject('templateUrl')
  made += 1
  const name = `${inject('runName')}${process.pid}_${made}`
  const url = await cloneDatabase(templateUrl, template, name)
  const owner = connect(url, { name: 'test owner', max: 4 })
  const app = connect(url, { name: 'test app', role: 'fotfeste_app', max: 8 })
  return {
    url,
    owner,
    app,
    drop: async () => {
      await Promise.all([owner.end({ timeout: 5 }), app.end({ timeout: 5 })])
      await dropDatabase(templateUrl, name)
    },
  }
}
