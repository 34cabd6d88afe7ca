import type { Module } from '../../platform/server/module.ts'
import { lettersPart } from './letters/index.ts'
import { registerPart } from './register/index.ts'
import { rhythmPart } from './rhythm/index.ts'

/**
 * What governance is made of, each part in its own folder: letters (reading in, checking, approving), register
 * (follow-up) and rhythm (calendar, reminders, measurability). Joined to one module below.
 */
const parts: readonly Module[] = [lettersPart, registerPart, rhythmPart]

/** The module as the application sees it. */
export const governanceModule: Module = {
  name: 'governance',
  routes: async (app, context) => {
    for (const part of parts) await part.routes?.(app, context)
  },
  searches: parts.flatMap((part) => part.searches ?? []),
  histories: Object.assign({}, ...parts.map((part) => part.histories ?? {})),
  tasks: Object.assign({}, ...parts.map((part) => part.tasks ?? {})),
  setAside: Object.assign({}, ...parts.map((part) => part.setAside ?? {})),
  resume: async (tx) => {
    for (const part of parts) await part.resume?.(tx)
  },
  cron: parts.flatMap((part) => part.cron ?? []),
  notices: Object.assign({}, ...parts.map((part) => part.notices ?? {})),
}

export { loadDemoLetters } from './letters/demo.ts'
export { readLetterFile } from './letters/read-file.ts'
