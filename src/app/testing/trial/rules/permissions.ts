import type { RolePermissions } from '../../../../access/rules/roles.ts'

/** What the register lets people do. */
export const trialPermissions: RolePermissions = {
  'trial.read': {
    reach: 'organisation',
    meaning: 'Read the cases of the own municipality, and those one is asked about',
    words: { nb: 'se sakene', nn: 'sjå sakene', en: 'see the cases' },
    roles: { 'refugee-service': ['municipality'], caseworker: ['directorate-unit'] },
  },
  'trial.read-all': {
    reach: 'all',
    meaning: 'Read the cases of every municipality',
    words: { nb: 'se alle saker', nn: 'sjå alle saker', en: 'see all cases' },
    roles: { caseworker: ['directorate-unit'] },
  },
  'trial.write': {
    reach: 'organisation',
    meaning: 'Make and change the cases of the own municipality',
    words: { nb: 'endre sakene', nn: 'endre sakene', en: 'change the cases' },
    roles: { 'refugee-service': ['municipality'] },
  },
}
