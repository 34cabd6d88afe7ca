import { mkdirSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import type { Role } from '../../src/access/rules/roles.ts'
import type { Session } from '../../src/platform/rules/session.ts'
import { type Locale, locales } from '../../src/platform/web/i18n/locale.ts'
import { texts as nb } from '../../src/platform/web/i18n/nb.ts'

const address = process.env.JOURNEYS_ADDRESS ?? 'http://localhost:3030'
const pictures = 'test-results/journeys'
const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** The two sizes that every journey must bear: a desk and a phone, in CSS pixels. */
const sizes = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const

/** How someone comes to the site. */
export interface Visit {
  /** Logs in as the demo user with this role; without it nobody is logged in. */
  readonly role?: Role
  readonly device?: keyof typeof sizes
  readonly locale?: Locale
  readonly theme?: 'light' | 'dark'
}

let browser: Browser | null = null

/** Gives a journey file its browser; call once at the top. */
export const withBrowser = (): void => {
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env.JOURNEYS_BROWSER ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', ...quiet],
    })
  })
  afterAll(async () => {
    await browser?.close()
  })
}

/**
 * Opens the site in a browser of its own (own cookies) and logs in. The test fails if the page writes an error to the
 * console: a breach of the content security policy is told there.
 */
export const visit = async (how: Visit = {}): Promise<Page> => {
  if (browser === null) throw new Error('Call withBrowser() at the top of the file')
  const context = await browser.newContext({
    baseURL: address,
    viewport: sizes[how.device ?? 'desk'],
    colorScheme: how.theme ?? 'light',
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
  })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (401|403|404|409|422)/.test(message.text())) {
      errors.push(message.text())
    }
  })
  onTestFinished(async () => {
    await context.close()
    expect(errors).toEqual([])
  })
  await goTo(page, '/login')
  const { locale = 'nb', theme = 'light' } = how
  if (how.role === undefined) {
    if (locale !== 'nb') await chooseLanguage(page, locale)
    return page
  }
  await logIn(page, how.role)
  await prefer(page, { locale, theme })
  return page
}

/** Gives the person a language and a theme of their own, whatever an earlier journey chose. */
const prefer = async (page: Page, choice: { locale: Locale; theme: 'light' | 'dark' }): Promise<void> => {
  const session = (await (await page.request.get('/api/session')).json()) as Session
  const answer = await page.request.put('/api/session/preferences', {
    data: choice,
    headers: { 'x-csrf-token': session.csrfToken ?? '' },
  })
  expect(answer.ok(), await answer.text()).toBe(true)
  await goTo(page, '/')
  await page.locator(`html[lang="${choice.locale}"].${choice.theme}`).waitFor()
}

/** Logs in as the first demo user with a role, by the button that any visitor of the demo has. */
export const logIn = async (page: Page, role: Role): Promise<void> => {
  await goTo(page, '/login')
  const name = nb.roles[role]
  await page
    .locator('.ff-demo-users a')
    .filter({ has: page.locator('strong', { hasText: new RegExp(`^${name}$`, 'i') }) })
    .first()
    .click()
  await page.waitForURL((url) => url.pathname === '/')
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** Changes the language by the switch in the header. */
export const chooseLanguage = async (page: Page, locale: Locale): Promise<void> => {
  const choice = page.locator(`.ff-header button[lang="${locale}"]`)
  if (!(await choice.isVisible())) await page.locator('.ff-header__tools > button[aria-controls]').click()
  await choice.click()
  await page.locator(`html[lang="${locale}"]`).waitFor()
}

/** Goes to a page and waits for its heading. */
export const goTo = async (page: Page, path: string): Promise<void> => {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** Fails when axe finds a breach of WCAG 2.1 A or AA on what is shown now. */
export const checkAccessibility = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze()
  const found = violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id} at ${node.target.join(' ')}: ${node.failureSummary}`),
  )
  expect(found, page.url()).toEqual([])
}

/** Fails when the page must be scrolled sideways. */
export const checkWidth = async (page: Page): Promise<void> => {
  const [content, view] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  )
  expect(content, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(view)
}

/** Keeps a picture of the page in test-results, for people to look at. */
export const picture = async (page: Page, name: string): Promise<void> => {
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: `${pictures}/${name}.png` })
}

/**
 * Views that between them pair every language with every device and every theme, for journeys that look at pages:
 * half of all combinations, and nothing that two of the three decide is missed.
 */
export const everyView: readonly Required<Omit<Visit, 'role'>>[] = locales.flatMap((locale, index) =>
  (['desk', 'phone'] as const).map((device) => ({
    device,
    locale,
    theme: (device === 'desk') === (index % 2 === 0) ? ('light' as const) : ('dark' as const),
  })),
)
