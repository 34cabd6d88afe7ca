import { currentLocale } from '../../../platform/web/i18n/texts.ts'
import type { WebPart } from '../../../platform/web/module.ts'
import { texts as registerTexts } from '../register/texts.ts'
import { texts } from './texts.ts'

const followUp = { permission: 'followup.read' } as const

/** The year's rhythm: wheel, calendar feeds, leader's page, measurability, and what the front page shows of it. */
export const rhythmPart: WebPart = {
  texts,
  navigation: [
    {
      to: '/leader',
      words: { nb: 'Ledersiden', nn: 'Leiarsida', en: 'Leader’s page' },
      access: { permission: 'followup.lead' },
      order: 30,
    },
    { to: '/calendar', words: { nb: 'Årshjul', nn: 'Årshjul', en: 'The year' }, access: followUp, order: 32 },
    {
      to: '/measurability',
      words: { nb: 'Målbarhet', nn: 'Målbarheit', en: 'Measurability' },
      access: followUp,
      order: 34,
    },
  ],
  frontPageBlocks: [
    {
      id: 'urgent',
      access: followUp,
      order: 10,
      place: 'wide',
      load: () => import('./UrgentBlock.tsx').then((m) => m.UrgentBlock),
    },
    {
      id: 'deadlines',
      // Only those who may own something have deadlines; the ministry has not.
      access: { permission: 'followup.write' },
      order: 20,
      place: 'wide',
      load: () => import('./DeadlinesBlock.tsx').then((m) => m.DeadlinesBlock),
    },
    {
      id: 'status',
      access: followUp,
      order: 30,
      place: 'wide',
      load: () => import('./StatusBlock.tsx').then((m) => m.StatusBlock),
    },
    {
      id: 'wheel',
      access: followUp,
      order: 10,
      place: 'side',
      load: () => import('./WheelBlock.tsx').then((m) => m.WheelBlock),
    },
    {
      id: 'changes',
      access: followUp,
      order: 20,
      place: 'side',
      load: () => import('./ChangesBlock.tsx').then((m) => m.ChangesBlock),
    },
  ],
  pages: [
    { path: 'calendar', access: followUp, load: () => import('./CalendarPage.tsx').then((m) => m.CalendarPage) },
    {
      path: 'calendar/feeds',
      name: 'feeds.title',
      access: { permission: 'calendar.own' },
      load: () => import('./FeedsPage.tsx').then((m) => m.FeedsPage),
    },
    {
      path: 'leader',
      access: { permission: 'followup.lead' },
      // Its lists are the register's, in the register's words.
      load: () =>
        Promise.all([import('./LeaderPage.tsx'), registerTexts.load(currentLocale())]).then(([m]) => m.LeaderPage),
    },
    {
      path: 'measurability',
      access: followUp,
      load: () => import('./MeasurabilityPage.tsx').then((m) => m.MeasurabilityPage),
    },
  ],
}
