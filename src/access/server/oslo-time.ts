const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short', timeStyle: 'medium' })

/** An instant as date and time in Oslo, in the form that sorts: `2026-11-23 14:05:09`. */
export const osloTime = (instant: string): string => format.format(new Date(instant))
