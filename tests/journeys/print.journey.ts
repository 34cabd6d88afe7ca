import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { goTo, visit, withApplication } from './support.ts'

withApplication()

/** An A4 page in portrait, in CSS pixels. */
const paper = { width: 794, height: 1123 } as const

const rows = (page: Page) => page.locator('[data-row-link]').first().waitFor()
const openFirst = async (page: Page): Promise<void> => {
  const first = page.locator('[data-row-link]').first()
  await first.waitFor()
  await goTo(page, (await first.getAttribute('href')) ?? '')
  await page.locator('.ff-reg-head').waitFor()
}
const writeRow = async (page: Page): Promise<void> => {
  await page.locator('.ff-form-new').first().click()
  await page.keyboard.type('Introduksjonsprogramsamarbeidsavtaleoppfølgingsmøter')
}

/** What must not be on paper, or does not fit on it. */
const faults = (page: Page) =>
  page.evaluate<string[]>(`[...document.querySelectorAll('body *')].flatMap((one) => {
    if (!one.checkVisibility() || one.closest('.aksel-sr-only')) return []
    const name = one.tagName + '.' + one.className
    // A title to sort by is the column's title.
    const control = one.matches('button:not(.aksel-table__sort-button), input, select, textarea, nav, header.ff-header')
    const cut = one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible'
    return [
      ...(control ? ['control: ' + name] : []),
      ...(cut ? ['cut: ' + name] : []),
      ...(one.getBoundingClientRect().right > ${paper.width} ? ['too wide: ' + name] : []),
    ]
  })`)

describe('on paper', () => {
  it.each([
    ['the register', '/register', rows],
    ['one commitment', '/register?kind=assignment', openFirst],
    ['the reporting form', '/reporting-form', writeRow],
    ['the leader’s page', '/leader', rows],
  ])('%s stands whole, with its title and the date, and without controls', async (_, at, ready) => {
    const page = await visit({ role: 'controller', at })
    await ready(page)
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize(paper)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByText(/^Skrevet ut fra Fotfeste \d\d\.\d\d\.\d{4}/).waitFor()
    expect(await faults(page)).toEqual([])
    const ways = await page.evaluate<string[]>(
      `[...document.querySelectorAll('thead')].map((one) => getComputedStyle(one).display)
        .concat([...document.querySelectorAll('tbody tr')].map((one) => getComputedStyle(one).breakInside))`,
    )
    expect(ways.filter((way) => way !== 'table-header-group' && way !== 'avoid')).toEqual([])
  })
})
