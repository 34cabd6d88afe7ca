import type { texts as nb } from './field-rules.nb.ts'

/** What is wrong with a field, by the rule that it broke, in nynorsk. */
export const texts: typeof nb = {
  named: 'Feltet «{{field}}»:',
  required: 'Det må fyllast ut.',
  format: 'Det har ei form som ikkje kan brukast.',
  enum: 'Det er ikkje eitt av vala.',
  minLength: 'Det er for kort.',
  maxLength: 'Det er for langt.',
  minimum: 'Det er for lite.',
  maximum: 'Det er for stort.',
  type: 'Det er av feil slag.',
  directorate: 'Det må vere ei eining eller ein person i direktoratet.',
  circle: 'Då ville dei vente på kvarandre i ring.',
  self: 'Det kan ikkje peike på seg sjølv.',
  complete: 'Noko manglar i rekkja; last sida på nytt.',
  'not-in-future': 'Datoen kan ikkje vere fram i tid.',
  'in-the-past': 'Datoen kan ikkje vere tilbake i tid.',
  'nine-digits': 'Organisasjonsnummeret skal ha ni siffer.',
  'check-digit': 'Eit siffer i nummeret er gale.',
  multipart: 'Fila kom ikkje heil fram.',
  own: 'Dette kan berre gjelde det eigne.',
  address: 'Adressa er ikkje ei e-postadresse.',
  other: 'Det kan ikkje brukast slik det er.',
}
