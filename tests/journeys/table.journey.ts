import { describe, expect, it } from 'vitest'
import { checkAccessibility, checkWidth, visit, withApplication } from './support.ts'

withApplication()

const rowLinks = '[data-row-link]'

describe('a list', () => {
  it('moves between rows with j and k, opens with Enter and comes back with Escape', async () => {
    const page = await visit({ role: 'controller', at: '/register' })
    const links = page.locator(rowLinks)
    await links.first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await page.locator(`${rowLinks}:focus`).waitFor()
    expect(await page.locator(`${rowLinks}:focus`).textContent()).toBe(await links.first().textContent())
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/register\/[\w-]+/)
    await page.locator('.ff-reg-head').waitFor()
    await page.keyboard.press('Escape')
    await page.waitForURL(/\/register(\?.*)?$/)
  })

  it('turns its order at a press, and keeps it in the address', async () => {
    const page = await visit({ role: 'controller', at: '/owners' })
    const links = page.locator(rowLinks)
    await links.first().waitFor()
    const rising = await links.allTextContents()
    await page.locator('th[aria-sort="ascending"] button').click()
    await page.waitForURL(/[?&]sort=-/)
    await page.locator('th[aria-sort="descending"]').waitFor()
    expect(await links.allTextContents()).toEqual(rising.toReversed())
    await page.reload()
    await links.first().waitFor()
    expect(await links.allTextContents()).toEqual(rising.toReversed())
  })

  it('is cards on a phone, within the screen', async () => {
    const page = await visit({ role: 'controller', device: 'phone', at: '/register' })
    await page.locator(`.ff-card ${rowLinks}`).first().waitFor()
    expect(await page.getByRole('table').count()).toBe(0)
    await checkWidth(page)
    await checkAccessibility(page)
  })
})
