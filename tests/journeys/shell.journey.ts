import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { roles } from '../../src/access/rules/roles.ts'
import { checkAccessibility, chooseLanguage, goTo, logIn, visit, withApplication } from './support.ts'

withApplication()

describe('coming and going', () => {
  it('asks for login and leads back to the page that was wanted', async () => {
    const page = await visit()
    await page.goto('/preferences')
    await page.waitForURL(/\/login\?returnTo=%2Fpreferences$/)
    await page
      .getByRole('link', { name: /^controller/i })
      .first()
      .click()
    await page.waitForURL(/\/preferences$/)
  })

  it.each(['https://example.org/', '//example.org/', '/\\example.org/'])('never leads out to %s', async (elsewhere) => {
    const page = await visit({ role: 'controller', at: `/login?returnTo=${encodeURIComponent(elsewhere)}` })
    expect(new URL(page.url()).hostname).toBe('localhost')
  })

  it('logs out', async () => {
    const page = await visit()
    // By a login of its own: the one that the file's visits share stays.
    await logIn(page, 'controller')
    await page.getByRole('button', { name: /^Brukermeny/ }).click()
    await page.getByRole('button', { name: 'Logg ut', exact: true }).click()
    // The provider asks whether one leaves it too, and sends back.
    await page.waitForURL(/\/session\/end/, { waitUntil: 'commit' })
    await page.getByRole('button', { name: 'Logg ut', exact: true }).click()
    await page.waitForURL(/\/login(\?|$)/)
    await page.goto('/preferences')
    await page.waitForURL(/\/login\?/)
  })

  it('logs out with the provider too when a question is still under way', async () => {
    const page = await visit()
    await logIn(page, 'controller')
    // Answered only when the session has ended: it must not lead to our own login instead.
    const loggedOut = page.waitForResponse(/\/api\/session\/logout$/)
    await page.route('**/api/notifications', async (route) => {
      await loggedOut
      await route.continue()
    })
    const answered = page.waitForResponse(/\/api\/notifications$/)
    await page.route('**/session/end?**', async (route) => {
      await answered
      await route.continue().catch(() => {}) // given up, when something else led elsewhere meanwhile
    })
    await page.goto('/notifications')
    await page.getByRole('button', { name: /^Brukermeny/ }).click()
    await page.getByRole('button', { name: 'Logg ut', exact: true }).click()
    await page.waitForURL(/\/session\/end/, { waitUntil: 'commit' })
  })

  it.each(roles)('shows %s a front page with a heading', async (role) => {
    const page = await visit()
    await logIn(page, role)
    expect(await page.title()).toMatch(/ – Fotfeste$/)
    await checkAccessibility(page)
  })
})

describe('words that a module brings when they are needed', () => {
  it.each([
    ['/login?problem=login-too-weak', 'Innloggingen var på et for lavt sikkerhetsnivå'],
    ['/login?problem=unheard-of', 'Noe gikk galt hos oss'],
  ])('%s says why', async (at, title) => {
    const page = await visit({ at })
    await page.getByRole('alert').getByRole('heading', { name: title }).waitFor()
  })

  it('says what one may not do, in the language that is chosen', async () => {
    const page = await visit({ role: 'interpreter', at: '/money' })
    await page.getByText('kan du ikke se bevilgningene.').waitFor()
    await chooseLanguage(page, 'nn')
    await page.getByText('kan du ikkje sjå løyvingane.').waitFor()
  })
})

