import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { accessMatrix } from '../src/app/access-matrix.ts'
import { createServer } from '../src/app/server.ts'
import { readConfig } from '../src/platform/server/config.ts'
import { connect } from '../src/platform/server/database/connect.ts'
import { describeSchema } from '../src/platform/server/database/describe.ts'
import { startEmbedded } from '../src/platform/server/database/embedded.ts'
import { migrate } from '../src/platform/server/database/migrate.ts'
import { type Description, descriptionOf } from '../src/platform/server/openapi.ts'
import { projectRoot } from '../src/platform/server/project-root.ts'

/**
 * Writes the generated files that are committed: description of the schema, of the API and of who may do what. With --check it
 * writes nothing, and fails when a file on disk is not what would be written.
 */
const check = process.argv.includes('--check')

const packageVersion = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).version as string

const stale: string[] = []

/** The description of the API, a file for each module. */
const openapi = join(projectRoot, 'docs/openapi')

const write = (file: string, content: string): void => {
  const path = join(projectRoot, file)
  if (existsSync(path) && readFileSync(path, 'utf8') === content) return
  if (check) {
    stale.push(file)
    return
  }
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  console.log(`wrote ${file}`)
}

const scratch = mkdtempSync(join(tmpdir(), 'fotfeste-generate-'))
// As root the database runs as another user, who has to come in.
chmodSync(scratch, 0o711)
const server = await startEmbedded({ dataFolder: join(scratch, 'data'), unsafeButFast: true })
try {
  await migrate(server.url)
  const sql = connect(server.url, { name: 'generate', max: 1 })
  write('db/schema.sql', await describeSchema(sql))
  const config = readConfig({ FOTFESTE_DATA: join(scratch, 'data'), FOTFESTE_DEMO: 'yes' })
  const { app, context, routes } = await createServer({
    config,
    databases: { app: sql },
    version: packageVersion,
    webFolder: null,
  })
  const gone = new Set(existsSync(openapi) ? readdirSync(openapi) : [])
  for (const module of new Set(routes.map((route) => route.module))) {
    gone.delete(`${module}.json`)
    const description = descriptionOf(module, app.swagger() as Description, routes)
    write(`docs/openapi/${module}.json`, `${JSON.stringify(description, null, 2)}\n`)
  }
  for (const file of gone) check ? stale.push(`docs/openapi/${file}`) : rmSync(join(openapi, file))
  write('docs/access-matrix.md', accessMatrix(context.permissions, routes))
  await app.close()
  await sql.end()
} finally {
  await server.release()
  rmSync(scratch, { recursive: true, force: true, maxRetries: 10 })
}
if (stale.length > 0) {
  console.error(`Not fresh: ${stale.join(', ')}. Run npm run generate and commit the result`)
  process.exit(1)
}
