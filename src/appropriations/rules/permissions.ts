import { directorateReaders, type RolePermissions } from '../../access/rules/roles.ts'

/** What the money of the letters lets people do. */
export const appropriationsPermissions: RolePermissions = {
  'money.read': {
    reach: 'all',
    meaning: 'Read appropriations, bindings and sums of the letters',
    words: { nb: 'se bevilgningene', nn: 'sjå løyvingane', en: 'see the appropriations' },
    roles: { ...directorateReaders, 'ministry-contact': ['ministry'] },
  },
}
