import type { Tx } from '../../platform/server/transaction.ts'

/**
 * A consent has been taken back: the record that stands on it goes by the next nightly erasure, parts, files and earlier
 * versions with it. The actor must be able to write the record; otherwise the insert is refused (42501).
 */
export const requestErasure = async (
  tx: Tx,
  of: { readonly table: string; readonly record: string },
): Promise<void> => {
  await tx.sql`insert into access.erasure_wish (target, record) values (${of.table}, ${of.record}) on conflict do nothing`
  tx.audit({ action: 'record.ask-erasure', kind: of.table, id: of.record })
}
