import type { DeclaredProblems, Problem } from '../../platform/rules/problem.ts'

/** What goes wrong with logins and roles. */
export const accessProblems = {
  'own-role': {
    status: 422,
    params: [],
    words: {
      nb: {
        title: 'Du kan ikke gi deg selv en rolle',
        advice: 'Be en annen administrator i virksomheten om å gi den.',
      },
      nn: {
        title: 'Du kan ikkje gi deg sjølv ei rolle',
        advice: 'Be ein annan administrator i verksemda om å gi henne.',
      },
      en: {
        title: 'You cannot give yourself a role',
        advice: 'Ask another administrator in your organisation to give it.',
      },
    },
  },
  'roles-conflict': {
    status: 422,
    params: [],
    words: {
      nb: {
        title: 'Rollene kan ikke være på samme hånd',
        advice:
          'Personvernombudet kontrollerer administratoren. Gi rollen til en annen, eller avslutt den andre rollen først.',
      },
      nn: {
        title: 'Rollene kan ikkje vere på same hand',
        advice:
          'Personvernombodet kontrollerer administratoren. Gi rolla til ein annan, eller avslutt den andre rolla først.',
      },
      en: {
        title: 'One person cannot hold both roles',
        advice:
          'The privacy officer checks the administrator. Give the role to someone else, or end the other role first.',
      },
    },
  },
  'last-administrator': {
    status: 409,
    params: [],
    words: {
      nb: {
        title: 'Dette er den siste administratoren',
        advice: 'Gi rollen som administrator til en annen før du avslutter denne, ellers kan ingen gi tilganger.',
      },
      nn: {
        title: 'Dette er den siste administratoren',
        advice: 'Gi rolla som administrator til ein annan før du avsluttar denne, elles kan ingen gi tilgangar.',
      },
      en: {
        title: 'This is the last administrator',
        advice: 'Make someone else administrator before you end this role; otherwise nobody can give access.',
      },
    },
  },
  'login-failed': {
    status: 401,
    params: ['reason'],
    words: {
      nb: {
        title: 'Innloggingen ble ikke fullført',
        advice: 'Svaret fra innloggingstjenesten kunne ikke brukes. Prøv igjen.',
      },
      nn: {
        title: 'Innlogginga vart ikkje fullført',
        advice: 'Svaret frå innloggingstenesta kunne ikkje brukast. Prøv igjen.',
      },
      en: {
        title: 'The login was not completed',
        advice: 'The answer from the login service could not be used. Try again.',
      },
    },
  },
  'login-too-weak': {
    status: 401,
    params: [],
    words: {
      nb: {
        title: 'Innloggingen var på et for lavt sikkerhetsnivå',
        advice: 'Logg inn på nytt med BankID, Buypass, Commfides eller MinID.',
      },
      nn: {
        title: 'Innlogginga var på eit for lågt tryggleiksnivå',
        advice: 'Logg inn på nytt med BankID, Buypass, Commfides eller MinID.',
      },
      en: {
        title: 'The login was at too low a security level',
        advice: 'Log in again with BankID, Buypass, Commfides or MinID.',
      },
    },
  },
  'login-cancelled': {
    status: 401,
    params: [],
    words: {
      nb: { title: 'Innloggingen ble avbrutt', advice: 'Velg hvordan du vil logge inn, og prøv igjen.' },
      nn: { title: 'Innlogginga vart avbroten', advice: 'Vel korleis du vil logge inn, og prøv igjen.' },
      en: { title: 'The login was cancelled', advice: 'Choose how to log in, and try again.' },
    },
  },
  'login-too-late': {
    status: 401,
    params: [],
    words: {
      nb: {
        title: 'Innloggingen tok for lang tid',
        advice: 'Av sikkerhetsgrunner må den fullføres innen ti minutter. Prøv igjen.',
      },
      nn: {
        title: 'Innlogginga tok for lang tid',
        advice: 'Av tryggleiksgrunnar må ho fullførast innan ti minutt. Prøv igjen.',
      },
      en: {
        title: 'The login took too long',
        advice: 'For security it must be completed within ten minutes. Try again.',
      },
    },
  },
} as const satisfies DeclaredProblems

/** Makes one of {@link accessProblems}. */
export const accessProblem = (code: keyof typeof accessProblems, params: Problem['params'] = {}): Problem => ({
  code,
  params,
})
