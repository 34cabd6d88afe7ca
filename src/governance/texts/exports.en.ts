import type { texts as nb } from './exports.nb.ts'

/** What only the workbooks and the calendar say, in English. */
export const texts: typeof nb = {
  asAt: 'as at',
  register: {
    sheet: 'Commitments',
    at: 'Time',
    by: 'By',
    origin: 'Set by',
    letter: 'the letter',
    own: 'us (internal deadline)',
    deliveredOn: 'Date',
    document: 'Document',
    what: 'About',
    change: 'Change',
    field: 'Field',
    before: 'Before',
    after: 'After',
    made: 'Created',
    changed: 'Changed',
    removed: 'Removed',
    commitment: 'The commitment',
    reporting: 'Special reporting',
  },
  difference: {
    details: 'What has changed',
  },
  leader: {
    items: 'Red, late, without owner',
    none: 'None',
  },
  measurability: {
    sheet: 'Measurability',
    measured: 'Measured',
    source: 'Figure or source',
    decidedBy: 'Decided by',
    ways: {
      figure: 'by our figure',
      outside: 'by a source outside',
      'not-measurable': 'cannot be measured',
    },
    proposed: 'proposal',
  },
  calendar: {
    name: 'Deadlines in Fotfeste',
    part: 'Part of',
    lights: {
      red: 'red',
      yellow: 'yellow',
      green: 'green',
    },
  },
}
