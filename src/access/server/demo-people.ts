import type { LoginKind } from '../rules/session.ts'
import type { ProviderUser } from './demo-provider.ts'
import { demoOrganisations, demoUsers } from './demo-users.ts'

const roleWords: Readonly<Record<string, string>> = {
  caseworker: 'Saksbehandler',
  controller: 'Controller',
  leader: 'Leder',
  administrator: 'Administrator',
  'privacy-officer': 'Personvernombud',
  'ministry-contact': 'Kontakt i departementet',
  'refugee-service': 'Flyktningtjenesten',
  'county-governor-adviser': 'Rådgiver',
  'reception-centre-staff': 'Ansatt på mottak',
  'organisation-applicant': 'Søker for en organisasjon',
  interpreter: 'Tolk',
  'public-person': 'Innbygger',
}

/** The demo's people as one of its providers knows them. */
export const providerUsers = (kind: LoginKind): ProviderUser[] =>
  demoUsers
    .filter((user) => user.provider === kind)
    .map((user) => {
      const place = demoOrganisations.find((known) => known.key === user.organisation)
      return {
        subject: user.subject,
        name: user.name,
        pid: user.pid,
        acr: 'idporten-loa-high',
        represents: place?.number ? [place.number] : [],
        what: `${user.role === null ? 'Ny, uten tilgang' : (roleWords[user.role] ?? user.role)}, ${place?.nb ?? ''}`,
      }
    })

/** A person of the demo, to be told to whoever starts it. */
export interface DemoPerson {
  readonly subject: string
  readonly name: string
  /** Role and organisation, in bokmål. */
  readonly what: string
}

/** The demo's people, in the order of the login page. */
export const demoPeople = (): DemoPerson[] =>
  (['employee', 'citizen'] as const).flatMap(providerUsers).map(({ subject, name, what }) => ({ subject, name, what }))
