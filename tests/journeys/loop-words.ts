import type { Locator } from 'playwright-core'
import { texts as lettersEn } from '../../src/governance/texts/letters.en.ts'
import { texts as lettersNb } from '../../src/governance/texts/letters.nb.ts'
import { texts as lettersNn } from '../../src/governance/texts/letters.nn.ts'
import { texts as registerEn } from '../../src/governance/texts/register.en.ts'
import { texts as registerNb } from '../../src/governance/texts/register.nb.ts'
import { texts as registerNn } from '../../src/governance/texts/register.nn.ts'
import { texts as rhythmEn } from '../../src/governance/texts/rhythm.en.ts'
import { texts as rhythmNb } from '../../src/governance/texts/rhythm.nb.ts'
import { texts as rhythmNn } from '../../src/governance/texts/rhythm.nn.ts'
import type { Locale } from '../../src/platform/rules/locale.ts'
import { texts as frameEn } from '../../src/platform/texts/frame.en.ts'
import { texts as frameNb } from '../../src/platform/texts/frame.nb.ts'
import { texts as frameNn } from '../../src/platform/texts/frame.nn.ts'

/** Texts by key, nested. */
interface TextTree {
  readonly [key: string]: string | TextTree
}

/** Uses a control: what a click, a tap or a key on it does. */
export type Hand = (control: Locator) => Promise<void>

/** Everything the page has behind Tab, and no more. */
const tabLimit = 120

/** Goes to the control by Tab alone, as one must who has no mouse, and presses Enter, or Space on a checkbox. */
const byKeyboard: Hand = async (control) => {
  await control.waitFor()
  const page = control.page()
  const isThere = async () => (await control.and(page.locator(':focus')).count()) === 1
  for (let step = 0; step < tabLimit && !(await isThere()); step += 1) await page.keyboard.press('Tab')
  if (!(await isThere())) throw new Error(`Tab does not lead to ${control}`)
  await page.keyboard.press((await control.getAttribute('type')) === 'checkbox' ? 'Space' : 'Enter')
}

/** How the loop can be gone through. */
export const hands = { keyboard: byKeyboard, mouse: (control: Locator) => control.click() } as const

const sources = {
  nb: { letters: lettersNb, register: registerNb, rhythm: rhythmNb, frame: frameNb },
  nn: { letters: lettersNn, register: registerNn, rhythm: rhythmNn, frame: frameNn },
  en: { letters: lettersEn, register: registerEn, rhythm: rhythmEn, frame: frameEn },
} as const satisfies Record<Locale, Record<string, TextTree>>

const finder =
  (texts: TextTree) =>
  (key: string, params: Readonly<Record<string, string | number>> = {}): string => {
    const text = key
      .split('.')
      .reduce<string | TextTree | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), texts)
    if (typeof text !== 'string') throw new Error(`No text has the key ${key}`)
    return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''))
  }

/** What the interface says in a language, by the keys of its own texts. */
export const words = (locale: Locale) => ({
  letters: finder(sources[locale].letters),
  register: finder(sources[locale].register),
  rhythm: finder(sources[locale].rhythm),
  frame: finder(sources[locale].frame),
})
