import type { Module } from '../platform/server/module.ts'
import { governancePermissions } from './rules/permissions.ts'
import { governanceProblems } from './rules/problems.ts'
import { loadDemoLetters } from './server/letters/demo.ts'
import { lettersPart } from './server/letters/index.ts'
import { registerPart } from './server/register/index.ts'
import { rhythmPart } from './server/rhythm/index.ts'
import { texts as noticesEn } from './texts/notices.en.ts'
import { texts as noticesNb } from './texts/notices.nb.ts'
import { texts as noticesNn } from './texts/notices.nn.ts'

/**
 * What governance is made of, each part in its own folder: letters (reading in, checking, approving), register
 * (follow-up) and rhythm (calendar, reminders, measurability). Joined to one module below.
 */
const parts: readonly Module[] = [lettersPart, registerPart, rhythmPart]

/** The module as the application sees it. */
export const governanceModule: Module = {
  name: 'governance',
  standsOn: ['appropriations', 'figures', 'access', 'reference'],
  permissions: governancePermissions,
  problems: governanceProblems,
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
  demo: loadDemoLetters,
  notices: { nb: noticesNb, nn: noticesNn, en: noticesEn },
}
