import type { ProblemTexts } from './problems.ts'

/** The problems in nynorsk. */
export const problems: ProblemTexts = {
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
  'invalid-input': { title: 'Noko er fylt ut feil', advice: 'Rett feltet «{{field}}»: {{rule}}.' },
  'changed-by-other': {
    title: 'Nokon andre har endra dette',
    advice: '{{by}} lagra ei endring {{at}}, etter at du opna sida.',
  },
  'not-allowed-in-state': {
    title: 'Det kan ikkje gjerast no',
    advice: 'Handlinga «{{action}}» er ikkje mogleg når statusen er «{{state}}».',
  },
  'already-exists': { title: 'Det finst allereie', advice: 'Vel ein annan verdi i feltet «{{field}}».' },
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
  'own-role': {
    title: 'Du kan ikkje gi deg sjølv ei rolle',
    advice: 'Be ein annan administrator i verksemda om å gi henne.',
  },
  'roles-conflict': {
    title: 'Rollene kan ikkje vere på same hand',
    advice:
      'Personvernombodet kontrollerer administratoren. Gi rolla til ein annan, eller avslutt den andre rolla først.',
  },
  'last-administrator': {
    title: 'Dette er den siste administratoren',
    advice: 'Gi rolla som administrator til ein annan før du avsluttar denne, elles kan ingen gi tilgangar.',
  },
  'login-failed': {
    title: 'Innlogginga vart ikkje fullført',
    advice: 'Svaret frå innloggingstenesta kunne ikkje brukast. Prøv igjen.',
  },
  'login-too-weak': {
    title: 'Innlogginga var på eit for lågt tryggleiksnivå',
    advice: 'Logg inn på nytt med BankID, Buypass, Commfides eller MinID.',
  },
  'login-cancelled': { title: 'Innlogginga vart avbroten', advice: 'Vel korleis du vil logge inn, og prøv igjen.' },
  'login-too-late': {
    title: 'Innlogginga tok for lang tid',
    advice: 'Av tryggleiksgrunnar må ho fullførast innan ti minutt. Prøv igjen.',
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
  'letter-not-recognised': {
    title: '«{{name}}» ser ikkje ut som eit styringsbrev',
    advice: 'Det liknar mest på: {{looksLike}}. Kontroller at du valde rett fil.',
  },
  'letter-already-read': {
    title: '«{{name}}» er allereie lese inn',
    advice: 'Opne brevet som finst frå før.',
  },
  'letter-not-checked': {
    title: 'Brevet er ikkje ferdig kontrollert',
    advice: '{{open}} punkt står att før det kan godkjennast.',
  },
  'deviation-required': {
    title: 'Avvik og tiltak manglar',
    advice: 'Når lyset er {{light}}, må du gjere greie for avviket og tiltaka.',
  },
  'reason-required': { title: 'Grunngjeving manglar', advice: 'Fyll ut feltet «{{field}}».' },
  'not-known-then': { title: 'Dette er ikkje kjent her før {{from}}', advice: 'Vel eit seinare tidspunkt.' },
}
