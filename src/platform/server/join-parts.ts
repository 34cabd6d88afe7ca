import { joinDeclared } from '../rules/join-declared.ts'
import type { Module } from './module.ts'

/** A part of a module, named by its folder. What is said in words, and who may do what, the module says as a whole. */
export type Part = Pick<
  Module,
  'name' | 'routes' | 'searches' | 'exports' | 'histories' | 'tasks' | 'setAside' | 'resume' | 'cron'
>

/** Puts together what the parts of a module give. Throws when two give a job or a history of the same name. */
export const joinParts = (parts: readonly Part[]): Omit<Part, 'name'> => ({
  routes: async (app, context) => {
    for (const part of parts) await part.routes?.(app, context)
  },
  searches: parts.flatMap(({ searches = [] }) => searches),
  exports: parts.flatMap(({ exports = [] }) => exports),
  histories: joinDeclared(parts.map(({ name, histories = {} }) => [name, histories])),
  tasks: joinDeclared(parts.map(({ name, tasks = {} }) => [name, tasks])),
  setAside: joinDeclared(parts.map(({ name, setAside = {} }) => [name, setAside])),
  resume: async (tx) => {
    for (const part of parts) await part.resume?.(tx)
  },
  cron: parts.flatMap(({ cron = [] }) => cron),
})
