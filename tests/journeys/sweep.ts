import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Role } from '../../src/access/rules/roles.ts'
import { locales } from '../../src/platform/rules/locale.ts'
import { checkAccessibility, checkWidth, goTo, prefer, sizes, visit } from './support.ts'

/** A page to look at. */
export interface SweptPage {
  /** Its address, or how to find it out. */
  readonly at: string | ((page: Page) => Promise<string>)
  /** Who looks; null when nobody is logged in. */
  readonly role: Role | null
  /** Brings the page into the state that is to be looked at. */
  readonly ready?: (page: Page) => Promise<unknown>
}

/**
 * The n-th view of a device. Six pages in a row meet every pair of language and theme, and a page meets another
 * language and the other theme on the other device.
 */
const viewOf = (device: keyof typeof sizes, n: number) => {
  const turn = device === 'desk' ? n : n + 1
  return { locale: locales[turn % locales.length] ?? 'nb', theme: turn % 2 === 0 ? 'light' : 'dark' } as const
}

/**
 * Looks at each page once at each width: no breach of WCAG, nothing to scroll sideways. Languages and themes rotate
 * over the pages. What is seen at a desk is narrowed to a phone as well, so that two languages meet the narrow width.
 */
export const sweep = (name: string, pages: readonly SweptPage[]): void => {
  describe(`${name}: accessible, and within the screen`, () => {
    const roles = [...new Set(pages.map(({ role }) => role))]
    const cases = (['desk', 'phone'] as const).flatMap((device) => roles.map((role) => ({ device, role })))
    it.each(cases)('on a $device for $role', { timeout: 180_000 }, async ({ device, role }) => {
      const page = await visit({ device, ...(role === null ? {} : { role }) })
      const look = async (one: SweptPage, n: number) => {
        const { locale, theme } = viewOf(device, n)
        await page.setViewportSize(sizes[device])
        if (role === null) await page.evaluate(`localStorage.setItem('fotfeste.locale', '${locale}')`)
        else await prefer(page, { locale, theme })
        await page.emulateMedia({ colorScheme: theme })
        await goTo(page, typeof one.at === 'string' ? one.at : await one.at(page))
        await page.locator(`html[lang="${locale}"].${theme}`).waitFor()
        // A page that asks on never falls silent; what it shows by then is what is looked at.
        await page.waitForLoadState('networkidle', { timeout: 1_500 }).catch(() => {})
        await one.ready?.(page)
        await checkAccessibility(page)
        await checkWidth(page)
        if (device === 'phone') return
        await page.setViewportSize(sizes.phone)
        await checkWidth(page)
      }
      // One page's faults do not hide the next one's.
      const faults: string[] = []
      for (const [n, one] of pages.entries()) {
        if (one.role === role) await look(one, n).catch((error) => faults.push(`${page.url()}: ${error}`))
      }
      expect(faults).toEqual([])
    })
  })
}
