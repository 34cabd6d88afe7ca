import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { checkAccessibility, goTo, logIn, visit, withApplication } from './support.ts'

withApplication()

/** Opens an assignment by its place in the list, and gives its address. */
const openRow = async (page: Page, row: number): Promise<string> => {
  await goTo(page, '/register?kind=assignment&sort=letter')
  await page.locator('[data-row-link]').nth(row).click()
  await page.locator('.ff-reg-head').waitFor()
  return new URL(page.url()).pathname
}

const statusForm = (page: Page) => page.getByRole('form', { name: 'Skriv status' })
const note = (page: Page) => statusForm(page).getByLabel(/^Notat|^Hva er løst/)

const openStatus = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Skriv status' }).click()
  await note(page).waitFor()
}

/** Types as a person does, after what is there. */
const type = async (page: Page, words: string): Promise<void> => {
  await note(page).press('Control+End')
  await note(page).pressSequentially(words, { delay: 30 })
}

const shows = async (page: Page, words: string): Promise<void> => {
  await note(page).waitFor()
  await expect.poll(() => note(page).inputValue()).toBe(words)
}

/** The server has the draft. */
const kept = (page: Page) =>
  page.waitForResponse((answer) => answer.url().includes('/api/drafts/') && answer.request().method() === 'PUT')

/** What the server keeps of the status that is being written, for whoever has the page. */
const draftOf = async (page: Page, address: string): Promise<unknown> => {
  const answer = await page.request.get(`/api/drafts/commitment.${address.split('/').at(-1)}.status`)
  return ((await answer.json()) as { content: unknown }).content
}

const save = (page: Page) => statusForm(page).getByRole('button', { name: 'Lagre status' }).click()

