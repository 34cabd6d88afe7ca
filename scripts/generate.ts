import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { connect } from '../src/platform/server/database/connect.ts'
import { describeSchema } from '../src/platform/server/database/describe.ts'
import { startEmbedded } from '../src/platform/server/database/embedded.ts'
import { migrate } from '../src/platform/server/database/migrate.ts'
import { projectRoot } from '../src/platform/server/project-root.ts'

/**
 * Writes the generated files that are committed: description of the schema. With --check it
 * writes nothing, and fails when a file on disk is not what would be written.
 */
const check = process.argv.includes('--check')

const stale: string[] = []

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
  await sql.end()
} finally {
  await server.release()
  rmSync(scratch, { recursive: true, force: true, maxRetries: 10 })
}
if (stale.length > 0) {
  console.error(`Not fresh: ${stale.join(', ')}. Run npm run generate and commit the result`)
  process.exit(1)
}
