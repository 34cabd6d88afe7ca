import type { ComponentType } from 'react'
import type { Words } from '../rules/locale.ts'
import type { DeclaredPermissions } from '../rules/permission.ts'
import type { DeclaredProblems } from '../rules/problem.ts'
import type { TextBundle } from './i18n/texts.ts'
import type { PageAccess, Session } from './session/session.ts'

/** A page of a module: where it is, who may see it, and how to load it with its texts. */
export interface WebPage {
  /** The path from the root, in React Router's form: `letters/:letterId`. */
  readonly path: string
  readonly access: PageAccess
  /** The key of its name in the part's texts, by which the search finds it; not of one that the navigation names. */
  readonly name?: string
  /** Loads the page's component on first use: `() => import('./LettersPage.tsx').then((m) => m.LettersPage)`. */
  readonly load: () => Promise<ComponentType>
}

/** An entry of the main navigation; the words are here because it is shown before the module is loaded. */
export interface NavigationEntry {
  readonly to: string
  readonly words: Words
  readonly access: PageAccess
  /** Other pages that belong under it: there too the menu says where one is. */
  readonly also?: readonly string[]
  /** Entries are shown in rising order; leave gaps of ten. */
  readonly order: number
}

/** A block of the front page. It shows what awaits the person, and nothing when nothing does. */
export interface FrontPageBlock {
  readonly id: string
  readonly access: PageAccess
  /** A further condition, where access alone does not say for whom the block is. */
  readonly when?: (session: Session) => boolean
  readonly order: number
  /** `wide` blocks stand in the main column, `side` blocks beside it. */
  readonly place: 'wide' | 'side'
  readonly load: () => Promise<ComponentType>
}

/** What a command may do. */
export interface CommandMeans {
  readonly go: (address: string) => void
  readonly prefer: (choice: Partial<Pick<Session, 'locale' | 'theme'>>) => void
  readonly logOut: () => void
  /** As when the shortcut's key is pressed, also when shortcuts are turned off. */
  readonly press: (key: string) => void
}

/** Something that can be done from the search. */
export interface Command {
  readonly words: Words
  readonly access: PageAccess
  readonly run: (means: CommandMeans) => void
}

/** A part of a module with texts of its own, which are loaded with its pages and blocks. */
export interface WebPart {
  readonly texts: TextBundle
  readonly pages: readonly WebPage[]
  readonly navigation: readonly NavigationEntry[]
  readonly frontPageBlocks: readonly FrontPageBlock[]
  /** What the search offers to do; not loaded before somebody searches. */
  readonly commands?: () => Promise<readonly Command[]>
}

/** What a module gives the web; `src/app/routes.tsx` lists the modules. */
export interface WebModule {
  readonly id: string
  /** Its permissions, for the words of what somebody lacks; not loaded before somebody does. */
  readonly permissions?: () => Promise<DeclaredPermissions>
  /** Its problems, for their words; not loaded before one is met. */
  readonly problems?: () => Promise<DeclaredProblems>
  /** The names of the roles, by code; loaded before the first page, since the frame says as what one acts. */
  readonly roleNames?: TextBundle
  readonly parts: readonly WebPart[]
}
