import type { texts as nb } from './roles.nb.ts'

/** The names of the roles in English. */
export const texts: typeof nb = {
  caseworker: 'caseworker',
  controller: 'controller',
  leader: 'leader',
  administrator: 'administrator',
  'privacy-officer': 'privacy officer',
  'ministry-contact': 'ministry contact',
  'refugee-service': 'refugee service',
  'county-governor-adviser': 'adviser, county governor',
  'reception-centre-staff': 'reception centre staff',
  'organisation-applicant': 'applicant for an organisation',
  interpreter: 'interpreter',
  'public-person': 'resident',
}
