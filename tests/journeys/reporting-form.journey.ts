import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { checkAccessibility, checkWidth, goTo, logIn, visit, withApplication } from './support.ts'

withApplication()

/** Also on a slow line. */
const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 15_000 })

const labels = [
  'Aktivitet',
  'Indikator',
  'Måloppnåelse',
  'Avvik',
  'Merknad',
  'Gjennomførte tiltak',
  'Planlagte tiltak',
] as const

/** The rows under the form's first requirement. */
const rows = (page: Page) => page.locator('.ff-form-table tbody').first().locator('.ff-form-row')
const cell = (page: Page, row: number, label: (typeof labels)[number]) =>
  rows(page)
    .nth(row)
    .getByLabel(new RegExp(`: ${label}$`))
const texts = (page: Page, row: number) => Promise.all(labels.map((label) => cell(page, row, label).inputValue()))
const add = (page: Page) => page.locator('.ff-form-new').first()
const open = (page: Page) => goTo(page, '/reporting-form').then(() => add(page).waitFor())
/** Nothing is under way, and nothing is left to be stored. */
const settled = (page: Page) =>
  eventually(() => page.locator('.ff-save', { hasText: /^(Lagrer|Ikke lagret|Ble ikke)/ }).count()).toBe(0)

/** Begins a row and fills it in by the keyboard alone, never waiting. */
const write = async (page: Page, words: readonly string[]): Promise<void> => {
  await add(page).focus()
  await page.keyboard.press('Enter')
  for (const [at, text] of words.entries()) {
    if (at > 0) await page.keyboard.press('Tab')
    await page.keyboard.type(text, { delay: 40 })
  }
}

/** What the server has, past the page. */
const stored = async (page: Page): Promise<Record<string, string>[]> => {
  const { requirements } = await (await page.request.get('/api/reporting-form?year=2026')).json()
  return requirements[0].activities
}

/** Answers as slow as on a bad line. */
const slow = (page: Page, pattern: string) =>
  page.route(pattern, async (route) => {
    await new Promise((done) => setTimeout(done, 800))
    await route.continue().catch(() => {})
  })

