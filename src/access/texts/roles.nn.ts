import type { texts as nb } from './roles.nb.ts'

/** The names of the roles in nynorsk. */
export const texts: typeof nb = {
  caseworker: 'saksbehandlar',
  controller: 'controller',
  leader: 'leiar',
  administrator: 'administrator',
  'privacy-officer': 'personvernombod',
  'ministry-contact': 'kontakt i departementet',
  'refugee-service': 'flyktningtenesta',
  'county-governor-adviser': 'rådgjevar hos statsforvaltaren',
  'reception-centre-staff': 'tilsett på mottak',
  'organisation-applicant': 'søkjar for ein organisasjon',
  interpreter: 'tolk',
  'public-person': 'innbyggjar',
}
