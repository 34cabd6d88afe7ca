export { addOrganisation, organisationNames } from './organisations.ts'
