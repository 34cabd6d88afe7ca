export type { CatalogueEntry } from '../rules/catalogue.ts'
export { catalogue } from './catalogue.ts'
