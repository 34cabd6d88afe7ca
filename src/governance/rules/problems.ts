import type { DeclaredProblems, Problem } from '../../platform/rules/problem.ts'

/** What goes wrong with letters and their follow-up. */
export const governanceProblems = {
  'letter-not-recognised': {
    status: 422,
    params: ['name', 'looksLike'],
    words: {
      nb: {
        title: '«{{name}}» ser ikke ut som et styringsbrev',
        advice: 'Det ligner mest på: {{looksLike}}. Kontroller at du valgte riktig fil.',
      },
      nn: {
        title: '«{{name}}» ser ikkje ut som eit styringsbrev',
        advice: 'Det liknar mest på: {{looksLike}}. Kontroller at du valde rett fil.',
      },
      en: {
        title: '“{{name}}” does not look like a steering letter',
        advice: 'It resembles most: {{looksLike}}. Check that you chose the right file.',
      },
    },
  },
  'letter-already-read': {
    status: 409,
    params: ['name', 'letterId'],
    words: {
      nb: {
        title: '«{{name}}» er allerede lest inn',
        advice: 'Åpne brevet som finnes fra før.',
      },
      nn: {
        title: '«{{name}}» er allereie lese inn',
        advice: 'Opne brevet som finst frå før.',
      },
      en: {
        title: '“{{name}}” has already been read in',
        advice: 'Open the letter that is there.',
      },
    },
  },
  'letter-not-checked': {
    status: 409,
    params: ['open'],
    words: {
      nb: {
        title: 'Brevet er ikke ferdig kontrollert',
        advice: '{{open}} punkter gjenstår før det kan godkjennes.',
      },
      nn: {
        title: 'Brevet er ikkje ferdig kontrollert',
        advice: '{{open}} punkt står att før det kan godkjennast.',
      },
      en: {
        title: 'The letter has not been fully checked',
        advice: '{{open}} items remain before it can be approved.',
      },
    },
  },
  'deadlines-passed': {
    status: 409,
    params: ['count'],
    words: {
      nb: {
        title: 'Frister som er passert, er ikke avklart',
        advice: 'Velg hva som gjelder for {{count}} frister før brevet godkjennes.',
      },
      nn: {
        title: 'Fristar som er passerte, er ikkje avklara',
        advice: 'Vel kva som gjeld for {{count}} fristar før brevet blir godkjent.',
      },
      en: {
        title: 'Deadlines that have passed are not settled',
        advice: 'Choose what applies to {{count}} deadlines before the letter is approved.',
      },
    },
  },
  'other-agency': {
    status: 422,
    params: ['before', 'after'],
    words: {
      nb: {
        title: 'Brevene er til ulike virksomheter',
        advice: '«{{before}}» og «{{after}}» kan ikke sammenlignes. Velg to brev til samme virksomhet.',
      },
      nn: {
        title: 'Breva er til ulike verksemder',
        advice: '«{{before}}» og «{{after}}» kan ikkje samanliknast. Vel to brev til same verksemd.',
      },
      en: {
        title: 'The letters are to different agencies',
        advice: '“{{before}}” and “{{after}}” cannot be compared. Choose two letters to the same agency.',
      },
    },
  },
  'not-owner': {
    status: 403,
    params: ['owner'],
    words: {
      nb: {
        title: 'Dette er det andre som følger opp',
        advice: 'Eier: {{owner}}. Den som fordeler oppdrag, kan gjøre deg eller enheten din til eier.',
      },
      nn: {
        title: 'Dette er det andre som følgjer opp',
        advice: 'Eigar: {{owner}}. Den som fordeler oppdrag, kan gjere deg eller eininga di til eigar.',
      },
      en: {
        title: 'Others follow this up',
        advice: 'Owner: {{owner}}. Whoever assigns owners can give it to you or your unit.',
      },
    },
  },
  'deviation-required': {
    status: 422,
    params: ['light'],
    words: {
      nb: {
        title: 'Avvik og tiltak mangler',
        advice: 'Når lyset er {{light}}, må du gjøre rede for avviket og tiltakene.',
      },
      nn: {
        title: 'Avvik og tiltak manglar',
        advice: 'Når lyset er {{light}}, må du gjere greie for avviket og tiltaka.',
      },
      en: {
        title: 'Deviation and measures are missing',
        advice: 'When the light is {{light}}, you must account for the deviation and the measures.',
      },
    },
  },
  'improvement-required': {
    status: 422,
    params: [],
    words: {
      nb: {
        title: 'Det mangler hvorfor det går bra igjen',
        advice: 'Lyset var gult eller rødt. Skriv i notatet hva som er løst.',
      },
      nn: {
        title: 'Det manglar kvifor det går bra igjen',
        advice: 'Lyset var gult eller raudt. Skriv i notatet kva som er løyst.',
      },
      en: {
        title: 'It is not said why all is well again',
        advice: 'The light was yellow or red. Write in the note what has been solved.',
      },
    },
  },
  'reason-required': {
    status: 422,
    params: ['field'],
    words: {
      nb: { title: 'Begrunnelse mangler', advice: 'Fyll ut feltet «{{field}}».' },
      nn: { title: 'Grunngjeving manglar', advice: 'Fyll ut feltet «{{field}}».' },
      en: { title: 'A reason is missing', advice: 'Fill in the field “{{field}}”.' },
    },
  },
} as const satisfies DeclaredProblems

/** Makes one of {@link governanceProblems}. */
export const governanceProblem = (code: keyof typeof governanceProblems, params: Problem['params'] = {}): Problem => ({
  code,
  params,
})
