import { directorateReaders, everyone, type HeldBy, type RolePermissions } from '../../access/rules/roles.ts'

const readers = {
  ...directorateReaders,
  administrator: ['directorate-unit'],
  'ministry-contact': ['ministry'],
} as const satisfies HeldBy

const deciders = { controller: ['directorate-unit'], leader: ['directorate-unit'] } as const satisfies HeldBy

/** What the letters and their follow-up let people do. */
export const governancePermissions: RolePermissions = {
  'letter.read': {
    reach: 'all',
    meaning: 'Read letters, their register and the differences between years',
    words: { nb: 'lese brevene', nn: 'lese breva', en: 'read the letters' },
    roles: readers,
  },
  'letter.check': {
    reach: 'all',
    meaning: 'Read a letter in, and check and correct what was recognised',
    words: {
      nb: 'lese inn og kontrollere brev',
      nn: 'lese inn og kontrollere brev',
      en: 'read in and check letters',
    },
    roles: deciders,
  },
  'letter.approve': {
    reach: 'all',
    meaning: 'Approve a checked letter so that it becomes the register',
    words: { nb: 'godkjenne brev', nn: 'godkjenne brev', en: 'approve letters' },
    roles: deciders,
  },
  'followup.read': {
    reach: 'all',
    meaning: 'Read owners, status, notes and deliveries of goals and assignments',
    words: {
      nb: 'se oppfølgingen av oppdrag og krav',
      nn: 'sjå oppfølginga av oppdrag og krav',
      en: 'see how assignments and requirements are followed up',
    },
    roles: readers,
  },
  'followup.internal': {
    reach: 'all',
    meaning: 'Read the directorate’s own notes and activities, and letters that are still being checked',
    words: {
      nb: 'se direktoratets interne notater',
      nn: 'sjå dei interne notata til direktoratet',
      en: 'see the directorate’s internal notes',
    },
    roles: directorateReaders,
  },
  'followup.write': {
    reach: 'organisation',
    meaning: 'Write status notes, deliveries and milestones of what one’s unit or oneself owns',
    words: {
      nb: 'skrive status og registrere leveranser her',
      nn: 'skrive status og registrere leveransar her',
      en: 'write status and record deliveries here',
    },
    roles: directorateReaders,
  },
  'followup.assign': {
    reach: 'all',
    meaning: 'Decide which unit and person owns an assignment or parameter',
    words: { nb: 'sette ansvarlig', nn: 'setje ansvarleg', en: 'set an owner' },
    roles: deciders,
  },
  'followup.lead': {
    reach: 'entity',
    meaning: 'See the leader’s page of what is red, late or without owner',
    words: { nb: 'se ledersiden', nn: 'sjå leiarsida', en: 'see the leader’s page' },
    roles: deciders,
  },
  'measurability.write': {
    reach: 'all',
    meaning: 'Link steering parameters to the figures that measure them',
    words: {
      nb: 'bestemme hvordan styringsparametere måles',
      nn: 'avgjere korleis styringsparametrar blir målte',
      en: 'decide how steering parameters are measured',
    },
    roles: { controller: ['directorate-unit'] },
  },
  'calendar.own': {
    reach: 'self',
    meaning: 'Have a calendar feed of one’s own deadlines',
    words: { nb: 'abonnere på frister', nn: 'abonnere på fristar', en: 'subscribe to deadlines' },
    roles: everyone,
  },
}
