import type { WebPart } from '../../../platform/web/module.ts'
import { texts } from './texts.ts'

const access = { permission: 'followup.read' }

/** The pages of the register that is followed up. */
export const registerPart: WebPart = {
  texts,
  navigation: [
    {
      to: '/register',
      words: { nb: 'Oppdrag og krav', nn: 'Oppdrag og krav', en: 'Assignments' },
      access,
      order: 20,
      also: ['/goals', '/owners', '/reporting-form'],
    },
  ],
  frontPageBlocks: [],
  pages: [
    {
      // One page for the list and for what is opened beside it, so that the list stays where it is.
      path: 'register/:commitmentId?',
      access,
      load: () => import('./RegisterPage.tsx').then((m) => m.RegisterPage),
    },
    { path: 'goals', name: 'goals.title', access, load: () => import('./GoalsPage.tsx').then((m) => m.GoalsPage) },
    { path: 'goals/:goalId', access, load: () => import('./GoalPage.tsx').then((m) => m.GoalPage) },
    { path: 'owners', name: 'owners.title', access, load: () => import('./OwnersPage.tsx').then((m) => m.OwnersPage) },
    {
      path: 'reporting-form',
      name: 'nav.form',
      access,
      load: () => import('./ReportingFormPage.tsx').then((m) => m.ReportingFormPage),
    },
  ],
}
