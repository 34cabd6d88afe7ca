import { textBundle } from '../../platform/web/i18n/texts.ts'
import type { WebModule } from '../../platform/web/module.ts'

/** The texts of the figures' page. */
export const texts = textBundle('figures', {
  nb: () => import('./texts.nb.ts').then((m) => m.texts),
  nn: () => import('./texts.nn.ts').then((m) => m.texts),
  en: () => import('./texts.en.ts').then((m) => m.texts),
})

/** The page of the figures. */
export const figuresModule: WebModule = {
  id: 'figures',
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
}
