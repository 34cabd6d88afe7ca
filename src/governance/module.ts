import { joinParts } from '../platform/server/join-parts.ts'
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
 * From the ministry's letter to follow-up through the year, in three parts, each in its own folder: letters (reading in,
 * checking, approving), register (follow-up) and rhythm (calendar, reminders, measurability).
 */
export const governanceModule: Module = {
  name: 'governance',
  standsOn: ['appropriations', 'figures', 'access', 'reference'],
  ...joinParts([lettersPart, registerPart, rhythmPart]),
  permissions: governancePermissions,
  problems: governanceProblems,
  demo: loadDemoLetters,
  notices: { nb: noticesNb, nn: noticesNn, en: noticesEn },
}
