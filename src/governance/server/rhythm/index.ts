import type { Part } from '../../../platform/server/join-parts.ts'
import { calendarRoutes } from './calendar-routes.ts'
import { measurabilityRoutes } from './measurability-routes.ts'
import { overviewRoutes } from './overview-routes.ts'
import { proposeMeasures } from './propose-measures.ts'
import { sendReminders } from './send-reminders.ts'

export { proposeMeasures } from './propose-measures.ts'

/** The queue's timetable is in UTC: six in the morning in Oslo is four in summer and five in winter. */
const mornings = '0 4,5 * * *'

const osloHour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: 'Europe/Oslo' })

/** False before six in Oslo: of the timetable's two runs, the one that is too early leaves it to the other. */
const isMorning = (instant: Date): boolean => Number(osloHour.format(instant)) >= 6

/** The rhythm of the year: calendar and feeds, reminders, the leader's page, the front page, measurability. */
export const rhythmPart: Part = {
  name: 'rhythm',
  routes: (app, context) => {
    calendarRoutes(app, context)
    measurabilityRoutes(app, context)
    overviewRoutes(app, context)
  },
  histories: {
    measure: {
      table: 'governance.measure',
      permission: 'followup.read',
      hidden: ['commitment', 'reason_code', 'register'],
    },
  },
  tasks: {
    'send-reminders': async (payload, { inTransaction, clock }) => {
      if (payload.now === true || isMorning(clock())) await inTransaction(sendReminders)
    },
    'propose-measures': async (_payload, { inTransaction }) => {
      await inTransaction((tx) => proposeMeasures(tx, null))
    },
  },
  cron: [
    // Backfilled for a day, so that a server that was down at six sends when it starts.
    { task: 'send-reminders', match: mornings, options: { backfillPeriod: 86_400_000 } },
    { task: 'propose-measures', match: '30 3 * * *', options: { backfillPeriod: 86_400_000 } },
  ],
}
