import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { checkAccessibility, goTo, visit, withApplication } from './support.ts'
import { sweep } from './sweep.ts'

withApplication()

const overviews = ['/register', '/goals', '/owners', '/reporting-form']

const openShown = async (page: Page): Promise<void> => {
  await page.locator('[data-row-link]').first().click()
  await page.locator('.ff-reg-head').waitFor()
}

/** Opens the first assignment that is still open, and waits for all about it. */
const openFirst = async (page: Page, query = 'kind=assignment'): Promise<void> => {
  await goTo(page, `/register?${query}`)
  await openShown(page)
}

sweep('the register', [
  ...overviews.map((at) => ({
    role: 'controller' as const,
    at,
    ready: (page: Page) => page.locator('[data-row-link], .ff-form-table').first().waitFor(),
  })),
  { role: 'controller', at: '/register?kind=assignment', ready: openShown },
])

describe('following up', () => {
  it('shows twenty rows at 1280 px without scrolling', async () => {
    const page = await visit({ role: 'controller', at: '/register' })
    await page.locator('[data-row-link]').nth(19).waitFor()
    const bottom = await page
      .locator('[data-row-link]')
      .nth(19)
      .evaluate((row) => row.getBoundingClientRect().bottom)
    expect(bottom).toBeLessThanOrEqual(800)
  })

  it('moves, opens and goes back by keyboard, with the filters kept in the address', async () => {
    const page = await visit({ role: 'controller', at: '/register?kind=assignment' })
    await page.locator('[data-row-link]').nth(1).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/register\/[0-9a-f-]{36}\?kind=assignment$/)
    await page.locator('.ff-reg-head').waitFor()
    await page.keyboard.press('Escape')
    await page.waitForURL(/\/register\?kind=assignment$/)
  })

  it('asks for deviation and measures when the light is red, and keeps the note', async () => {
    const page = await visit({ role: 'controller' })
    await openFirst(page)
    await page.getByRole('button', { name: 'Skriv status' }).click()
    const form = page.getByRole('form', { name: 'Skriv status' })
    await form.getByRole('radio', { name: /^Rødt/ }).check()
    await form.getByLabel('Avvik').fill('')
    await form.getByRole('button', { name: 'Lagre status' }).click()
    await form.getByRole('link', { name: 'Fyll ut «Avvik».' }).waitFor()
    await form.getByLabel('Avvik').fill('To måneder forsinket')
    await form.getByLabel('Tiltak').fill('Flere folk fra mandag')
    await form.getByRole('button', { name: 'Lagre status' }).click()
    await form.waitFor({ state: 'detached' })
    await page.getByText('To måneder forsinket').waitFor()
    await page.getByText('Vis historikken').click()
    await page.locator('.ff-history', { hasText: 'Rødt' }).waitFor()
    await checkAccessibility(page)
  })

  it('tells who changed it when two write at once, and lets one’s own be kept', async () => {
    const one = await visit({ role: 'controller' })
    await openFirst(one, 'kind=assignment&sort=letter')
    const other = await visit({ role: 'controller' })
    await openFirst(other, 'kind=assignment&sort=letter')
    const green = async (page: Page, words: string) => {
      const form = page.getByRole('form', { name: 'Skriv status' })
      await form.getByRole('radio', { name: /^Grønt/ }).check()
      await form.getByLabel('Notat').fill(words)
      await form.getByRole('button', { name: 'Lagre status' }).click()
    }
    await one.getByRole('button', { name: 'Skriv status' }).click()
    await other.getByRole('button', { name: 'Skriv status' }).click()
    await green(one, 'Den første')
    await one.locator('.ff-reg-entries', { hasText: 'Den første' }).waitFor()
    await green(other, 'Den andre')
    await other.getByRole('button', { name: 'Behold mitt' }).click()
    await other.locator('.ff-reg-entries', { hasText: 'Den andre' }).waitFor()
    await other.locator('.ff-reg-entries', { hasText: 'Den første' }).waitFor()
  })

  it('records a delivery with its document', async () => {
    const page = await visit({ role: 'controller' })
    await openFirst(page, 'kind=assignment&sort=title')
    await page.getByRole('button', { name: 'Registrer leveranse' }).click()
    const form = page.getByRole('form', { name: 'Registrer leveranse' })
    await form.getByLabel('Mottaker').fill('Inkluderingsdepartementet')
    await form.getByRole('radio', { name: /^En del av det/ }).check()
    await form
      .locator('input[type=file]')
      .setInputFiles({ name: 'svar.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
    await form.getByRole('button', { name: 'Registrer leveransen' }).click()
    await page.getByRole('link', { name: 'svar.pdf' }).waitFor()
  })

  it('gives several the same owner and says how it went', async () => {
    const page = await visit({ role: 'controller', at: '/register?owner=none' })
    await page.getByRole('checkbox').nth(1).check()
    await page.getByRole('checkbox').nth(2).check()
    await page.getByRole('button', { name: 'Sett ansvarlig' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Ansvarlig enhet').selectOption({ index: 1 })
    await checkAccessibility(page)
    await dialog.getByRole('button', { name: 'Sett ansvarlig' }).click()
    await page.getByText('2 endret.').waitFor()
  })

  it('shows a caseworker the register without what she may not do', async () => {
    const page = await visit({ role: 'caseworker' })
    await openFirst(page)
    await page.getByRole('button', { name: 'Skriv status' }).waitFor()
    expect(await page.getByRole('button', { name: /ansvarlig$/ }).count()).toBe(0)
  })

  it('tells a municipality that the register is not for it', async () => {
    const page = await visit({ role: 'refugee-service', at: '/register' })
    await page.getByRole('heading', { level: 1, name: 'Du har ikke tilgang til denne siden' }).waitFor()
  })
})
