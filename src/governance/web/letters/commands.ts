import type { Command } from '../../../platform/web/module.ts'

/** What can be done with letters from the search: the page of the letters has the field that takes one in. */
export const commands: readonly Command[] = [
  {
    words: { nb: 'Last opp brev', nn: 'Last opp brev', en: 'Upload a letter' },
    access: { permission: 'letter.check' },
    run: ({ go }) => go('/letters'),
  },
]
