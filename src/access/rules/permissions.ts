import { administrators, employees, everyone, type RolePermissions } from './roles.ts'

/** The permissions of people, roles and logs, and of the modules below, which know no roles. */
export const accessPermissions = {
  'organisation.read': {
    reach: 'all',
    meaning: 'Read the list of organisations',
    words: {
      nb: 'se listen over virksomheter',
      nn: 'sjå lista over verksemder',
      en: 'see the list of organisations',
    },
    roles: employees,
  },
  'organisation.write': {
    reach: 'organisation',
    meaning: 'Change names and written language of one’s organisation',
    words: {
      nb: 'endre opplysninger om virksomheten',
      nn: 'endre opplysningar om verksemda',
      en: 'change the organisation’s details',
    },
    roles: administrators,
  },
  'people.read': {
    reach: 'entity',
    meaning: 'See the names and roles of colleagues in one’s own organisation',
    words: {
      nb: 'se hvem som arbeider i virksomheten',
      nn: 'sjå kven som arbeider i verksemda',
      en: 'see who works in the organisation',
    },
    roles: employees,
  },
  'access.administer': {
    reach: 'organisation',
    meaning: 'Give and end roles in one’s own organisation',
    words: { nb: 'gi og avslutte roller her', nn: 'gi og avslutte roller her', en: 'give and end roles here' },
    roles: administrators,
  },
  'access.log.search': {
    reach: 'organisation',
    meaning: 'Search who has looked at whom, by people of one’s own',
    words: { nb: 'søke i innsynsloggen', nn: 'søkje i innsynsloggen', en: 'search the access log' },
    roles: { 'privacy-officer': ['directorate-unit', 'municipality'] },
  },
  'access.log.search-all': {
    reach: 'all',
    meaning: 'Search who has looked at whom, in every organisation',
    words: {
      nb: 'søke i innsynsloggen for alle virksomheter',
      nn: 'søkje i innsynsloggen for alle verksemder',
      en: 'search the access log of every organisation',
    },
    roles: { 'privacy-officer': ['directorate-unit'] },
  },
  'audit.read': {
    reach: 'all',
    meaning: 'Read the audit lines of what was done',
    words: {
      nb: 'se loggen over hva som er gjort',
      nn: 'sjå loggen over kva som er gjort',
      en: 'see the log of what was done',
    },
    roles: { 'privacy-officer': ['directorate-unit'] },
  },
  'test-inbox.read': {
    reach: 'all',
    meaning: 'Read the local inbox that stands in for e-mail in the demo',
    words: {
      nb: 'lese e-postene som er sendt',
      nn: 'lese e-postane som er sende',
      en: 'read the e-mails that were sent',
    },
    roles: employees,
  },
  'search.use': {
    reach: 'all',
    meaning: 'Search across what one may read',
    words: { nb: 'søke', nn: 'søkje', en: 'search' },
    roles: everyone,
  },
  'notification.own': {
    reach: 'self',
    meaning: 'Read one’s own notifications',
    words: { nb: 'lese varsler', nn: 'lese varsel', en: 'read notifications' },
    roles: everyone,
  },
  'export.own': {
    reach: 'self',
    meaning: 'See and fetch one’s own exports',
    words: { nb: 'se og hente egne uttrekk', nn: 'sjå og hente eigne uttrekk', en: 'see and fetch exports' },
    roles: everyone,
  },
  'view.save': {
    reach: 'entity',
    meaning: 'Keep how one looks at a list, and use what others in one’s organisation share',
    words: { nb: 'lagre visninger', nn: 'lagre visingar', en: 'save views' },
    roles: everyone,
  },
  'login.complete': {
    reach: 'all',
    meaning: 'Held by the login itself while it opens a session; given to no role',
    words: { nb: 'fullføre en innlogging', nn: 'fullføre ei innlogging', en: 'complete a login' },
    roles: {},
  },
} as const satisfies RolePermissions
