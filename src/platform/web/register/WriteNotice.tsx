import { ConflictNotice } from '../parts/ConflictNotice.tsx'
import type { RecordWrite } from './useRecordWrite.ts'

/** What became of a write that did not go well: a conflict with its ways out, or the problem. */
export const WriteNotice = <Body,>({ write }: { write: RecordWrite<Body> }) =>
  write.error === null ? null : (
    <ConflictNotice
      error={write.error}
      differences={write.differences}
      keepMine={write.keepMine}
      takeTheirs={write.takeTheirs}
    />
  )
