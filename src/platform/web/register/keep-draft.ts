import type { DraftAnswer, DraftKeys } from '../../rules/shapes.ts'
import { ask, send } from '../api/ask.ts'
import { keepHere, keptHere } from '../session/own-storage.ts'

/** What is kept of a form: what was written, what it was begun from, and the version of the record that it then had. */
export interface DraftContent<T> {
  readonly value: T
  readonly base: T
  readonly version: number
  /** What was sent to be stored and has not been answered: it may stand in the record all the same. */
  readonly sent?: T
}

/** What was found, and when it was written. */
export interface FoundDraft<T> {
  readonly content: DraftContent<T>
  readonly at: number
}

/** Pauses in the typing shorter than this are not saved. */
const pause = 600

/** A copy on the server that is so much later was written elsewhere; less, and the clocks may disagree. */
const elsewhere = 5 * 60_000

/** What a page that is being left may still send (the browsers' limit is 64 kB). */
const lastWords = 60_000

const asFound = <T>(value: unknown): FoundDraft<T> | null => {
  const { content, at } = (value ?? {}) as { content?: Partial<DraftContent<T>> | null; at?: unknown }
  const whole = content?.value !== undefined && content.base !== undefined && typeof content.version === 'number'
  return whole && typeof at === 'number' ? { content: content as DraftContent<T>, at } : null
}

/** Keeps one form's draft: in the tab at every keystroke, until the server has it too. */
export interface DraftKeeper<T> {
  /** What lies in the tab: what the server has not got. */
  readonly here: FoundDraft<T> | null
  /** The newest that is kept; null when nothing is, or something newer has been given meanwhile. */
  readonly find: () => Promise<FoundDraft<T> | null>
  /** Keeps it here at once, and on the server when the typing pauses; null forgets it in both places. */
  readonly keep: (content: DraftContent<T> | null) => void
  /** Sends what is not sent; `leaving` when the page is about to be gone. */
  readonly flush: (leaving?: boolean) => void
}

let keys: Promise<ReadonlySet<string>> | null = null

/** Under which keys the server keeps something: asked once for all the forms that open at one time, a page full of rows. */
const keysThere = (): Promise<ReadonlySet<string>> => {
  const ofAll = async () => new Set((await ask<DraftKeys>('/api/drafts')).keys)
  keys ??= ofAll().finally(() => {
    keys = null
  })
  return keys
}

/** By place, the keeper that was made last: an earlier one, of a form that has gone, keeps nothing any longer. */
const inCharge = new Map<string, symbol>()

/** Makes the keeper of a person's draft; `saved` hears when the server has it. */
export const draftKeeper = <T>(account: string, key: string, saved: (at: string) => void): DraftKeeper<T> => {
  const address = `/api/drafts/${encodeURIComponent(key)}`
  const place = `draft/${key}`
  const self = Symbol(key)
  inCharge.set(place, self)
  const here = asFound<T>(keptHere(account, place))
  let kept = here !== null
  let given = false
  let unsent: DraftContent<T> | null | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  // One at a time, in order: an earlier text must not arrive last.
  let sending: Promise<void> = Promise.resolve()

  const store = async (content: DraftContent<T> | null, leaving: boolean): Promise<void> => {
    try {
      if (content === null) await send('DELETE', address)
      else {
        const keepalive = leaving && JSON.stringify(content).length < lastWords
        const { savedAt } = await send<{ savedAt: string }>('PUT', address, { content }, { keepalive })
        saved(savedAt)
      }
      if (unsent === undefined) keepHere(account, place, null)
    } catch {
      // Lies in the tab still; goes with the next keystroke, or when the form is opened again.
      if (unsent === undefined) unsent = content
    }
  }
  const flush = (leaving = false) => {
    clearTimeout(timer)
    if (unsent === undefined) return
    const content = unsent
    unsent = undefined
    sending = leaving ? store(content, true) : sending.then(() => store(content, false))
  }
  const keep = (content: DraftContent<T> | null) => {
    if (inCharge.get(place) !== self) return
    given = true
    if (content === null && !kept) return
    kept = content !== null
    unsent = content
    keepHere(account, place, content === null ? null : { content, at: Date.now() })
    clearTimeout(timer)
    if (content === null) flush()
    else timer = setTimeout(flush, pause)
  }
  const find = async () => {
    const answer = await keysThere()
      .then((all) => (all.has(key) ? ask<DraftAnswer>(address) : null))
      .catch(() => null)
    const there = asFound<T>({ content: answer?.content, at: Date.parse(answer?.savedAt ?? '') })
    kept ||= there !== null
    if (given) return null
    if (here === null || (there !== null && there.at > here.at + elsewhere)) return there
    keep(here.content)
    return here
  }
  return { here, find, keep, flush }
}
