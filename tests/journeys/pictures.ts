import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { roles } from '../../src/access/rules/roles.ts'
import { texts as nb } from '../../src/platform/texts/frame.nb.ts'
import { root, sources } from '../house-rules/sources.ts'
import { sizes, visit, withApplication } from './support.ts'

/**
 * `npm run pictures`: every page of the route lists, as each role sees it, at both widths, in `pictures/<role>`. Pages
 * of one thing (`letters/:letterId`) show the first one that another page of the same role leads to.
 */
withApplication()

/** The paths of all pages, as the modules' route lists have them; a last optional part makes two. */
const routes = sources('src', 'routes.tsx')
  .filter(({ path }) => path.includes('/web/'))
  .flatMap(({ text }) => [...text.matchAll(/\bpath: '([^']+)'/g)].map(([, path = '']) => path.replace(/^\/?/, '/')))
  .flatMap((path) => (path.endsWith('?') ? [path.replace(/\/:\w+\?$/, ''), path.slice(0, -1)] : [path]))

const fixed = routes.filter((path) => !path.includes(':'))
const ofOneThing = routes.filter((path) => path.includes(':'))

const settled = async (page: Page, address: string): Promise<boolean> => {
  await page.goto(address)
  const heading = page.getByRole('heading', { level: 1 })
  await heading.waitFor()
  await page.waitForLoadState('networkidle', { timeout: 1_500 }).catch(() => {})
  return (await heading.innerText()) !== nb.states.noAccessTitle && new URL(page.url()).pathname === address
}

const hrefs = (page: Page): Promise<string[]> =>
  page.evaluate('[...document.querySelectorAll("a[href]")].map((link) => new URL(link.href).pathname)')

it('finds the pages', () => expect(routes.length).toBeGreaterThan(20))

it.each(['nobody', ...roles] as const)('%s', { timeout: 600_000 }, async (role) => {
  const page = await visit(role === 'nobody' ? {} : { role })
  const links = new Set<string>()
  const take = async (route: string, address: string): Promise<void> => {
    await page.setViewportSize(sizes.desk)
    if (!(await settled(page, address))) return
    for (const link of await hrefs(page)) links.add(link)
    const name = route === '/' ? 'front-page' : route.slice(1).replaceAll(/\W+/g, '-')
    for (const size of [sizes.desk, sizes.phone]) {
      await page.setViewportSize(size)
      const path = join(root, 'pictures', role, `${name}-${size.width}.png`)
      await page.screenshot({ path, fullPage: true, animations: 'disabled' })
    }
  }
  for (const route of fixed) await take(route, route)
  let left = ofOneThing
  let before: number
  do {
    before = left.length
    for (const route of left) {
      const pattern = new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+')}$`)
      const address = [...links].find((link) => pattern.test(link) && !fixed.includes(link))
      if (address === undefined) continue
      await take(route, address)
      left = left.filter((other) => other !== route)
    }
  } while (left.length < before)
})
