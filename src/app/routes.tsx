import { createBrowserRouter, type RouteObject } from 'react-router'
import { accessModule } from '../access/web/routes.tsx'
import { appropriationsModule } from '../appropriations/web/routes.tsx'
import { figuresModule } from '../figures/web/routes.tsx'
import { lettersModule } from '../governance/web/letters/routes.tsx'
import { registerModule } from '../governance/web/register/routes.tsx'
import { rhythmModule } from '../governance/web/rhythm/routes.tsx'
import { Frame } from '../platform/web/frame/Frame.tsx'
import { Guard } from '../platform/web/frame/Guard.tsx'
import { currentLocale } from '../platform/web/i18n/texts.ts'
import type { WebModule, WebPage } from '../platform/web/module.ts'
import { ErrorPage } from '../platform/web/pages/ErrorPage.tsx'
import { NotFoundPage } from '../platform/web/pages/NotFoundPage.tsx'
import { Loading } from '../platform/web/parts/Loading.tsx'
import { platformModule } from '../platform/web/routes.tsx'

/** The modules of the web. Each gives its pages, its entries in the navigation and its blocks on the front page. */
export const modules: readonly WebModule[] = [
  platformModule,
  lettersModule,
  registerModule,
  accessModule,
  rhythmModule,
  appropriationsModule,
  figuresModule,
]

const pageRoute = (module: WebModule, page: WebPage): RouteObject => ({
  path: page.path,
  lazy: async () => {
    const [Shown] = await Promise.all([page.load(), module.texts.load(currentLocale())])
    return {
      Component: () => (
        <Guard access={page.access}>
          <Shown />
        </Guard>
      ),
    }
  },
})

/** The router: every page inside the frame, loaded with its module's texts on first use. */
export const makeRouter = () =>
  createBrowserRouter([
    {
      path: '/',
      element: <Frame entries={modules.flatMap((module) => module.navigation)} />,
      HydrateFallback: Loading,
      children: [
        {
          errorElement: <ErrorPage />,
          children: [
            ...modules.flatMap((module) => module.pages.map((page) => pageRoute(module, page))),
            { path: '*', element: <NotFoundPage /> },
          ],
        },
      ],
    },
  ])
