import type { WebModule } from '../../platform/web/module.ts'
import { frontTexts, roleNames, texts } from './texts.ts'

/** The pages of roles, the access log and one's own logins. */
export const accessModule: WebModule = {
  id: 'access',
  permissions: () => import('../rules/permissions.ts').then((m) => m.accessPermissions),
  problems: () => import('../rules/problems.ts').then((m) => m.accessProblems),
  roleNames,
  parts: [
    {
      texts: frontTexts,
      navigation: [],
      pages: [],
      frontPageBlocks: [
        {
          id: 'role',
          access: 'logged-in',
          when: (session) => session.role !== null,
          order: 1,
          place: 'wide',
          load: () => import('./RoleBlock.tsx').then((m) => m.RoleBlock),
        },
      ],
    },
    {
      texts,
      navigation: [
        {
          to: '/access',
          words: { nb: 'Tilganger', nn: 'Tilgangar', en: 'Access' },
          access: { permission: 'access.administer' },
          order: 90,
        },
        {
          to: '/access-log',
          words: { nb: 'Innsynslogg', nn: 'Innsynslogg', en: 'Access log' },
          access: { permission: 'access.log.search' },
          order: 91,
        },
        {
          to: '/audit',
          words: { nb: 'Endringslogg', nn: 'Endringslogg', en: 'Audit log' },
          access: { permission: 'audit.read' },
          order: 92,
        },
      ],
      frontPageBlocks: [
        {
          id: 'no-role',
          access: 'logged-in',
          when: (session) => session.role === null,
          order: 0,
          place: 'wide',
          load: () => import('./NoRoleBlock.tsx').then((m) => m.NoRoleBlock),
        },
        {
          id: 'waiting-for-access',
          access: { permission: 'access.administer' },
          order: 19,
          place: 'wide',
          load: () => import('./WaitingBlock.tsx').then((m) => m.WaitingBlock),
        },
      ],
      pages: [
        {
          path: 'access',
          access: { permission: 'access.administer' },
          load: () => import('./MembersPage.tsx').then((m) => m.MembersPage),
        },
        {
          path: 'access-log',
          access: { permission: 'access.log.search' },
          load: () => import('./LogPage.tsx').then((m) => m.LogPage),
        },
        {
          path: 'audit',
          access: { permission: 'audit.read' },
          load: () => import('./AuditPage.tsx').then((m) => m.AuditPage),
        },
        {
          path: 'logins',
          name: 'logins.title',
          access: 'logged-in',
          load: () => import('./LoginsPage.tsx').then((m) => m.LoginsPage),
        },
      ],
    },
  ],
}
