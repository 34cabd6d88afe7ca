import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { projectRoot } from '../project-root.ts'

/** What scripts/lib/build.mjs builds beside the command line, each to run in a process of its own. */
export type EntryName = 'open-text' | 'read-letter-text'

const find = async (): Promise<string> => {
  // The bundle is cli.js and chunks beside it, and in a folder under it.
  for (const place of ['.', '..']) {
    const folder = fileURLToPath(new URL(place, import.meta.url))
    if (existsSync(join(folder, 'open-text.js'))) return folder
  }
  // A test or a benchmark runs from the sources: built first, unless it is built already.
  const { buildServer } = await import(
    /* @vite-ignore */ pathToFileURL(join(projectRoot, 'scripts/lib/build.mjs')).href
  )
  return dirname(await buildServer())
}

let folder: Promise<string> | undefined

/** The built file of an entry: beside the bundle that runs. */
export const builtEntry = async (name: EntryName): Promise<string> => {
  folder ??= find()
  return join(await folder, `${name}.js`)
}
