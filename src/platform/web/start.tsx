import { QueryClientProvider } from '@tanstack/react-query'
import type { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { asProblem } from './api/problem.ts'
import { AkselWords } from './i18n/AkselWords.tsx'
import { platformTexts } from './i18n/platform.ts'
import { rememberedLocale } from './i18n/remembered-locale.ts'
import { changeLocale, currentLocale, startTexts } from './i18n/texts.ts'
import type { WebModule } from './module.ts'
import { ModulesContext } from './modules.ts'
import { ProblemNotice } from './parts/ProblemNotice.tsx'
import { makeQueryClient } from './query-client.ts'
import { followSystemTheme, rememberedTheme, showTheme } from './session/preferences.ts'
import { sessionQuery } from './session/session.ts'

/**
 * Loads what every page needs (session and texts) and gives the whole web to draw. When the server does not answer,
 * it is a notice with a way to try again.
 */
export const startWeb = async (
  modules: readonly WebModule[],
  makeRouter: () => ReturnType<typeof createBrowserRouter>,
) => {
  const queryClient = makeQueryClient()
  const [session] = await Promise.all([
    queryClient.fetchQuery(sessionQuery).catch(asProblem),
    startTexts(rememberedLocale(), [platformTexts, ...modules.flatMap(({ roleNames = [] }) => roleNames)]),
  ])
  followSystemTheme()
  if (session instanceof Error) {
    return (
      <QueryClientProvider client={queryClient}>
        <main className="ff-main">
          <ProblemNotice error={session} retry={() => window.location.reload()} />
        </main>
      </QueryClientProvider>
    )
  }
  if (session.person === null) showTheme(rememberedTheme())
  else {
    showTheme(session.theme)
    if (session.locale !== currentLocale()) await changeLocale(session.locale)
  }
  return (
    <QueryClientProvider client={queryClient}>
      <ModulesContext value={modules}>
        <AkselWords>
          <RouterProvider router={makeRouter()} />
        </AkselWords>
      </ModulesContext>
    </QueryClientProvider>
  )
}