describe('what a person writes', () => {
  it('is there after Escape, another row, a narrow window and a reload, and goes when it is thrown away', async () => {
    const words = 'Avtalen er snart klar'
    const page = await visit({ role: 'controller' })
    const address = await openRow(page, 0)
    await openStatus(page)
    await type(page, words)
    await page.keyboard.press('Escape')
    await statusForm(page).waitFor({ state: 'detached' })
    expect(new URL(page.url()).pathname, 'Escape closes the form and not the page').toBe(address)
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skriv status')

    await page.keyboard.press('Enter')
    await shows(page, words)
    await page.getByText(/^Utkast fra \d\d[.:]\d\d er hentet fram/).waitFor()
    await checkAccessibility(page)

    await page.locator('[data-row-link]').nth(1).click()
    await page.waitForURL((url) => url.pathname !== address)
    await page.locator('.ff-reg-head').waitFor()
    await page.goBack()
    await shows(page, words)

    await type(page, ' nå')
    await page.setViewportSize({ width: 390, height: 844 })
    await shows(page, `${words} nå`)
    await page.setViewportSize({ width: 1280, height: 800 })
    await shows(page, `${words} nå`)

    await type(page, '!')
    await page.reload()
    await shows(page, `${words} nå!`)

    await statusForm(page).getByRole('button', { name: 'Forkast utkastet' }).click()
    await shows(page, '')
    await expect.poll(() => draftOf(page, address)).toBeNull()
  })

  it('closes by Escape also when nothing has the focus', async () => {
    const page = await visit({ role: 'controller' })
    const address = await openRow(page, 1)
    await openStatus(page)
    await page.evaluate('document.activeElement.blur()')
    await page.keyboard.press('Escape')
    await statusForm(page).waitFor({ state: 'detached' })
    expect(new URL(page.url()).pathname).toBe(address)
  })

  it('outlives an ended session and is stored after a new login, without a reload; then no draft is left', async () => {
    const words = 'Skrevet før og etter at økten tok slutt'
    const page = await visit()
    await logIn(page, 'controller')
    const address = await openRow(page, 2)
    await openStatus(page)
    await statusForm(page)
      .getByRole('radio', { name: /^Grønt/ })
      .check()
    await type(page, words.slice(0, 12))
    const other = await page.context().newPage()
    await goTo(other, '/')
    await other
      .locator('.ff-header')
      .getByRole('button', { name: /Brukermeny/ })
      .click()
    await other.getByRole('button', { name: 'Logg ut', exact: true }).click()
    await other.waitForURL(/login/)
    await type(page, words.slice(12))
    await save(page)
    await page.getByRole('link', { name: 'Logg inn i en ny fane' }).waitFor()
    await shows(page, words)
    await logIn(other, 'controller')
    await other.close()
    await save(page)
    await statusForm(page).waitFor({ state: 'detached' })
    await page.locator('.ff-reg-entries', { hasText: words }).waitFor()
    await expect.poll(() => draftOf(page, address)).toBeNull()
    expect(await page.evaluate("Object.keys(sessionStorage).filter((key) => key.includes('draft'))")).toEqual([])
  })

  it('is brought back by a reload that leads through the login', async () => {
    const words = 'Ikke sendt ennå'
    const page = await visit()
    await logIn(page, 'controller')
    await openRow(page, 3)
    await openStatus(page)
    await page.context().clearCookies()
    await type(page, words)
    await page.reload()
    await page.waitForURL(/\/login/)
    await logIn(page, 'controller')
    await openRow(page, 3)
    await shows(page, words)
    await expect.poll(() => draftOf(page, new URL(page.url()).pathname)).not.toBeNull()
  })

  it('is not given to another account in the same browser', async () => {
    const words = 'Bare for mine øyne'
    const page = await visit()
    await logIn(page, 'controller')
    const address = await openRow(page, 4)
    await openStatus(page)
    const stored = kept(page)
    await type(page, words)
    await stored
    await page.context().clearCookies()
    await type(page, ' og mer')
    await logIn(page, 'leader')
    expect(await page.evaluate('JSON.stringify(sessionStorage)')).not.toContain('øyne')
    expect(await draftOf(page, address)).toBeNull()
    await page.context().clearCookies()
    await logIn(page, 'controller')
    await openRow(page, 4)
    await openStatus(page)
    await shows(page, words)
  })

  it('stands beside what another has stored meanwhile, and can be kept', async () => {
    const page = await visit({ role: 'controller' })
    await openRow(page, 5)
    const change = async (on: Page) => {
      await on.getByRole('button', { name: 'Endre opplysninger' }).click()
      const form = on.getByRole('form', { name: 'Endre opplysninger' })
      await form.getByLabel('Finansiering').waitFor()
      return form
    }
    const mine = await change(page)
    await mine.getByLabel('Finansiering').fill('Kapittel 291')
    const other = await visit({ role: 'leader' })
    await openRow(other, 5)
    const theirs = await change(other)
    await theirs.getByLabel('Finansiering').fill('Kapittel 290')
    await theirs.getByLabel('Hovedansvarlig').fill('Avdeling for bosetting')
    await theirs.getByRole('button', { name: 'Lagre opplysningene' }).click()
    await theirs.waitFor({ state: 'detached' })

    await mine.getByRole('button', { name: 'Lagre opplysningene' }).click()
    const row = mine.getByRole('row', { name: /^Finansiering/ })
    await row.waitFor()
    expect(await row.getByRole('cell').allTextContents()).toEqual(['Kapittel 291', 'Kapittel 290'])
    await checkAccessibility(page)
    await mine.getByRole('button', { name: 'Behold mitt' }).click()
    await mine.waitFor({ state: 'detached' })
    await page.getByText('Kapittel 291').first().waitFor()
    // What one has not touched is the other's.
    await page.getByText('Avdeling for bosetting').first().waitFor()
  })

  it('asks for what is missing by links to the fields, and why all is well again', async () => {
    const page = await visit({ role: 'controller' })
    await openRow(page, 6)
    await openStatus(page)
    const form = statusForm(page)
    await form.getByRole('radio', { name: /^Gult/ }).check()
    await form.getByLabel('Avvik').fill('')
    await form.getByLabel('Tiltak').fill('Flere folk')
    await save(page)
    await form.getByRole('link', { name: 'Fyll ut «Avvik».' }).click()
    await page.keyboard.type('Forsinket')
    await checkAccessibility(page)
    await save(page)
    await form.waitFor({ state: 'detached' })
    await page.locator('.ff-reg-entries', { hasText: 'Forsinket' }).waitFor()
    await openStatus(page)
    await form.getByRole('radio', { name: /^Grønt/ }).check()
    await save(page)
    await form.getByRole('link', { name: /Hva er løst/ }).waitFor()
    await form.getByLabel(/^Hva er løst/).fill('Folkene er på plass')
    await save(page)
    await form.waitFor({ state: 'detached' })
    await page.locator('.ff-reg-entries', { hasText: 'Folkene er på plass' }).waitFor()
    await page.locator('.ff-reg-entries', { hasText: 'Forsinket' }).waitFor()
  })

  it('is a date as one types it, and no other; the calendar closes before the form', async () => {
    const page = await visit({ role: 'controller' })
    const address = await openRow(page, 7)
    await page.getByRole('button', { name: 'Ny intern frist' }).click()
    const form = page.getByRole('form', { name: 'Ny intern frist' })
    await form.getByLabel('Hva skal være klart?').fill('Kladden')
    const date = form.getByLabel('Dato', { exact: true })
    await date.fill('31.2.2027')
    await form.getByRole('button', { name: 'Lagre fristen' }).click()
    await form.getByText('Datoen finnes ikke. Skriv den slik: 1.6.2026.').waitFor()
    await form.getByRole('link', { name: 'Fyll ut «Dato».' }).click()
    await date.fill('1.6.2027')
    await form.getByRole('button', { name: 'Åpne datovelger' }).click()
    await page.locator('.aksel-date__popover').waitFor()
    await checkAccessibility(page)
    await page.keyboard.press('Escape')
    await page.locator('.aksel-date__popover').waitFor({ state: 'detached' })
    expect(new URL(page.url()).pathname).toBe(address)
    await form.getByRole('button', { name: 'Lagre fristen' }).click()
    await form.waitFor({ state: 'detached' })
    await page.locator('.ff-reg-timeline', { hasText: /01\.06\.2027.*Kladden/ }).waitFor()
  })
})
