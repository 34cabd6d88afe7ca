import type { Command } from '../module.ts'

/** What the frame itself can do, by words. */
export const commands: readonly Command[] = [
  {
    words: { nb: 'Skriv ut siden', nn: 'Skriv ut sida', en: 'Print the page' },
    access: 'open',
    // When the list of hits is gone.
    run: () => setTimeout(() => window.print()),
  },
  {
    words: { nb: 'Bytt til bokmål', nn: 'Byt til bokmål', en: 'Switch to Norwegian, bokmål' },
    access: 'open',
    run: ({ prefer }) => prefer({ locale: 'nb' }),
  },
  {
    words: { nb: 'Bytt til nynorsk', nn: 'Byt til nynorsk', en: 'Switch to Norwegian, nynorsk' },
    access: 'open',
    run: ({ prefer }) => prefer({ locale: 'nn' }),
  },
  {
    words: { nb: 'Bytt til engelsk (English)', nn: 'Byt til engelsk (English)', en: 'Switch to English' },
    access: 'open',
    run: ({ prefer }) => prefer({ locale: 'en' }),
  },
  {
    words: { nb: 'Bytt til mørkt utseende', nn: 'Byt til mørk utsjånad', en: 'Switch to dark appearance' },
    access: 'open',
    run: ({ prefer }) => prefer({ theme: 'dark' }),
  },
  {
    words: { nb: 'Bytt til lyst utseende', nn: 'Byt til lys utsjånad', en: 'Switch to light appearance' },
    access: 'open',
    run: ({ prefer }) => prefer({ theme: 'light' }),
  },
  {
    words: { nb: 'Vis hurtigtaster', nn: 'Vis snøggtastar', en: 'Show shortcuts' },
    access: 'open',
    run: ({ press }) => press('?'),
  },
  { words: { nb: 'Logg ut', nn: 'Logg ut', en: 'Log out' }, access: 'logged-in', run: ({ logOut }) => logOut() },
]
