import type { problems as nb } from './problems.nb.ts'

/** The problems in English. */
export const problems: typeof nb = {
  'not-logged-in': {
    title: 'You are not logged in',
    advice: 'What you have written is still here. Log in in a new tab, come back here, and try again.',
  },
  'no-access': {
    title: 'You do not have access',
    advice:
      'With the role you have now you may not {{permission}}. The administrator of your organisation can give you a role that may.',
  },
  'csrf-failed': { title: 'The session has been renewed', advice: 'Reload the page and try again.' },
  'not-found': { title: 'We could not find what you looked for', advice: 'It may have been moved or deleted.' },
  'invalid-input': { title: 'Something is filled in wrongly', advice: '{{field}} {{rule}} Correct it and try again.' },
  'changed-by-other': {
    title: 'Someone else has changed this',
    advice: '{{by}} saved a change at {{at}}, after you opened the page.',
  },
  'not-allowed-in-state': {
    title: 'This cannot be done now',
    advice: 'Somebody may have changed it. Load the page again to see how it stands.',
  },
  'already-exists': { title: 'It already exists', advice: 'Choose something else than what is there already.' },
  'too-large': { title: 'The file is too large', advice: 'The largest size allowed is {{limitMb}} MB.' },
  'too-many-requests': { title: 'Too many attempts', advice: 'Wait {{seconds}} seconds and try again.' },
  unavailable: {
    title: 'Cannot reach {{service}}',
    advice: 'Check your connection and try again. What you have written is still on the page.',
  },
  busy: {
    title: 'Many are changing the same thing just now',
    advice: 'Nothing has been saved. Try again in a moment.',
  },
  'storage-full': {
    title: 'The server is out of storage',
    advice: 'Nothing has been saved. Tell whoever operates Fotfeste. What you have written is still on the page.',
  },
  unexpected: {
    title: 'Something went wrong on our side',
    advice: 'The error has been logged. Give the reference {{requestId}} if you report it.',
  },
  'file-empty': { title: '“{{name}}” is empty', advice: 'Check that you chose the right file.' },
  'file-unreadable': {
    title: '“{{name}}” cannot be read',
    advice: 'The file is damaged or is not a valid {{format}} file. Save it again and retry.',
  },
  'file-too-demanding': {
    title: '“{{name}}” takes too much to read',
    advice: 'The file unpacks to too much or takes too long. Save it again from the original, or split it.',
  },
  'file-scanned': {
    title: '“{{name}}” holds only images',
    advice:
      'The file is scanned and has no text (pages: {{pages}}). Ask for the original, or run text recognition first.',
  },
  'file-password': { title: '“{{name}}” is locked with a password', advice: 'Remove the password and try again.' },
  'file-format-unknown': { title: '“{{name}}” has an unknown format', advice: 'Use PDF, Word (docx) or plain text.' },
  'file-is-html': { title: '“{{name}}” is a web page', advice: 'Download the document itself and use that file.' },
  'not-known-then': { title: 'This is not known here before {{from}}', advice: 'Choose a later time.' },
  'too-many-rows': {
    title: 'This comes to more than {{most}} rows',
    advice: 'Choose a shorter period or more filters, and take out the rest afterwards.',
  },
  'too-many-kept': {
    title: 'You have saved {{most}} already',
    advice: 'Delete one that you do not use, and try again.',
  },
}
