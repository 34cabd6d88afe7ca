import type { WebPart } from '../../../platform/web/module.ts'
import { texts } from './texts.ts'

const access = { permission: 'letter.read' }

/** The pages of the ministry's letters. */
export const lettersPart: WebPart = {
  texts,
  navigation: [{ to: '/letters', words: { nb: 'Brev', nn: 'Brev', en: 'Letters' }, access, order: 10 }],
  commands: () => import('./commands.ts').then((m) => m.commands),
  frontPageBlocks: [
    {
      id: 'letters-to-check',
      access: { permission: 'letter.check' },
      order: 5,
      place: 'side',
      load: () => import('./LettersToCheck.tsx').then((m) => m.LettersToCheck),
    },
  ],
  pages: [
    { path: 'letters', access, load: () => import('./LettersPage.tsx').then((m) => m.LettersPage) },
    {
      path: 'letters/difference',
      name: 'difference.title',
      access,
      load: () => import('./DifferencePage.tsx').then((m) => m.DifferencePage),
    },
    {
      path: 'letters/open-from-earlier',
      name: 'earlier.title',
      access,
      load: () => import('./EarlierPage.tsx').then((m) => m.EarlierPage),
    },
    { path: 'letters/chain/:commitmentId', access, load: () => import('./ChainPage.tsx').then((m) => m.ChainPage) },
    { path: 'letters/:letterId', access, load: () => import('./check/CheckPage.tsx').then((m) => m.CheckPage) },
  ],
}