describe('by keyboard', () => {
  it('skips to the content', async () => {
    const page = await visit({ role: 'controller', at: '/about' })
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Hopp til innholdet' })
    expect(await skip.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('main')
  })

  it('reaches the search with / and shows the shortcuts with ?', async () => {
    const page = await visit({ role: 'controller' })
    await page.keyboard.press('/')
    await page.keyboard.type('a?/')
    expect(await page.getByRole('combobox').first().inputValue()).toBe('a?/')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog', { name: 'Hurtigtaster' })
    await dialog.waitFor()
    await checkAccessibility(page)
    expect(await dialog.getByText('Neste og forrige rad').count(), 'what does nothing here is not told').toBe(0)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await goTo(page, '/register')
    await page.locator('[data-row-link]').first().waitFor()
    await page.keyboard.press('?')
    await dialog.getByText('Neste og forrige rad').waitFor()
  })

  it('does nothing on single keys when they are turned off', async () => {
    const page = await visit({ role: 'controller', at: '/preferences' })
    await page.getByRole('checkbox', { name: /Hurtigtaster med én tast/ }).uncheck()
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('?')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('moves the focus to the heading when the page changes', async () => {
    const page = await visit({ role: 'controller' })
    await page.getByRole('link', { name: 'Personvern' }).press('Enter')
    await page.waitForURL(/\/privacy$/)
    await page.locator('h1:focus', { hasText: 'Personvern' }).waitFor()
  })
})

describe('what is chosen', () => {
  it('keeps the language with the person', async () => {
    const page = await visit({ role: 'leader' })
    await chooseLanguage(page, 'nn')
    await page.getByRole('link', { name: 'Tilgjengeerklæring' }).waitFor()
    const elsewhere = await visit()
    await logIn(elsewhere, 'leader')
    await elsewhere.locator('html[lang="nn"]').waitFor()
  })

  it('goes dark at a press and stays so', async () => {
    const page = await visit({ role: 'caseworker' })
    const kept = page.waitForResponse((response) => response.url().endsWith('/api/session/preferences'))
    await page.getByRole('button', { name: 'Bytt til mørkt utseende' }).click()
    await page.locator('html.dark').waitFor()
    await kept
    await page.reload()
    await page.locator('html.dark').waitFor()
    await page.getByRole('button', { name: 'Bytt til lyst utseende' }).waitFor()
  })

  it('opens the menu on a phone', async () => {
    const page = await visit({ role: 'controller', device: 'phone' })
    await page.getByRole('button', { name: 'Meny', exact: true }).click()
    await page.getByRole('navigation', { name: 'Hovedmeny' }).waitFor()
    await checkAccessibility(page)
  })
})

describe('search in everything', () => {
  /** Writes in the field of the frame, and gives the list below it. */
  const search = async (page: Page, text: string) => {
    await page.keyboard.press('/')
    await page.keyboard.type(text)
    return page.getByRole('listbox', { name: 'Søk i alt' })
  }

  it('forgives a misspelling, and opens what is chosen by keyboard', async () => {
    const page = await visit({ role: 'controller' })
    const list = await search(page, 'bosetning')
    await list.getByRole('group').first().getByRole('option').first().waitFor()
    await page.locator('.ff-search__status', { hasText: 'Ingen treff på «bosetning», men dette ligner:' }).waitFor()
    await checkAccessibility(page)
    await page.keyboard.press('ArrowDown')
    await list.locator('[role=option][aria-selected=true]').waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/(register|letters)\//)
  })

  it('finds pages in the language that is chosen', async () => {
    const page = await visit({ role: 'controller', locale: 'nn' })
    await page.keyboard.press('/')
    await page.keyboard.type('varsel')
    await page.getByRole('group', { name: 'Side' }).getByRole('option', { name: 'Varsel' }).click()
    await page.waitForURL(/\/notifications$/)
  })

  it('offers only pages and commands of one’s own', async () => {
    const upload = { name: 'Last opp brev' }
    const controller = await visit({ role: 'controller' })
    await (await search(controller, 'last opp')).getByRole('option', upload).click()
    await controller.waitForURL(/\/letters$/)
    const caseworker = await visit({ role: 'caseworker' })
    await search(caseworker, 'last opp')
    await caseworker.locator('.ff-search__panel').waitFor()
    expect(await caseworker.getByRole('option', upload).count()).toBe(0)
  })

  it('does what is asked: language, appearance, shortcuts', async () => {
    const page = await visit({ role: 'controller' })
    const list = await search(page, 'mørkt')
    await list.getByRole('group', { name: 'Kommando' }).getByRole('option', { name: 'Bytt til mørkt utseende' }).click()
    await page.locator('html.dark').waitFor()
    await page.getByRole('button', { name: 'Bytt til lyst utseende' }).waitFor()
    const found = await search(page, 'bytt nyno')
    await found.getByRole('option', { name: 'Bytt til nynorsk' }).waitFor()
    // What the server finds may come before the commands: one chooses when the list stands still.
    await page.waitForLoadState('networkidle')
    await page.keyboard.press('ArrowDown')
    await found.locator('[role=option][aria-selected=true]', { hasText: 'Bytt til nynorsk' }).waitFor()
    await page.keyboard.press('Enter')
    await page.locator('html[lang="nn"]').waitFor()
    await search(page, 'snøgg')
    await page.getByRole('option', { name: 'Vis snøggtastar' }).click()
    await page.getByRole('dialog', { name: 'Snøggtastar' }).waitFor()
  })

  it('leads to a colleague, and shows all hits by kind with the count of each', async () => {
    const page = await visit({ role: 'administrator' })
    await (await search(page, 'marit')).getByRole('option', { name: 'Marit Nygård' }).waitFor()
    await page.getByRole('button', { name: 'Vis alle treff' }).click()
    await page.waitForURL(/\/search\?q=marit$/)
    await page.getByRole('heading', { name: 'Person (1)' }).waitFor()
    await checkAccessibility(page)
    await page.getByRole('link', { name: 'Marit Nygård' }).click()
    await page.waitForURL(/\/access\?text=Marit/)
    await page.getByRole('cell', { name: 'Marit Nygård' }).first().waitFor()
  })
})
