import { useQuery } from '@tanstack/react-query'
import type { WebModule } from '../module.ts'
import { useModules } from '../modules.ts'

type Kind = 'permissions' | 'problems'
type Declared<K extends Kind> = Awaited<ReturnType<NonNullable<WebModule[K]>>>

/** What all modules declare of a kind, by name; loaded the first time that a word of it is needed. */
export const useDeclared = <K extends Kind>(kind: K, needed: boolean) => {
  const modules = useModules()
  return useQuery({
    queryKey: ['declared', kind],
    queryFn: async (): Promise<Declared<K>> =>
      Object.assign({}, ...(await Promise.all(modules.map((module) => module[kind]?.())))),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: needed,
  })
}
