import { createContext, useContext } from 'react'
import type { WebModule } from './module.ts'

/** The modules that the application is put together of; given once, at the top. */
export const ModulesContext = createContext<readonly WebModule[]>([])

/** The modules, for pages that show a part of each: the front page, the notices, the search. */
export const useModules = (): readonly WebModule[] => useContext(ModulesContext)
