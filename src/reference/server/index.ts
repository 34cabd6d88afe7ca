export { organisationNames } from './organisations.ts'
