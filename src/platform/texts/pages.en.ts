import type { texts as nb } from './pages.nb.ts'

/** The platform's own pages in English. */
export const texts: typeof nb = {
  front: {
    night: 'Good night, {{name}}',
    morning: 'Good morning, {{name}}',
    day: 'Hello, {{name}}',
    evening: 'Good evening, {{name}}',
    nothing: 'Nothing awaits you now.',
  },
  login: {
    title: 'Log in',
    lead: 'Choose how to log in.',
    employee:
      'For employees of the directorate, municipalities, county governors, reception centres and organisations.',
    citizen: 'For residents and interpreters.',
    demoTitle: 'Try the demo',
    demoLead: 'Everyone is invented. Choose a role, and you are logged in as that person.',
  },
  notifications: {
    title: 'Notifications',
    new: 'New',
    readAll: 'Mark all as read',
    none: 'You have no notifications',
    what: 'Here come deadlines that draw near, assignments that you are given, and answers that you wait for.',
  },
  search: {
    title: 'Search',
    label: 'Search in letters, assignments, people and pages',
    short: 'Write at least two characters.',
    count_one: '{{count}} hit',
    count_other: '{{count}} hits',
  },
  preferences: {
    title: 'Preferences',
    lead: 'Each choice is saved at once.',
    language: 'Language',
    languageHelp: 'E-mails and notifications also come in this language.',
    theme: 'Appearance',
    shortcuts: 'Single-key shortcuts',
    shortcutsHelp: 'Turn off if you control the device by voice. Press ? to see the shortcuts.',
  },
  inbox: {
    title: 'E-mails sent',
    lead: 'The demo sends no e-mail out. Here you see what the recipients would have got.',
    none: 'No e-mails have been sent yet',
    to: 'To {{to}}',
  },
  accessibility: {
    title: 'Accessibility statement',
    lead: 'Everyone should be able to use Fotfeste.',
    statusTitle: 'Where we stand',
    status:
      'Fotfeste is made to the requirements of WCAG 2.1 at levels A and AA, as the Norwegian regulation on universal design of ICT solutions demands.',
    howTitle: 'How we check',
    how: 'Every change is tried in a browser with automatic checks of contrast, names, roles and structure, in light and dark appearance and on a phone’s screen. The pages are also tried with the keyboard alone.\nAutomatic checks do not find everything. The organisation that takes Fotfeste into use must itself check with users and assistive technology, and keep its own statement in the national solution of the Norwegian authority for universal design of ICT.',
    keyboardTitle: 'Keyboard and assistive technology',
    keyboard:
      'Everything can be done with the keyboard. Single-key shortcuts can be turned off in the preferences. The pages bear 200 per cent text size and 400 per cent zoom, and movement is reduced when the device asks for it.',
    gapsTitle: 'What we know is not good enough',
    gaps: 'Letters that have been read in are shown as they were received. A PDF from a sender may lack structure for screen readers; the text beside it is then the accessible alternative.',
    reportTitle: 'Report an error',
    report:
      'Contact the organisation that runs the site if something is in your way. If you get no answer, you can complain to the Norwegian authority for universal design of ICT.',
  },
  privacy: {
    title: 'Privacy',
    lead: 'What Fotfeste knows about you as a user, and why.',
    whatTitle: 'What we keep',
    what: 'Name, e-mail, organisation and role, the language and appearance that you have chosen, and when you log in. The national identity number from the login is used to recognise you, and is not shown to others. What you are writing in a form is kept until you are done or for at most 30 days, and is seen by you alone.',
    whyTitle: 'Why',
    why: 'To give you the right access and to be able to show who did what. The basis is the statutory tasks of the organisation and its duty of information security.',
    whoTitle: 'Who sees it',
    who: 'Colleagues see your name on what you are responsible for and what you change. The administrator of your organisation sees your role. The privacy officer can search the access log.',
    logTitle: 'Log of access',
    log: 'Each time someone sees information about a person, it is recorded who, when and what. The log cannot be changed. You can ask who has seen information about you.',
    cookiesTitle: 'Cookies',
    cookies:
      'We use only the cookie that keeps you logged in. Language, appearance and shortcuts are remembered in the browser. Nothing is shared with others, and nobody measures what you do.',
    rightsTitle: 'Your rights',
    rights:
      'You can ask for access, correction and deletion from the organisation that runs the site, and complain to the Norwegian Data Protection Authority.',
  },
  about: {
    title: 'About Fotfeste',
    lead: 'Free software for settlement and integration, from allocation letter to annual report.',
    version: 'Version',
    licence: 'Licence',
    parts: 'Contents',
    sbom: 'List of software parts (CycloneDX)',
    interface: 'Interface',
    docs: 'Documentation of the API',
  },
}
