import { createBrowserRouter, type RouteObject } from 'react-router'
import { accessModule } from '../access/web/routes.tsx'
import { appropriationsModule } from '../appropriations/web/routes.tsx'
import { figuresModule } from '../figures/web/routes.tsx'
import { governanceModule } from '../governance/web/routes.tsx'
import { Frame } from '../platform/web/frame/Frame.tsx'
import { Guard } from '../platform/web/frame/Guard.tsx'
import { currentLocale } from '../platform/web/i18n/texts.ts'
import type { WebModule, WebPage, WebPart } from '../platform/web/module.ts'
import { ErrorPage } from '../platform/web/pages/ErrorPage.tsx'
import { NotFoundPage } from '../platform/web/pages/NotFoundPage.tsx'
import { Loading } from '../platform/web/parts/Loading.tsx'
import { platformModule } from '../platform/web/routes.tsx'

/** The modules of the web. Each gives its pages, its entries in the navigation and its blocks on the front page. */
export const modules: readonly WebModule[] = [
  platformModule,
  governanceModule,
  accessModule,
  appropriationsModule,
  figuresModule,
]

const parts = modules.flatMap((module) => module.parts)

const pageRoute = (part: WebPart, page: WebPage): RouteObject => ({
  path: page.path,
  lazy: async () => {
    const [Shown] = await Promise.all([page.load(), part.texts.load(currentLocale())])
    return {
      Component: () => (
        <Guard access={page.access}>
          <Shown />
        </Guard>
      ),
    }
  },
})

/** The router: every page inside the frame, loaded with its part's texts on first use. */
export const makeRouter = () =>
  createBrowserRouter([
    {
      path: '/',
      element: <Frame entries={parts.flatMap((part) => part.navigation)} />,
      HydrateFallback: Loading,
      children: [
        {
          errorElement: <ErrorPage />,
          children: [
            ...parts.flatMap((part) => part.pages.map((page) => pageRoute(part, page))),
            { path: '*', element: <NotFoundPage /> },
          ],
        },
      ],
    },
  ])
