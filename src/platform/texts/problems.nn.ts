import type { problems as nb } from './problems.nb.ts'

/** The problems in nynorsk. */
export const problems: typeof nb = {
  'not-logged-in': {
    title: 'Du er ikkje logga inn',
    advice: 'Det du har skrive, står her framleis. Logg inn i ei ny fane, kom tilbake hit, og prøv igjen.',
  },
  'no-access': {
    title: 'Du har ikkje tilgang',
    advice:
      'Med rolla du har no, kan du ikkje {{permission}}. Administratoren i verksemda di kan gi deg ei rolle som kan det.',
  },
  'csrf-failed': { title: 'Økta er fornya', advice: 'Last sida på nytt og prøv igjen.' },
  'not-found': { title: 'Fann ikkje det du såg etter', advice: 'Det kan vere flytta eller sletta.' },
  'invalid-input': { title: 'Noko er fylt ut feil', advice: '{{field}} {{rule}} Rett det, og prøv igjen.' },
  'changed-by-other': {
    title: 'Nokon andre har endra dette',
    advice: '{{by}} lagra ei endring {{at}}, etter at du opna sida.',
  },
  'not-allowed-in-state': {
    title: 'Det kan ikkje gjerast no',
    advice: 'Nokon kan ha endra det. Last sida på nytt for å sjå korleis det står.',
  },
  'already-exists': { title: 'Det finst allereie', advice: 'Vel noko anna enn det som finst frå før.' },
  'too-large': { title: 'Fila er for stor', advice: 'Største tillatne storleik er {{limitMb}} MB.' },
  'too-many-requests': { title: 'For mange forsøk', advice: 'Vent {{seconds}} sekund og prøv igjen.' },
  unavailable: {
    title: 'Får ikkje kontakt med {{service}}',
    advice: 'Kontroller nettet og prøv igjen. Det du har skrive, står framleis på sida.',
  },
  busy: {
    title: 'Mange endrar det same akkurat no',
    advice: 'Ingenting er lagra. Prøv igjen om ein augneblink.',
  },
  'storage-full': {
    title: 'Det er ikkje meir lagringsplass på serveren',
    advice: 'Ingenting er lagra. Sei frå til den som driftar Fotfeste. Det du har skrive, står framleis på sida.',
  },
  unexpected: {
    title: 'Noko gjekk gale hos oss',
    advice: 'Feilen er logga. Oppgje referansen {{requestId}} om du melder frå.',
  },
  'file-empty': { title: '«{{name}}» er tom', advice: 'Kontroller at du valde rett fil.' },
  'file-unreadable': {
    title: '«{{name}}» kan ikkje lesast',
    advice: 'Fila er skadd eller er ikkje ei gyldig {{format}}-fil. Lagre ho på nytt og prøv igjen.',
  },
  'file-too-demanding': {
    title: '«{{name}}» er for krevjande å lese',
    advice: 'Fila pakkar ut til for mykje eller tek for lang tid. Lagre ho på nytt frå originalen, eller del ho opp.',
  },
  'file-scanned': {
    title: '«{{name}}» er berre bilete',
    advice:
      'Fila er skanna og har ingen tekst (tal på sider: {{pages}}). Be om originalen, eller køyr tekstattkjenning først.',
  },
  'file-password': { title: '«{{name}}» er låst med passord', advice: 'Fjern passordet og prøv igjen.' },
  'file-format-unknown': {
    title: '«{{name}}» har eit ukjent format',
    advice: 'Bruk PDF, Word (docx) eller rein tekst.',
  },
  'file-is-html': { title: '«{{name}}» er ei nettside', advice: 'Last ned sjølve dokumentet, og bruk den fila.' },
  'not-known-then': { title: 'Dette er ikkje kjent her før {{from}}', advice: 'Vel eit seinare tidspunkt.' },
  'too-many-rows': {
    title: 'Dette blir meir enn {{most}} rader',
    advice: 'Vel ein kortare periode eller fleire filter, og hent resten etterpå.',
  },
  'too-many-kept': { title: 'Du har lagra {{most}} alt', advice: 'Slett ei du ikkje bruker, og prøv igjen.' },
}
