import { createHash } from 'node:crypto'
import type { OrganisationKind, WrittenLanguage } from '../../reference/rules/organisation.ts'
import type { Role } from '../rules/roles.ts'
import type { LoginKind } from '../rules/session.ts'

/** An organisation of the demo. Numbers are synthetic: real ones begin with 8 or 9. */
export interface DemoOrganisation {
  readonly key: string
  readonly kind: OrganisationKind
  readonly number: string | null
  readonly municipalityNumber?: string
  readonly nb: string
  readonly nn: string
  readonly parent?: string
  readonly language: WrittenLanguage
}

/** A person of the demo. All are invented; national numbers are synthetic (the month plus 80). */
export interface DemoUser {
  /** Subject at the demo's own provider, and the short name in addresses and tests. */
  readonly subject: string
  readonly name: string
  readonly email: string
  /** Null: has logged in, but been given nothing yet. */
  readonly role: Role | null
  /** Key of the organisation that the person represents. */
  readonly organisation: string
  readonly provider: LoginKind
  readonly pid: string
  readonly locale: 'nb' | 'nn' | 'en'
}

const directorateNumber = '310000000'

const unit = (key: string, nb: string, nn: string): DemoOrganisation => ({
  key,
  kind: 'directorate-unit',
  number: directorateNumber,
  nb,
  nn,
  parent: 'directorate',
  language: 'neutral',
})

/** The demo's organisations, parents before units. */
export const demoOrganisations: readonly DemoOrganisation[] = [
  {
    key: 'directorate',
    kind: 'directorate-unit',
    number: directorateNumber,
    nb: 'Direktoratet for bosetting og inkludering',
    nn: 'Direktoratet for busetjing og inkludering',
    language: 'neutral',
  },
  unit('steering', 'Avdeling for styring og analyse', 'Avdeling for styring og analyse'),
  unit('settlement', 'Bosettingsavdelingen', 'Busetjingsavdelinga'),
  unit('qualification', 'Kvalifiseringsavdelingen', 'Kvalifiseringsavdelinga'),
  unit('grants', 'Tilskuddsavdelingen', 'Tilskotsavdelinga'),
  unit('interpreting', 'Tolkeavdelingen', 'Tolkeavdelinga'),
  {
    key: 'ministry',
    kind: 'ministry',
    number: '310011177',
    nb: 'Inkluderingsdepartementet',
    nn: 'Inkluderingsdepartementet',
    language: 'neutral',
  },
  {
    key: 'nordland',
    kind: 'county-governor',
    number: '310022349',
    nb: 'Statsforvalteren i Nordland',
    nn: 'Statsforvaltaren i Nordland',
    language: 'neutral',
  },
  {
    key: 'bodo',
    kind: 'municipality',
    number: '310033510',
    municipalityNumber: '1804',
    nb: 'Bodø kommune',
    nn: 'Bodø kommune',
    language: 'nb',
  },
  {
    key: 'kinn',
    kind: 'municipality',
    number: '310044687',
    municipalityNumber: '4602',
    nb: 'Kinn kommune',
    nn: 'Kinn kommune',
    language: 'nn',
  },
  {
    key: 'fjellheim',
    kind: 'reception-centre',
    number: '310055859',
    nb: 'Fjellheim mottak',
    nn: 'Fjellheim mottak',
    language: 'neutral',
  },
  {
    key: 'kjokkenbordet',
    kind: 'organisation',
    number: '310067024',
    nb: 'Foreningen Kjøkkenbordet',
    nn: 'Foreininga Kjøkenbordet',
    language: 'neutral',
  },
  { key: 'interpreters', kind: 'interpreter', number: null, nb: 'Tolker', nn: 'Tolkar', language: 'neutral' },
  { key: 'public', kind: 'public', number: null, nb: 'Privatpersoner', nn: 'Privatpersonar', language: 'neutral' },
]

const user = (
  subject: string,
  name: string,
  role: Role | null,
  organisation: string,
  pid: string,
  locale: DemoUser['locale'] = 'nb',
): DemoUser => ({
  subject,
  name,
  email: `${subject}@example.no`,
  role,
  organisation,
  provider: organisation === 'interpreters' || organisation === 'public' ? 'citizen' : 'employee',
  pid,
  locale,
})

/** The demo's people, at least one for each role. */
export const demoUsers: readonly DemoUser[] = [
  user('controller', 'Ingrid Solbakken', 'controller', 'steering', '11838533363'),
  user('leader', 'Torstein Haugland', 'leader', 'directorate', '02829404810'),
  user('unit-leader', 'Marit Nygård', 'leader', 'settlement', '12906346573'),
  user('caseworker', 'Amina Hansen', 'caseworker', 'settlement', '17846204407'),
  user('caseworker-nynorsk', 'Sigrid Aasen', 'caseworker', 'qualification', '14876412382', 'nn'),
  user('caseworker-grants', 'Jonas Berge', 'caseworker', 'grants', '03898703001'),
  user('caseworker-interpreting', 'Leyla Demir', 'caseworker', 'interpreting', '27906748504'),
  user('administrator', 'Lars Eide', 'administrator', 'directorate', '08919748576'),
  user('privacy-officer', 'Kari Myhre', 'privacy-officer', 'directorate', '02909720330'),
  user('ministry', 'Hanne Lindqvist', 'ministry-contact', 'ministry', '02846228589'),
  user('county-governor', 'Pål Kristoffersen', 'county-governor-adviser', 'nordland', '28837807346'),
  user('municipality', 'Bjørn Olsen', 'refugee-service', 'bodo', '18829615785'),
  user('municipality-administrator', 'Berit Nilsen', 'administrator', 'bodo', '18917105215'),
  user('municipality-new', 'Nora Hauge', null, 'bodo', '19907228005'),
  user('municipality-nynorsk', 'Synnøve Førde', 'refugee-service', 'kinn', '23829603020', 'nn'),
  user('reception-centre', 'Merete Dahl', 'reception-centre-staff', 'fjellheim', '20849127218'),
  user('organisation', 'Farid Rahimi', 'organisation-applicant', 'kjokkenbordet', '14868947218'),
  user('interpreter', 'Selam Tesfay', 'interpreter', 'interpreters', '15867912778'),
  user('refugee', 'Olena Kovalenko', 'public-person', 'public', '04876000011', 'en'),
]

/** The same identifier on every machine for one thing of the demo, as a UUID (version 8: by a rule of our own). */
export const demoId = (kind: 'organisation' | 'account' | 'membership', key: string): string => {
  const hex = createHash('sha256').update(`fotfeste demo ${kind} ${key}`).digest('hex')
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
