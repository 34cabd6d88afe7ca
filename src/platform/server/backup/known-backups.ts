import type { Instant } from '../../rules/shapes.ts'
import type { Sql } from '../database/connect.ts'

/** What is known of the nightly backups, for whoever runs the installation. */
export interface KnownBackups {
  /** The latest whole one. */
  readonly whole: { readonly file: string; readonly at: Instant } | null
  /** Tries that have failed since, and why the latest did. */
  readonly failures: number
  readonly reason: string | null
}

/** Asks, as the owner. */
export const knownBackups = async (owner: Sql): Promise<KnownBackups> => {
  const [whole] = await owner<{ file: string; at: Instant; id: number }[]>`
    select file, ended_at as at, id from platform.backup where file is not null order by id desc limit 1`
  const failed = await owner<{ reason: string }[]>`
    select reason from platform.backup where file is null and id > ${whole?.id ?? 0} order by id desc`
  return {
    whole: whole === undefined ? null : { file: whole.file, at: whole.at },
    failures: failed.length,
    reason: failed[0]?.reason ?? null,
  }
}
