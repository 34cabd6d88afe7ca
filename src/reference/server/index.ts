export { addOrganisation } from './change-organisation.ts'
export { organisationNames } from './organisation-names.ts'
