import type { WebModule } from '../../platform/web/module.ts'
import { texts } from './texts.ts'

/** The page of the figures. */
export const figuresModule: WebModule = {
  id: 'figures',
  permissions: () => import('../rules/permissions.ts').then((m) => m.figuresPermissions),
  parts: [
    {
      texts,
      navigation: [
        {
          to: '/figures',
          words: { nb: 'Tall', nn: 'Tal', en: 'Figures' },
          access: { permission: 'figures.read' },
          order: 60,
        },
      ],
      frontPageBlocks: [],
      pages: [
        {
          path: 'figures',
          access: { permission: 'figures.read' },
          load: () => import('./FiguresPage.tsx').then((m) => m.FiguresPage),
        },
      ],
    },
  ],
}