describe('the reporting form', () => {
  it('keeps every character of whole rows written without waiting, on a slow line, through a reload', async () => {
    const page = await visit({ role: 'controller' })
    await open(page)
    await slow(page, '**/api/**')
    const before = await rows(page).count()
    const first = labels.map((label) => `${label} i første rad`)
    const second = labels.map((label) => `${label} i andre`)
    await write(page, first)
    // On to the button that begins a row, and the next one while the first is being stored.
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.className')).toBe('ff-form-new')
    await write(page, second)
    expect(await texts(page, before)).toEqual(first)
    // Back in the first row while both may be under way.
    await cell(page, before, 'Merknad').focus()
    await page.keyboard.press('End')
    await page.keyboard.type(', og mer', { delay: 40 })
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('End')
    await page.keyboard.type(' også her', { delay: 40 })
    await page.reload()
    await cell(page, before, 'Aktivitet').waitFor()
    const edited = first.map((text, at) => text + (at === 3 ? ' også her' : at === 4 ? ', og mer' : ''))
    await eventually(() => texts(page, before)).toEqual(edited)
    await eventually(() => texts(page, before + 1)).toEqual(second)
    await settled(page)
    expect(await page.getByRole('alert').count()).toBe(0)
    const after = await stored(page)
    expect(after.slice(before).map((row) => row.remark)).toEqual([edited[4], second[4]])
    expect(after.slice(before).map((row) => row.measuresPlanned)).toEqual([edited[6], second[6]])
    await eventually(async () => (await (await page.request.get('/api/drafts')).json()).keys).toEqual(
      expect.not.arrayContaining([expect.stringContaining('activity.')]),
    )
    await checkAccessibility(page)
  }, 120_000)

  it('leads by Tab along the row and on to the next, and moves a row without losing the place', async () => {
    const page = await visit({ role: 'controller' })
    await open(page)
    const before = await rows(page).count()
    for (const name of ['En', 'To', 'Tre']) await write(page, [name])
    await add(page).focus()
    await settled(page)
    await cell(page, before, 'Planlagte tiltak').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    const focused = () => page.evaluate<string>('document.activeElement.ariaLabel')
    expect(await focused()).toBe(`Rad ${before + 2}: Aktivitet`)
    await page.keyboard.press('Alt+ArrowDown')
    await eventually(focused).toBe(`Rad ${before + 3}: Aktivitet`)
    const up = rows(page)
      .nth(before + 2)
      .getByRole('button', { name: /Flytt opp$/ })
    await up.click()
    await eventually(focused).toBe(`Rad ${before + 2}: Flytt opp`)
    await page.keyboard.press('Enter')
    await eventually(focused).toBe(`Rad ${before + 1}: Flytt opp`)
    await eventually(async () => (await stored(page)).slice(before).map((row) => row.activity)).toEqual([
      'To',
      'En',
      'Tre',
    ])
    expect(await focused()).toBe(`Rad ${before + 1}: Flytt opp`)
    await cell(page, before, 'Avvik').focus()
    await page.keyboard.press('Alt+Delete')
    await page.getByRole('dialog').getByRole('button', { name: 'Fjern raden' }).click()
    await eventually(async () => (await stored(page)).slice(before).map((row) => row.activity)).toEqual(['En', 'Tre'])
  })

  it('keeps a row through another page and an ended session', async () => {
    const page = await visit()
    await logIn(page, 'controller')
    await open(page)
    const before = await rows(page).count()
    await page.route('**/api/commitments/*/activities', (route) =>
      route.fulfill({ status: 409, contentType: 'application/problem+json', body: '{}' }),
    )
    await write(page, ['Skrevet uten svar', 'Antall'])
    await page.getByRole('link', { name: 'Etter mål' }).click()
    await page.waitForURL(/\/goals/)
    await page.goBack()
    await eventually(async () => (await texts(page, before)).slice(0, 2)).toEqual(['Skrevet uten svar', 'Antall'])
    await page.unroute('**/api/commitments/*/activities')
    await page.context().clearCookies()
    await cell(page, before, 'Merknad').click()
    await page.keyboard.type('Uten økt', { delay: 40 })
    await page.reload()
    await page.waitForURL(/\/login/)
    await logIn(page, 'controller')
    await open(page)
    await eventually(async () => (await stored(page)).at(before)?.remark).toBe('Uten økt')
    expect((await texts(page, before)).slice(0, 2)).toEqual(['Skrevet uten svar', 'Antall'])
  })

  it('shows what another has written in the same cell beside one’s own, and takes in the other cells', async () => {
    const page = await visit({ role: 'controller' })
    await open(page)
    const before = await rows(page).count()
    await write(page, ['Delt rad'])
    await add(page).focus()
    await settled(page)
    const other = await visit({ role: 'leader' })
    await open(other)
    const change = async (on: Page, label: (typeof labels)[number], words: string) => {
      await cell(on, before, label).click()
      await on.keyboard.type(words, { delay: 10 })
      await add(on).focus()
    }
    await change(other, 'Indikator', 'Deres')
    await settled(other)
    await change(page, 'Avvik', 'Mitt')
    await settled(page)
    expect((await stored(page))[before]).toMatchObject({ indicator: 'Deres', deviation: 'Mitt' })
    await change(other, 'Avvik', 'Deres')
    await other.getByRole('button', { name: 'Behold mitt' }).waitFor()
    await cell(other, before, 'Avvik').press('End')
    await other.keyboard.type(' til slutt', { delay: 40 })
    await other.getByRole('button', { name: 'Behold mitt' }).click()
    await settled(other)
    expect((await stored(page))[before]).toMatchObject({ indicator: 'Deres', deviation: 'Deres til slutt' })
  })

  it.each([
    [1600, 8],
    [1280, 2],
    [390, 1],
  ])('at %i px stands in %i columns', async (width, columns) => {
    const page = await visit({ role: 'controller' })
    await page.setViewportSize({ width, height: 900 })
    await open(page)
    await write(page, ['Kurs'])
    const left = await rows(page)
      .last()
      .locator('td')
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)))
    expect(new Set(left).size).toBe(columns)
    await checkWidth(page)
    await checkAccessibility(page)
  })
})
