import { pageTexts } from './i18n/pages.ts'
import type { WebModule } from './module.ts'

/** The pages of the platform itself: the front page, login, notices, search, preferences and what is about the site. */
export const platformModule: WebModule = {
  id: 'platform',
  parts: [
    {
      texts: pageTexts,
      navigation: [
        { to: '/', words: { nb: 'Oversikt', nn: 'Oversikt', en: 'Overview' }, access: 'logged-in', order: 0 },
      ],
      frontPageBlocks: [],
      commands: () => import('./search/commands.ts').then((m) => m.commands),
      pages: [
        { path: '/', access: 'logged-in', load: () => import('./pages/FrontPage.tsx').then((m) => m.FrontPage) },
        { path: 'login', access: 'open', load: () => import('./pages/LoginPage.tsx').then((m) => m.LoginPage) },
        {
          path: 'notifications',
          name: 'notifications.title',
          access: { permission: 'notification.own' },
          load: () => import('./pages/NotificationsPage.tsx').then((m) => m.NotificationsPage),
        },
        {
          path: 'exports',
          name: 'exports.title',
          access: { permission: 'export.own' },
          load: () => import('./pages/ExportsPage.tsx').then((m) => m.ExportsPage),
        },
        {
          path: 'search',
          access: { permission: 'search.use' },
          load: () => import('./pages/SearchPage.tsx').then((m) => m.SearchPage),
        },
        {
          path: 'preferences',
          name: 'preferences.title',
          access: 'logged-in',
          load: () => import('./pages/PreferencesPage.tsx').then((m) => m.PreferencesPage),
        },
        {
          path: 'test-inbox',
          name: 'inbox.title',
          access: { permission: 'test-inbox.read' },
          load: () => import('./pages/TestInboxPage.tsx').then((m) => m.TestInboxPage),
        },
        {
          path: 'accessibility',
          name: 'accessibility.title',
          access: 'open',
          load: () => import('./pages/AccessibilityPage.tsx').then((m) => m.AccessibilityPage),
        },
        {
          path: 'privacy',
          name: 'privacy.title',
          access: 'open',
          load: () => import('./pages/PrivacyPage.tsx').then((m) => m.PrivacyPage),
        },
        {
          path: 'about',
          name: 'about.title',
          access: 'open',
          load: () => import('./pages/AboutPage.tsx').then((m) => m.AboutPage),
        },
      ],
    },
  ],
}
