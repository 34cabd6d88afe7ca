import type { ExportsAnswer } from '../../rules/export-shapes.ts'
import { ProblemError } from '../../rules/problem.ts'
import type { KeptFile } from '../files.ts'
import type { Tx } from '../transaction.ts'
import type { ExportList } from './export-list.ts'

type Row = Omit<ExportsAnswer['exports'][number], 'title'> & { readonly name: string }

/** The actor's exports, newest first, in the actor's language. The nightly job erases by the same count of days. */
export const viewExports = async (tx: Tx, lists: readonly ExportList[]): Promise<ExportsAnswer> => {
  const rows = await tx.sql<Row[]>`
    select id, name, format, state, reason, rows_total as "rowsTotal", rows_done as "rowsDone", made_at as "madeAt",
      (made_at::date + 7) as "erasedOn"
    from platform.export where account = ${tx.actor.personId} order by made_at desc, id limit 200`
  return {
    exports: rows.map(({ name, ...row }) => ({
      ...row,
      title: lists.find((list) => list.name === name)?.words(tx.actor.locale).title ?? name,
    })),
  }
}

/** The file of one of the actor's exports. Throws `not-found`, also before it is made. */
export const viewExportFile = async (tx: Tx, id: string): Promise<KeptFile> => {
  const [file] = await tx.sql<KeptFile[]>`select f.id, f.name, f.media_type, f.size
    from platform.export e join platform.file f on f.record_table = 'platform.export' and f.record = e.id
    where e.id = ${id} and e.account = ${tx.actor.personId}`
  if (!file) throw new ProblemError('not-found', { kind: 'export' })
  return file
}
