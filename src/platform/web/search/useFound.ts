import { useQuery } from '@tanstack/react-query'
import i18next from 'i18next'
import type { Static } from 'typebox'
import { holdsWords } from '../../rules/holds-words.ts'
import type { SearchAnswer } from '../../rules/shapes.ts'
import { ask } from '../api/ask.ts'
import { useModuleTexts } from '../i18n/module-text.ts'
import { useLocale } from '../i18n/texts.ts'
import type { Command } from '../module.ts'
import { useModules } from '../modules.ts'
import { maySee, useSession } from '../session/session.ts'

/** Something that was found: a page to open, or a command to run. */
export type Found = { readonly kind: string; readonly title: string; readonly detail: string } & (
  | { readonly link: string }
  | { readonly run: Command['run'] }
)

/** What was found of one kind, under the kind's name. */
export interface FoundGroup {
  readonly kind: string
  readonly name: string
  readonly found: readonly Found[]
}

/** How many are shown below the field. */
const few = 8

const searchQuery = (q: string, all: boolean) => ({
  queryKey: ['search', q, all],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    ask<Static<typeof SearchAnswer>>('/api/search', { q, all: all ? 'true' : undefined }, signal),
  enabled: q.trim().length >= 2,
  staleTime: 15_000,
})

/** The pages that the person may see, by the name that the navigation or the page's own texts give them. */
const usePages = () => {
  const locale = useLocale()
  const session = useSession()
  return useModules()
    .flatMap((module) => module.parts)
    .flatMap((part) => [
      ...part.navigation.map(({ to, words, access }) => ({ link: to, access, name: () => words[locale] })),
      ...part.pages.flatMap(({ path, name, access }) =>
        name === undefined ? [] : [{ link: `/${path}`, access, name: () => i18next.t(`${part.texts.id}:${name}`) }],
      ),
    ])
    .filter(({ access }) => maySee(session, access))
}

const useCommands = () => {
  const parts = useModules().flatMap((module) => module.parts)
  const session = useSession()
  const { data = [] } = useQuery({
    queryKey: ['commands'],
    queryFn: async () => (await Promise.all(parts.map((part) => part.commands?.() ?? []))).flat(),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data.filter(({ access }) => maySee(session, access))
}

/**
 * What a text finds, by kind: records that hold it, pages and commands by their words, and last what is only like it.
 * `all`, or the few that stand below the field; `exact` says whether anything is more than like it.
 */
export const useFound = (q: string, all: boolean) => {
  const locale = useLocale()
  const query = useQuery(searchQuery(q, all))
  const { text, ready } = useModuleTexts()
  const pages = usePages()
  const commands = useCommands()
  const hits = query.data?.hits ?? []
  const exact = hits.filter(({ near }) => !near)
  const own: Found[] = ready
    ? [
        ...pages
          .map(({ link, name }) => ({ kind: 'page', title: name(), detail: '', link }))
          .filter(({ title }) => holdsWords(title, q)),
        ...commands
          .filter(({ words }) => holdsWords(words[locale], q))
          .map(({ words, run }) => ({ kind: 'command', title: words[locale], detail: '', run })),
      ]
    : []
  const found: Found[] = [
    // Records do not take all the places when there are pages and commands too.
    ...exact.slice(0, all ? undefined : Math.max(few / 2, few - own.length)),
    ...own,
    ...hits.filter(({ near }) => near),
  ].slice(0, all ? undefined : few)
  return {
    query,
    ready: ready && query.data !== undefined,
    count: hits.length + own.length,
    exact: exact.length + own.length > 0,
    groups: [...new Set(found.map(({ kind }) => kind))].map(
      (kind): FoundGroup => ({ kind, name: text(`kinds.${kind}`), found: found.filter((one) => one.kind === kind) }),
    ),
  }
}
