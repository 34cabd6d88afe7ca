import type { texts as nb } from './pages.nb.ts'

/** The platform's own pages in nynorsk. */
export const texts: typeof nb = {
  front: {
    night: 'God natt, {{name}}',
    morning: 'God morgon, {{name}}',
    day: 'God dag, {{name}}',
    evening: 'God kveld, {{name}}',
    nothing: 'Ingenting ventar på deg no.',
  },
  login: {
    title: 'Logg inn',
    lead: 'Vel korleis du vil logge inn.',
    employee:
      'For deg som er tilsett i direktoratet, ein kommune, hos statsforvaltaren, på mottak eller i ein organisasjon.',
    citizen: 'For deg som er innbyggjar eller tolk.',
    demoTitle: 'Prøv demoen',
    demoLead: 'Alle er oppdikta. Vel ei rolle, så blir du logga inn som den personen.',
  },
  notifications: {
    title: 'Varsel',
    new: 'Nytt',
    readAll: 'Merk alle som lesne',
    none: 'Du har ingen varsel',
    what: 'Her kjem fristar som nærmar seg, oppdrag du får ansvar for, og svar du ventar på.',
  },
  search: {
    title: 'Søk',
    label: 'Søk i brev, oppdrag, personar og sider',
    short: 'Skriv minst to teikn.',
    count_one: '{{count}} treff',
    count_other: '{{count}} treff',
  },
  preferences: {
    title: 'Innstillingar',
    lead: 'Vala blir lagra med ein gong.',
    language: 'Språk',
    languageHelp: 'E-post og varsel kjem òg på dette språket.',
    theme: 'Utsjånad',
    shortcuts: 'Snøggtastar med éin tast',
    shortcutsHelp: 'Slå av om du styrer maskina med røysta. Trykk ? for å sjå snøggtastane.',
  },
  inbox: {
    title: 'Sende e-postar',
    lead: 'I demoen blir ingen e-post send ut. Her ser du kva mottakarane ville ha fått.',
    none: 'Ingen e-postar er sende enno',
    to: 'Til {{to}}',
  },
  accessibility: {
    title: 'Tilgjengeerklæring',
    lead: 'Fotfeste skal kunne brukast av alle.',
    statusTitle: 'Kvar vi står',
    status:
      'Fotfeste er laga etter krava i WCAG 2.1 på nivå A og AA, slik forskrift om universell utforming av IKT-løysingar krev.',
    howTitle: 'Slik kontrollerer vi',
    how: 'Kvar endring blir prøvd i ein nettlesar med automatisk kontroll av kontrast, namn, roller og struktur, i lys og mørk utsjånad og på mobilskjerm. Sidene blir òg prøvde med berre tastatur.\nAutomatisk kontroll finn ikkje alt. Verksemda som tek Fotfeste i bruk, må sjølv kontrollere med brukarar og hjelpemiddel og føre si eiga erklæring i den nasjonale løysinga hos Tilsynet for universell utforming av ikt.',
    keyboardTitle: 'Tastatur og hjelpemiddel',
    keyboard:
      'Alt kan gjerast med tastatur. Snøggtastar med éin tast kan slåast av i innstillingane. Sida toler 200 prosent tekststorleik og 400 prosent forstørring, og rørsle blir dempa når maskina bed om det.',
    gapsTitle: 'Det vi veit ikkje er godt nok',
    gaps: 'Brev som er lesne inn, blir viste slik dei vart mottekne. Ein PDF frå ein avsendar kan mangle struktur for skjermlesar; teksten ved sida av er då det tilgjengelege alternativet.',
    reportTitle: 'Meld frå om feil',
    report:
      'Ta kontakt med verksemda som driv nettstaden, om noko hindrar deg. Får du ikkje svar, kan du klage til Tilsynet for universell utforming av ikt.',
  },
  privacy: {
    title: 'Personvern',
    lead: 'Kva Fotfeste veit om deg som brukar, og kvifor.',
    whatTitle: 'Kva vi lagrar',
    what: 'Namn, e-post, verksemd og rolle, språk og utsjånad du har valt, og når du loggar inn. Fødselsnummeret frå innlogginga blir brukt til å kjenne deg att, og blir ikkje vist for andre. Det du held på å skrive i eit skjema, blir lagra til du er ferdig eller i høgst 30 dagar, og blir berre sett av deg.',
    whyTitle: 'Kvifor',
    why: 'For å gje deg rett tilgang og for å kunne vise kven som gjorde kva. Grunnlaget er dei lovpålagde oppgåvene til verksemda og plikta til informasjonstryggleik.',
    whoTitle: 'Kven som ser det',
    who: 'Kollegaer ser namnet ditt på det du har ansvar for og det du endrar. Administratoren i verksemda di ser rolla di. Personvernombodet kan søkje i innsynsloggen.',
    logTitle: 'Logg over innsyn',
    log: 'Kvar gong nokon ser opplysningar om ein person, blir det registrert kven, når og kva. Loggen kan ikkje endrast. Du kan be om å få vite kven som har sett opplysningar om deg.',
    cookiesTitle: 'Informasjonskapslar',
    cookies:
      'Vi bruker berre kapselen som held deg innlogga. Språk, utsjånad og snøggtastar blir hugsa i nettlesaren. Ingenting blir delt med andre, og ingen måler kva du gjer.',
    rightsTitle: 'Rettane dine',
    rights: 'Du kan be om innsyn, retting og sletting hos verksemda som driv nettstaden, og klage til Datatilsynet.',
  },
  about: {
    title: 'Om Fotfeste',
    lead: 'Fri programvare for busetjing og integrering, frå tildelingsbrev til årsrapport.',
    version: 'Versjon',
    licence: 'Lisens',
    parts: 'Innhald',
    sbom: 'Liste over programdelar (CycloneDX)',
    interface: 'Grensesnitt',
    docs: 'Dokumentasjon av API-et',
  },
}
