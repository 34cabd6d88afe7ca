import { mkdirSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  chromium,
  type Page,
  request,
} from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import type { Role } from '../../src/access/rules/roles.ts'
import { demoUsers } from '../../src/access/server/demo-users.ts'
import { texts as roleNames } from '../../src/access/texts/roles.nb.ts'
import type { Locale } from '../../src/platform/rules/locale.ts'
import type { Session } from '../../src/platform/rules/session.ts'
import { type Application, startApplication } from './application.ts'

const pictures = 'test-results/journeys'
const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** Off: what Playwright turns off that matters here, and two pages of the address bar that each window draws unseen. */
const features = [
  ...['DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'MediaRouter'],
  ...['OptimizationHints', 'PaintHolding', 'ThirdPartyStoragePartitioning'],
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
]

/** The two sizes that every journey must bear: a desk and a phone, in CSS pixels. */
export const sizes = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const

/** How someone comes to the site. */
export interface Visit {
  /** Comes logged in as the demo user with this role; without it nobody is logged in. */
  readonly role?: Role
  readonly device?: keyof typeof sizes
  readonly locale?: Locale
  readonly theme?: 'light' | 'dark'
  /** Where the visit begins: the front page, or the login for whom nobody has logged in. */
  readonly at?: string
}

let browser: Browser | null = null
let application: Application | null = null

/** What a person who has logged in carries along: the session's cookie. One login a file and role. */
const carried = new Map<Role, Awaited<ReturnType<BrowserContext['storageState']>>>()

/** Gives a journey file its browser, and the application with a database of its own; call once at the top. */
export const withApplication = (): void => {
  beforeAll(async () => {
    ;[application, browser] = await Promise.all([
      startApplication(),
      chromium.launch({
        executablePath: process.env.JOURNEYS_BROWSER ?? '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu', '--disable-quic', ...quiet, `--disable-features=${features.join()}`],
      }),
    ])
  })
  afterAll(async () => {
    carried.clear()
    await Promise.all([browser?.close(), application?.stop()])
  })
}

/** Logs in as the first demo user with a role, past the pages; the journeys of the shell go through them. */
const loggedIn = async (baseURL: string, role: Role) => {
  const kept = carried.get(role)
  if (kept !== undefined) return kept
  const person = demoUsers.find((one) => one.role === role)
  const asking = await request.newContext({ baseURL })
  try {
    await asking.get(`/api/login/${person?.provider}?user=${person?.subject}`)
    const { person: who } = await sessionOf(asking)
    expect(who?.name).toBe(person?.name)
    const state = await asking.storageState()
    carried.set(role, state)
    return state
  } finally {
    await asking.dispose()
  }
}

/**
 * Opens the site in a browser of its own (own cookies), logged in. The test fails if the page writes an error to the
 * console: a breach of the content security policy is told there. A test that fails leaves a picture in test-results.
 */
export const visit = async (how: Visit = {}): Promise<Page> => {
  if (browser === null || application === null) throw new Error('Call withApplication() at the top of the file')
  const { role, device = 'desk', locale = 'nb', theme = 'light' } = how
  const { address, said } = application
  const context = await browser.newContext({
    baseURL: address,
    viewport: sizes[device],
    colorScheme: theme,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    ...(role === undefined ? {} : { storageState: await loggedIn(address, role) }),
  })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (401|403|404|409|422)/.test(message.text())) {
      errors.push(message.text())
    }
  })
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') {
      mkdirSync(pictures, { recursive: true })
      await page.screenshot({ path: `${pictures}/${task.name.replaceAll(/\W+/g, '-')}.png` }).catch(() => {})
      process.stderr.write(said())
    }
    await context.close()
    expect(errors).toEqual([])
  })
  if (role === undefined) {
    await goTo(page, how.at ?? '/login')
    if (locale !== 'nb') await chooseLanguage(page, locale)
    return page
  }
  await prefer(page, { locale, theme })
  await goTo(page, how.at ?? '/')
  await page.locator(`html[lang="${locale}"].${theme}`).waitFor()
  return page
}

const sessionOf = async (asking: APIRequestContext): Promise<Session> =>
  (await (await asking.get('/api/session')).json()) as Session

/** Gives the person a language and a theme, whatever an earlier journey chose; shown from the next page on. */
export const prefer = async (page: Page, choice: { locale: Locale; theme: 'light' | 'dark' }): Promise<void> => {
  const { csrfToken } = await sessionOf(page.request)
  const headers = { 'x-csrf-token': csrfToken ?? '' }
  const answer = await page.request.put('/api/session/preferences', { data: choice, headers })
  expect(answer.ok(), await answer.text()).toBe(true)
}

/** Logs in as the first demo user with a role, by the button that any visitor of the demo has. */
export const logIn = async (page: Page, role: Role): Promise<void> => {
  await goTo(page, '/login')
  const name = roleNames[role]
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
  // In the page itself: without frames there is nothing to gather, and else a second page is opened for each look.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze()
  const found = violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id} at ${node.target.join(' ')}: ${node.failureSummary}`),
  )
  expect(found, page.url()).toEqual([])
}

/** Fails when the page must be scrolled sideways. */
export const checkWidth = async (page: Page): Promise<void> => {
  const [content, view] = await page.evaluate<[number, number]>(
    // After the frame in which a change of the width is drawn.
    `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() =>
      done([document.documentElement.scrollWidth, document.documentElement.clientWidth]))))`,
  )
  expect(content, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(view)
}
