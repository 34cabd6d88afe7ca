/** The platform's own pages in bokmål; gives the keys of the other languages. */
export const texts = {
  front: {
    night: 'God natt, {{name}}',
    morning: 'God morgen, {{name}}',
    day: 'God dag, {{name}}',
    evening: 'God kveld, {{name}}',
    nothing: 'Ingenting venter på deg nå.',
  },
  login: {
    title: 'Logg inn',
    lead: 'Velg hvordan du vil logge inn.',
    employee:
      'For deg som er ansatt i direktoratet, en kommune, hos statsforvalteren, på mottak eller i en organisasjon.',
    citizen: 'For deg som er innbygger eller tolk.',
    demoTitle: 'Prøv demoen',
    demoLead: 'Alle er oppdiktet. Velg en rolle, så blir du logget inn som den personen.',
  },
  notifications: {
    title: 'Varsler',
    new: 'Nytt',
    readAll: 'Merk alle som lest',
    none: 'Du har ingen varsler',
    what: 'Her kommer frister som nærmer seg, oppdrag du får ansvar for, og svar du venter på.',
  },
  search: {
    title: 'Søk',
    label: 'Søk i brev, oppdrag, personer og sider',
    short: 'Skriv minst to tegn.',
    count_one: '{{count}} treff',
    count_other: '{{count}} treff',
  },
  preferences: {
    title: 'Innstillinger',
    lead: 'Valgene lagres med en gang.',
    language: 'Språk',
    languageHelp: 'E-post og varsler kommer også på dette språket.',
    theme: 'Utseende',
    shortcuts: 'Hurtigtaster med én tast',
    shortcutsHelp: 'Slå av hvis du styrer maskinen med stemmen. Trykk ? for å se hurtigtastene.',
  },
  inbox: {
    title: 'Sendte e-poster',
    lead: 'I demoen sendes ingen e-post ut. Her ser du hva mottakerne ville ha fått.',
    none: 'Ingen e-poster er sendt ennå',
    to: 'Til {{to}}',
  },
  accessibility: {
    title: 'Tilgjengelighetserklæring',
    lead: 'Fotfeste skal kunne brukes av alle.',
    statusTitle: 'Hvor vi står',
    status:
      'Fotfeste er laget etter kravene i WCAG 2.1 på nivå A og AA, slik forskrift om universell utforming av IKT-løsninger krever.',
    howTitle: 'Slik kontrollerer vi',
    how: 'Hver endring prøves i en nettleser med automatisk kontroll av kontrast, navn, roller og struktur, i lyst og mørkt utseende og på mobilskjerm. Sidene prøves også med bare tastatur.\nAutomatisk kontroll finner ikke alt. Virksomheten som tar Fotfeste i bruk, må selv kontrollere med brukere og hjelpemidler og føre sin egen erklæring i den nasjonale løsningen hos Tilsynet for universell utforming av ikt.',
    keyboardTitle: 'Tastatur og hjelpemidler',
    keyboard:
      'Alt kan gjøres med tastatur. Hurtigtaster med én tast kan slås av i innstillingene. Siden tåler 200 prosent tekststørrelse og 400 prosent forstørrelse, og bevegelse dempes når maskinen ber om det.',
    gapsTitle: 'Det vi vet ikke er godt nok',
    gaps: 'Brev som er lest inn, vises slik de ble mottatt. En PDF fra en avsender kan mangle struktur for skjermleser; teksten ved siden av er da det tilgjengelige alternativet.',
    reportTitle: 'Meld fra om feil',
    report:
      'Ta kontakt med virksomheten som driver nettstedet, hvis noe hindrer deg. Får du ikke svar, kan du klage til Tilsynet for universell utforming av ikt.',
  },
  privacy: {
    title: 'Personvern',
    lead: 'Hva Fotfeste vet om deg som bruker, og hvorfor.',
    whatTitle: 'Hva vi lagrer',
    what: 'Navn, e-post, virksomhet og rolle, språk og utseende du har valgt, og når du logger inn. Fødselsnummeret fra innloggingen brukes til å kjenne deg igjen, og vises ikke for andre. Det du holder på å skrive i et skjema, lagres til du er ferdig eller i høyst 30 dager, og ses bare av deg.',
    whyTitle: 'Hvorfor',
    why: 'For å gi deg riktig tilgang og for å kunne vise hvem som gjorde hva. Grunnlaget er virksomhetens lovpålagte oppgaver og plikt til informasjonssikkerhet.',
    whoTitle: 'Hvem som ser det',
    who: 'Kolleger ser navnet ditt på det du er ansvarlig for og det du endrer. Administratoren i virksomheten din ser rollen din. Personvernombudet kan søke i innsynsloggen.',
    logTitle: 'Logg over innsyn',
    log: 'Hver gang noen ser opplysninger om en person, blir det registrert hvem, når og hva. Loggen kan ikke endres. Du kan be om å få vite hvem som har sett opplysninger om deg.',
    cookiesTitle: 'Informasjonskapsler',
    cookies:
      'Vi bruker bare kapselen som holder deg innlogget. Språk, utseende og hurtigtaster huskes i nettleseren. Ingenting deles med andre, og ingen måler hva du gjør.',
    rightsTitle: 'Rettighetene dine',
    rights:
      'Du kan be om innsyn, retting og sletting hos virksomheten som driver nettstedet, og klage til Datatilsynet.',
  },
  about: {
    title: 'Om Fotfeste',
    lead: 'Fri programvare for bosetting og integrering, fra tildelingsbrev til årsrapport.',
    version: 'Versjon',
    licence: 'Lisens',
    parts: 'Innhold',
    sbom: 'Liste over programdeler (CycloneDX)',
    interface: 'Grensesnitt',
    docs: 'Dokumentasjon av API-et',
  },
}
