import { directorateReaders, type RolePermissions } from '../../access/rules/roles.ts'

/** What the figures let people do. */
export const figuresPermissions: RolePermissions = {
  'figures.read': {
    reach: 'all',
    meaning: 'Read figures that are not yet published',
    words: {
      nb: 'se tall som ikke er publisert',
      nn: 'sjå tal som ikkje er publiserte',
      en: 'see figures that are not published',
    },
    roles: directorateReaders,
  },
}
