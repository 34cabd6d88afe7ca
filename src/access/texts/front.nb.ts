import type { Role } from '../rules/roles.ts'

/** What Fotfeste is for each role, in bokmål: the first line of the front page. */
export const texts: {
  readonly leads: Readonly<Record<Role, string>>
  readonly news: string
  readonly allNews: string
} = {
  leads: {
    caseworker: 'Her følger du opp det enheten din skal levere til departementet: frister, status og leveranser.',
    controller:
      'Her leser du inn brev fra departementet, fordeler ansvar og ser hvordan alt ligger an, fram til årsrapporten.',
    leader: 'Her ser du det som er rødt, forsinket eller uten ansvarlig, og hvem som har hva.',
    administrator: 'Her gir du roller til dem som skal bruke Fotfeste, og avslutter dem.',
    'privacy-officer': 'Her ser du hvem som har sett opplysninger om hvem, og hva som er endret.',
    'ministry-contact': 'Her ser du hvordan direktoratet ligger an med det departementet har bedt om.',
    'refugee-service': 'Her svarer kommunen direktoratet. Bosetting og kvalifisering er ikke tatt i bruk her ennå.',
    'county-governor-adviser': 'Her følger statsforvalteren kommunene i fylket. Tilsyn er ikke tatt i bruk her ennå.',
    'reception-centre-staff': 'Her melder mottaket fra til direktoratet. Bosetting er ikke tatt i bruk her ennå.',
    'organisation-applicant':
      'Her søker organisasjonen om tilskudd og rapporterer. Tilskudd er ikke tatt i bruk her ennå.',
    interpreter:
      'Her holder du opplysningene dine i tolkeregisteret oppdatert. Registeret er ikke tatt i bruk her ennå.',
    'public-person': 'Her ser du det som er registrert om deg, og hvem som har sett det.',
  },
  news: 'Nytt til deg',
  allNews: 'Se alle varsler',
}
