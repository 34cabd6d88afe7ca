import type { Role } from '../rules/roles.ts'

/** The names of the roles in bokmål: a role without a name does not compile. */
export const texts: Readonly<Record<Role, string>> = {
  caseworker: 'saksbehandler',
  controller: 'controller',
  leader: 'leder',
  administrator: 'administrator',
  'privacy-officer': 'personvernombud',
  'ministry-contact': 'departementets kontakt',
  'refugee-service': 'flyktningtjenesten',
  'county-governor-adviser': 'rådgiver hos statsforvalteren',
  'reception-centre-staff': 'ansatt på mottak',
  'organisation-applicant': 'søker for en organisasjon',
  interpreter: 'tolk',
  'public-person': 'innbygger',
}
