import type { Role } from '../rules/roles.ts'

/** What Fotfeste is for each role, in nynorsk: the first line of the front page. */
export const texts: {
  readonly leads: Readonly<Record<Role, string>>
  readonly news: string
  readonly allNews: string
} = {
  leads: {
    caseworker: 'Her følgjer du opp det eininga di skal levere til departementet: fristar, status og leveransar.',
    controller:
      'Her les du inn brev frå departementet, fordeler ansvar og ser korleis alt ligg an, fram til årsrapporten.',
    leader: 'Her ser du det som er raudt, forseinka eller utan ansvarleg, og kven som har kva.',
    administrator: 'Her gir du roller til dei som skal bruke Fotfeste, og avsluttar dei.',
    'privacy-officer': 'Her ser du kven som har sett opplysningar om kven, og kva som er endra.',
    'ministry-contact': 'Her ser du korleis direktoratet ligg an med det departementet har bede om.',
    'refugee-service': 'Her svarer kommunen direktoratet. Busetjing og kvalifisering er ikkje tekne i bruk her enno.',
    'county-governor-adviser': 'Her følgjer statsforvaltaren kommunane i fylket. Tilsyn er ikkje teke i bruk her enno.',
    'reception-centre-staff': 'Her melder mottaket frå til direktoratet. Busetjing er ikkje teken i bruk her enno.',
    'organisation-applicant':
      'Her søkjer organisasjonen om tilskot og rapporterer. Tilskot er ikkje teke i bruk her enno.',
    interpreter:
      'Her held du opplysningane dine i tolkeregisteret oppdaterte. Registeret er ikkje teke i bruk her enno.',
    'public-person': 'Her ser du det som er registrert om deg, og kven som har sett det.',
  },
  news: 'Nytt til deg',
  allNews: 'Sjå alle varsla',
}
