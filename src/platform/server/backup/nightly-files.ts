import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** A file that the nightly backup has made, by its name. */
export interface NightlyFile {
  readonly name: string
  readonly madeAt: Date
}

const form = /^fotfeste-nightly-(\d{4}-\d\d-\d\d)-(\d\d)-(\d\d)-(\d\d)\.backup$/

/** The name of a nightly backup: sorts by time, and is no name that a person gives or `fotfeste backup` makes. */
export const nightlyName = (madeAt: Date): string =>
  `fotfeste-nightly-${madeAt.toISOString().slice(0, 19).replace(/[:T]/g, '-')}.backup`

/** The time in a nightly backup's name, in whole seconds; null for every other name. */
export const nightlyTime = (name: string): Date | null => {
  const [, date, hour, minute, second] = form.exec(name) ?? []
  const time = new Date(`${date}T${hour}:${minute}:${second}Z`)
  // A date that does not exist is another's, or becomes another date.
  return !Number.isNaN(time.getTime()) && nightlyName(time) === name ? time : null
}

/** The nightly backups in a folder. Whatever else lies there is left out. */
export const nightlyFiles = async (folder: string): Promise<NightlyFile[]> => {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries.flatMap((entry) => {
    const madeAt = entry.isFile() ? nightlyTime(entry.name) : null
    return madeAt === null ? [] : [{ name: entry.name, madeAt }]
  })
}

/** Removes what a process that was ended has left half written. Nobody may be writing meanwhile. */
export const removeDrafts = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder)) {
    const draft = name.endsWith('.part') && nightlyTime(name.slice(0, -'.part'.length)) !== null
    if (draft) await rm(join(folder, name), { force: true })
  }
}
