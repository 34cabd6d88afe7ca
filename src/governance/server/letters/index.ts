import type { Part } from '../../../platform/server/join-parts.ts'
import { approvalRoutes } from './approval-routes.ts'
import { findingRoutes } from './finding-routes.ts'
import { letterRoutes } from './letter-routes.ts'
import { giveUpLetterTask, readLetterTask } from './read-letter.ts'
import { resumeReading } from './resume-reading.ts'
import { searchLetters } from './search-letters.ts'

/** Letters: reading in, checking, approving, and what the letters say together. */
export const lettersPart: Part = {
  name: 'letters',
  routes: (app, context) => {
    letterRoutes(app, context)
    findingRoutes(app, context)
    approvalRoutes(app, context)
  },
  searches: [searchLetters],
  histories: {
    letter: {
      table: 'governance.letter',
      permission: 'letter.read',
      hidden: ['text', 'file', 'sha256', 'warnings', 'failure', 'format'],
    },
    finding: {
      table: 'governance.finding',
      permission: 'letter.read',
      hidden: ['position', 'letter', 'source_start', 'source_end', 'made_from', 'doubts', 'confidence', 'origin'],
    },
    doubt: {
      table: 'governance.doubt',
      permission: 'letter.read',
      hidden: ['letter', 'source_start', 'source_end', 'handled_at'],
    },
  },
  tasks: { 'read-letter': readLetterTask },
  setAside: { 'read-letter': giveUpLetterTask },
  resume: resumeReading,
}
