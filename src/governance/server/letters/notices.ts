import type { Module } from '../../../platform/server/module.ts'

/** Texts of the notices that letters send. */
export const letterNotices: NonNullable<Module['notices']> = {
  'letter-read': {
    nb: { title: '{title} er lest inn', body: 'Funn til kontroll: {findings}. Tvil å avklare: {doubts}.' },
    nn: { title: '{title} er lese inn', body: 'Funn til kontroll: {findings}. Tvil å avklare: {doubts}.' },
    en: { title: '{title} has been read', body: 'Findings to check: {findings}. Doubts to settle: {doubts}.' },
  },
  'letter-failed': {
    nb: { title: '{name} kunne ikke leses', body: 'Se under Brev hva som er galt, og hva du kan gjøre.' },
    nn: { title: '{name} kunne ikkje lesast', body: 'Sjå under Brev kva som er gale, og kva du kan gjere.' },
    en: { title: '{name} could not be read', body: 'See under Letters what is wrong and what you can do.' },
  },
  'commitment-withdrawn': {
    nb: { title: 'Trukket tilbake: {title}', body: 'Departementet har trukket oppdraget tilbake i «{letter}».' },
    nn: { title: 'Trekt tilbake: {title}', body: 'Departementet har trekt oppdraget tilbake i «{letter}».' },
    en: { title: 'Withdrawn: {title}', body: 'The ministry has withdrawn the assignment in “{letter}”.' },
  },
  'commitment-replaced': {
    nb: { title: 'Endret: {title}', body: 'Oppdraget er gitt på nytt i «{letter}». Du eier det fortsatt.' },
    nn: { title: 'Endra: {title}', body: 'Oppdraget er gitt på nytt i «{letter}». Du eig det framleis.' },
    en: { title: 'Changed: {title}', body: 'The assignment is given anew in “{letter}”. You still own it.' },
  },
}
