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

describe('a view of a list', () => {
  it('is kept, shared with colleagues, chosen, renamed and deleted', async () => {
    const page = await visit({ role: 'controller', at: '/register?light=red' })
    await page.getByRole('button', { name: 'Lagre denne visningen …' }).click()
    await page.getByLabel('Navn', { exact: true }).fill('Det røde')
    await page.getByLabel('Del med virksomheten').check()
    await checkAccessibility(page)
    await page.getByRole('button', { name: 'Lagre', exact: true }).click()
    const views = page.getByRole('combobox', { name: 'Visninger' })
    await expect.poll(() => views.locator('option:checked').textContent()).toBe('Det røde')
    await checkAccessibility(page)

    const colleague = await visit({ role: 'leader', at: '/register' })
    await colleague.getByRole('combobox', { name: 'Visninger' }).selectOption({ label: 'Det røde' })
    await colleague.waitForURL(/\?light=red$/)
    await expect.poll(() => colleague.locator('[data-total]').getAttribute('data-address')).toBe('/register?light=red')
    expect(await colleague.getByRole('button', { name: 'Endre visningen …' }).count()).toBe(0)

    await page.getByRole('button', { name: 'Endre visningen …' }).click()
    await page.getByLabel('Navn', { exact: true }).fill('Alt som er rødt')
    await page.getByRole('button', { name: 'Lagre', exact: true }).click()
    await expect.poll(() => views.locator('option:checked').textContent()).toBe('Alt som er rødt')
    await page.getByRole('button', { name: 'Endre visningen …' }).click()
    await page.getByRole('button', { name: 'Slett' }).click()
    await views.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Lagre denne visningen …' }).waitFor()
  })
})
