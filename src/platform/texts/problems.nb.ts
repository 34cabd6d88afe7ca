import type { ProblemCode, ProblemWords } from '../rules/problem.ts'

/** The platform's problems in bokmål: a code without text does not compile. */
export const problems: { [Code in ProblemCode]: ProblemWords } = {
  'not-logged-in': {
    title: 'Du er ikke logget inn',
    advice: 'Det du har skrevet, står her fortsatt. Logg inn i en ny fane, kom tilbake hit, og prøv igjen.',
  },
  'no-access': {
    title: 'Du har ikke tilgang',
    advice:
      'Med rollen du har nå, kan du ikke {{permission}}. Administratoren i virksomheten din kan gi deg en rolle som kan det.',
  },
  'csrf-failed': { title: 'Økten er fornyet', advice: 'Last siden på nytt og prøv igjen.' },
  'not-found': { title: 'Fant ikke det du så etter', advice: 'Det kan være flyttet eller slettet.' },
  'invalid-input': { title: 'Noe er fylt ut feil', advice: '{{field}} {{rule}} Rett det, og prøv igjen.' },
  'changed-by-other': {
    title: 'Noen andre har endret dette',
    advice: '{{by}} lagret en endring {{at}}, etter at du åpnet siden.',
  },
  'not-allowed-in-state': {
    title: 'Det kan ikke gjøres nå',
    advice: 'Noen kan ha endret det. Last siden på nytt for å se hvordan det står.',
  },
  'already-exists': { title: 'Det finnes allerede', advice: 'Velg noe annet enn det som finnes fra før.' },
  'too-large': { title: 'Filen er for stor', advice: 'Største tillatte størrelse er {{limitMb}} MB.' },
  'too-many-requests': { title: 'For mange forsøk', advice: 'Vent {{seconds}} sekunder og prøv igjen.' },
  unavailable: {
    title: 'Får ikke kontakt med {{service}}',
    advice: 'Kontroller nettet og prøv igjen. Det du har skrevet, står fortsatt på siden.',
  },
  busy: {
    title: 'Mange endrer det samme akkurat nå',
    advice: 'Ingenting er lagret. Prøv igjen om et øyeblikk.',
  },
  'storage-full': {
    title: 'Det er ikke mer lagringsplass på serveren',
    advice: 'Ingenting er lagret. Si fra til den som drifter Fotfeste. Det du har skrevet, står fortsatt på siden.',
  },
  unexpected: {
    title: 'Noe gikk galt hos oss',
    advice: 'Feilen er logget. Oppgi referansen {{requestId}} hvis du melder fra.',
  },
  'file-empty': { title: '«{{name}}» er tom', advice: 'Kontroller at du valgte riktig fil.' },
  'file-unreadable': {
    title: '«{{name}}» kan ikke leses',
    advice: 'Filen er skadet eller er ikke en gyldig {{format}}-fil. Lagre den på nytt og prøv igjen.',
  },
  'file-too-demanding': {
    title: '«{{name}}» er for krevende å lese',
    advice: 'Filen pakker ut til for mye eller tar for lang tid. Lagre den på nytt fra originalen, eller del den opp.',
  },
  'file-scanned': {
    title: '«{{name}}» er bare bilder',
    advice:
      'Filen er skannet og har ingen tekst (antall sider: {{pages}}). Be om originalen, eller kjør tekstgjenkjenning først.',
  },
  'file-password': { title: '«{{name}}» er låst med passord', advice: 'Fjern passordet og prøv igjen.' },
  'file-format-unknown': { title: '«{{name}}» har et ukjent format', advice: 'Bruk PDF, Word (docx) eller ren tekst.' },
  'file-is-html': { title: '«{{name}}» er en nettside', advice: 'Last ned selve dokumentet, og bruk den filen.' },
  'not-known-then': { title: 'Dette er ikke kjent her før {{from}}', advice: 'Velg et senere tidspunkt.' },
  'too-many-rows': {
    title: 'Dette blir mer enn {{most}} rader',
    advice: 'Velg en kortere periode eller flere filtre, og hent resten etterpå.',
  },
  'too-many-kept': { title: 'Du har lagret {{most}} allerede', advice: 'Slett en du ikke bruker, og prøv igjen.' },
}
