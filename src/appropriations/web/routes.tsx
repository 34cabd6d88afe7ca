import type { WebModule } from '../../platform/web/module.ts'
import { texts } from './texts.ts'

/** The pages of the money that letters give. */
export const appropriationsModule: WebModule = {
  id: 'appropriations',
  permissions: () => import('../rules/permissions.ts').then((m) => m.appropriationsPermissions),
  parts: [
    {
      texts,
      navigation: [
        {
          to: '/money',
          words: { nb: 'Penger', nn: 'Pengar', en: 'Money' },
          access: { permission: 'money.read' },
          order: 40,
        },
      ],
      frontPageBlocks: [],
      pages: [
        {
          path: 'money',
          access: { permission: 'money.read' },
          load: () => import('./MoneyPage.tsx').then((m) => m.MoneyPage),
        },
      ],
    },
  ],
}
