import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { roles } from '../../src/access/rules/roles.ts'
import { goTo, visit, withApplication } from './support.ts'

/**
 * One truth: every number of records that a page shows to anybody is the length of the list that it opens. Each role goes
 * through the pages that the menu, the tabs and the front page lead to; what is counted is marked by the one component that
 * draws numbers (src/platform/web/register/Count.tsx), and the house rules see to it that there is no other.
 */
withApplication()

interface Counted {
  readonly href: string
  readonly count: number
}

const settled = async (page: Page, at: string): Promise<void> => {
  await goTo(page, at)
  await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => {})
}

const countsOn = (page: Page): Promise<Counted[]> =>
  page.evaluate(`[...document.querySelectorAll('a[data-count]')].map((link) =>
    ({ href: link.getAttribute('href'), count: Number(link.dataset.count) }))`)

/** Where the page leads without a filter and without one record: pages, each once. */
const waysOn = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('nav a[href], main a[href]')]
    .map((link) => new URL(link.href)).filter((url) => url.origin === location.origin && !url.pathname.startsWith('/api/'))
    .map((url) => url.pathname).filter((path) => !/[0-9a-f]{8}-|[.]/.test(path))`)

/** One goal stands for all of them: its page has counts of its own. */
const goalOn = (page: Page): Promise<string[]> =>
  page.evaluate(
    `[...document.querySelectorAll('a[href^="/goals/"]')].slice(0, 1).map((link) => link.getAttribute('href'))`,
  )

/** The length of a list as it is drawn: moved to inside the application, as a click on the number does. */
const lengthOf = async (page: Page, href: string): Promise<number> => {
  await page.evaluate(
    `history.pushState({}, '', ${JSON.stringify(href)}); dispatchEvent(new PopStateEvent('popstate'))`,
  )
  // What is drawn says which address it belongs to: until then the list before is on the screen.
  const total = page.locator(`[data-total][data-address=${JSON.stringify(href)}]`)
  await total.waitFor({ timeout: 5_000 })
  return Number(await total.getAttribute('data-total'))
}

/** What a role before this one has opened as it is drawn. */
const drawn = new Set<string>()

/** The length of a register's list as the server says it to this role; null for other lists, which are always drawn. */
const toldLength = async (page: Page, href: string): Promise<number | null> => {
  const { pathname, searchParams } = new URL(href, 'http://localhost')
  if (pathname !== '/register') return null
  if (searchParams.get('state') === 'all') searchParams.delete('state')
  const answer = await page.request.get(`/api/commitments?${searchParams}&limit=1`)
  return ((await answer.json()) as { total: number }).total
}

describe('every number opens the list that it is the length of', () => {
  it.each(roles)('for %s', { timeout: 240_000 }, async (role) => {
    const page = await visit({ role })
    const left = ['/']
    const seen = new Set<string>()
    const counts = new Map<string, number>()
    for (let at = left.shift(); at !== undefined; at = left.shift()) {
      if (seen.has(at)) continue
      seen.add(at)
      await settled(page, at)
      left.push(...(await waysOn(page)), ...(at === '/goals' ? await goalOn(page) : []))
      for (const { href, count } of await countsOn(page)) {
        expect(counts.get(href) ?? count, `${href} has two numbers, one of them on ${at}`).toBe(count)
        counts.set(href, count)
      }
    }
    const wrong: string[] = []
    for (const [href, count] of counts) {
      // How an address is drawn does not depend on who opens it; what it holds does.
      const told = drawn.has(href) ? await toldLength(page, href) : null
      const length = told ?? (await lengthOf(page, href))
      drawn.add(href)
      if (length !== count) wrong.push(`${href}: the page says ${count}, the list has ${length}`)
    }
    expect(wrong).toEqual([])
    if (role === 'controller' || role === 'leader') expect(counts.size).toBeGreaterThan(50)
  })
})
