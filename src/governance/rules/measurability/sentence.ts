import type { MeasureReason, ParameterToMeasure } from './propose.ts'

/** The two written languages that the state writes in (språklova). */
export type LetterLanguage = 'nb' | 'nn'

const reasonsNb: Readonly<Partial<Record<MeasureReason, string>>> = {
  'register-to-come':
    'Tallet må telles fra et register som ikke er tatt i bruk ennå, og vi kan derfor ikke oppgi resultater for hele året.',
  'words-only':
    'Parameteren har ikke noe tallfestet resultatkrav, og vi legger opp til å gjøre rede for den med ord i årsrapporten.',
  'no-baseline': 'Kravet gjelder en endring, men brevet sier ikke hvilket år eller nivå det skal regnes fra.',
  'no-figure':
    'Ingen av registrene våre inneholder opplysningene som trengs, og vi kjenner ikke til at andre teller dem.',
}

const reasonsNn: Readonly<Partial<Record<MeasureReason, string>>> = {
  'register-to-come':
    'Talet må teljast frå eit register som ikkje er teke i bruk enno, og vi kan difor ikkje gje opp resultat for heile året.',
  'words-only':
    'Parameteren har ikkje noko talfesta resultatkrav, og vi legg opp til å gjere greie for han med ord i årsrapporten.',
  'no-baseline': 'Kravet gjeld ei endring, men brevet seier ikkje kva år eller nivå ho skal reknast frå.',
  'no-figure': 'Ingen av registera våre har opplysningane som trengst, og vi kjenner ikkje til at andre tel dei.',
}

const questionsNb: Readonly<Partial<Record<MeasureReason, string>>> = {
  'words-only': 'Vi ber om tilbakemelding dersom departementet ønsker et tall, og i tilfelle hvilket.',
  'no-baseline': 'Vi ber departementet oppgi utgangspunktet for målingen.',
}

const questionsNn: Readonly<Partial<Record<MeasureReason, string>>> = {
  'words-only': 'Vi ber om tilbakemelding dersom departementet ønskjer eit tal, og i tilfelle kva for eit.',
  'no-baseline': 'Vi ber departementet gje opp utgangspunktet for målinga.',
}

/**
 * The sentence to send to the ministry about a parameter that cannot be measured, in the language of the ministry's
 * letter. Empty for reasons that mean that it can.
 */
export const sentenceToMinistry = (
  parameter: Pick<ParameterToMeasure, 'code' | 'title'>,
  reason: MeasureReason,
  language: LetterLanguage,
): string => {
  const reasons = language === 'nn' ? reasonsNn : reasonsNb
  const why = reasons[reason]
  if (why === undefined) return ''
  const name = `${parameter.code === null ? '' : `${parameter.code} `}«${parameter.title.replace(/[.\s]+$/, '')}»`
  if (language === 'nn') {
    const question =
      questionsNn[reason] ??
      'Vi ber departementet ta stilling til om parameteren skal endrast, om han kan vurderast med ord, eller om vi skal hente inn opplysningane som manglar.'
    return `Styringsparameter ${name} kan ikkje målast med tal i dag. ${why} ${question}`
  }
  const question =
    questionsNb[reason] ??
    'Vi ber departementet ta stilling til om parameteren skal endres, om den kan vurderes med ord, eller om vi skal hente inn opplysningene som mangler.'
  return `Styringsparameter ${name} kan ikke måles med tall i dag. ${why} ${question}`
}

/** Everyday words that only one of the languages has; the language of a letter is decided by which it has most of. */
const nynorsk =
  /\b(?:ikkje|eit|ein|frå|dei|kva|korleis|vere|vart|òg|noko|desse|skal gjere|meir|berre|løyving\w*|tilskot\w*)\b/giu
const bokmaal = /\b(?:ikke|et|en|fra|de|hva|hvordan|være|ble|også|noe|disse|mer|bare|bevilgning\w*|tilskudd\w*)\b/giu

/** The written language of a letter's text; bokmål when neither shows. */
export const writtenLanguageOf = (text: string): LetterLanguage =>
  (text.match(nynorsk)?.length ?? 0) > (text.match(bokmaal)?.length ?? 0) ? 'nn' : 'nb'

/**
 * The language to write to the ministry in: what the ministry has decided to be written to in, else the language of its
 * letter.
 */
export const languageToMinistry = (decided: string | null, letterText: string): LetterLanguage =>
  decided === 'nb' || decided === 'nn' ? decided : writtenLanguageOf(letterText)
