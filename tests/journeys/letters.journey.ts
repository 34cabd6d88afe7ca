import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { LetterLine, LetterView } from '../../src/governance/rules/letter-shapes.ts'
import { checkAccessibility, goTo, visit, withApplication } from './support.ts'
import { sweep } from './sweep.ts'

withApplication()

const root = join(import.meta.dirname, '..', '..')
/** Another agency's letter, moved to years that no other journey looks at. */
const written = readFileSync(join(root, 'tests/letters/fjell-nynorsk.txt'), 'utf8')
  .replaceAll('2026', '2031')
  .replaceAll('2025', '2030')

/** A letter that no other journey has handed in: the same file is read once. */
const freshLetter = (mark: string): Buffer => Buffer.from(`${written}\n\nArkivmerke ${mark}\n`)

const letters = async (page: Page): Promise<LetterLine[]> =>
  ((await (await page.request.get('/api/letters')).json()) as { letters: LetterLine[] }).letters

const viewOf = async (page: Page, id: string): Promise<LetterView> =>
  (await (await page.request.get(`/api/letters/${id}`)).json()) as LetterView

/** Hands in a file on the page of letters, which leads to the letter, and waits until it has been read; answers its id. */
const readIn = async (page: Page, name: string, buffer: Buffer): Promise<string> => {
  await goTo(page, '/letters')
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer })
  await expect
    .poll(async () => (await letters(page)).find((one) => one.fileName === name)?.state, { timeout: 60_000 })
    .toBe('checking')
  const id = (await letters(page)).find((one) => one.fileName === name)?.id ?? ''
  await page.waitForURL(new RegExp(`/letters/${id}$`))
  await page.getByText('Brevet er lest:').waitFor()
  return id
}

/** What a page is to show must be there: the page of what is not there would pass every look. */
const idOf = (found: { readonly id: string } | undefined): string => {
  if (found === undefined) throw new Error('The demo lacks what the page is to show')
  return found.id
}

/** The page of the chain from the letter to what an assignment, by its code, has become. */
const chainOf = (code: string) => async (page: Page) => {
  const { rows } = (await (await page.request.get('/api/commitments?year=2026&limit=200')).json()) as {
    rows: { id: string; code: string | null }[]
  }
  return `/letters/chain/${idOf(rows.find((one) => one.code === code))}`
}

const openLetter = async (page: Page, id: string): Promise<void> => {
  await goTo(page, `/letters/${id}`)
  await page.locator('.ff-card').first().waitFor()
}

/** Selects the words that the letter was marked with; runs in the page. */
const selectMark = `(() => {
  const runs = [...document.querySelectorAll('.ff-letter-text span[data-start]')]
  const node = runs.find((one) => one.textContent.includes('Arkivmerke')).firstChild
  const at = node.textContent.indexOf('Arkivmerke')
  document.getSelection().setBaseAndExtent(node, at, node, at + 'Arkivmerke merking'.length)
})()`

/** Goes ten findings on, and measures how long each step takes to be drawn, in milliseconds; runs in the page. */
const stepThrough = `(async () => {
  const times = []
  for (let step = 0; step < 10; step += 1) {
    const started = performance.now()
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, cancelable: true }))
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    times.push(performance.now() - started)
  }
  return times.sort((a, b) => a - b)
})()`

describe('checking a letter', () => {
  it('goes from the file to the register, by keyboard', async () => {
    const page = await visit({ role: 'controller' })
    const id = await readIn(page, 'fjell-tastatur.txt', freshLetter('tastatur'))
    await openLetter(page, id)
    const before = (await viewOf(page, id)).letter.progress.checked

    await page.getByRole('button', { name: 'Kontroller nå' }).click()
    await page.locator('.ff-card--chosen').waitFor()
    expect(await page.locator('.ff-mark--chosen').count()).toBeGreaterThan(0)
    await page.keyboard.press('a')
    await expect.poll(async () => (await viewOf(page, id)).letter.progress.checked).toBe(before + 1)

    await page.keyboard.press('e')
    const title = page.locator('.ff-card--chosen form input').nth(1)
    await title.fill('Rettet tittel')
    await page.keyboard.press('Enter')
    await expect.poll(async () => JSON.stringify((await viewOf(page, id)).findings)).toContain('Rettet tittel')

    await page.locator('.ff-card form').waitFor({ state: 'detached' })
    await page.keyboard.press('j')
    await page.keyboard.press('r')
    await page.locator('.ff-card--chosen form input').fill('Hører ikke hjemme her')
    await page.keyboard.press('Enter')
    await expect
      .poll(async () => (await viewOf(page, id)).findings.find((one) => one.state === 'rejected')?.reason)
      .toBe('Hører ikke hjemme her')

    await page.getByRole('button', { name: 'Godkjenn …' }).click()
    await page.getByRole('dialog').getByLabel('Hvorfor godkjennes brevet likevel?').fill('Prøvd i nettleseren')
    await checkAccessibility(page)
    await page.getByRole('button', { name: 'Godkjenn brevet' }).click()
    await page.getByText('Godkjent av Ingrid Solbakken').waitFor()
    const { letter } = await viewOf(page, id)
    const register = (await (await page.request.get(`/api/commitments?year=${letter.year}&limit=200`)).json()) as {
      rows: { title: string }[]
    }
    expect(JSON.stringify(register.rows)).toContain('Skilt på fem språk')
    expect(letter.year).toBe(2031)
  })

  it('adds what is selected in the text', async () => {
    const page = await visit({ role: 'controller' })
    const id = await readIn(page, 'fjell-merking.txt', freshLetter('merking'))
    await openLetter(page, id)
    await page.evaluate(selectMark)
    await page.getByRole('button', { name: 'Legg til som …' }).click()
    expect(await page.getByRole('dialog').getByLabel('Tekst').inputValue()).toBe('Arkivmerke merking')
    await page.getByRole('dialog').getByRole('button', { name: 'Lagre' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const text = (await (await page.request.get(`/api/letters/${id}/text`)).json()) as { text: string }
    const added = (await viewOf(page, id)).findings.find((one) => one.origin === 'person')
    expect(text.text.slice(added?.start ?? 0, added?.end ?? 0)).toBe('Arkivmerke merking')
  })

  it('fills the window without scrolling the page, and keeps what is written when a form is closed', async () => {
    const page = await visit({ role: 'controller' })
    const id = await readIn(page, 'fjell-utkast.txt', freshLetter('utkast'))
    await openLetter(page, id)
    expect(await page.evaluate<boolean>('document.documentElement.scrollHeight <= innerHeight')).toBe(true)
    expect((await page.locator('.ff-page__head').boundingBox())?.height).toBeLessThanOrEqual(60)
    const { unsure, total } = (await viewOf(page, id)).letter.progress
    await page.getByRole('radio', { name: `Usikre (${unsure})` }).press('Space')
    await expect.poll(() => page.locator('.ff-card--unsure').count()).toBe(unsure)
    expect(await page.locator('.ff-card--unsure .ff-card__doubts').count()).toBe(unsure)
    await page.getByText(`0 av ${total} kontrollert · ${unsure} usik`).waitFor()

    await page.keyboard.press('j')
    await page.keyboard.press('r')
    await page.getByLabel('Hvorfor skal dette ikke med?').fill('Står to ganger')
    await page.keyboard.press('Escape')
    await page.locator('.ff-card form').waitFor({ state: 'detached' })
    expect(page.url()).toContain(`/letters/${id}`)
    await page.keyboard.press('r')
    await expect.poll(() => page.getByLabel('Hvorfor skal dette ikke med?').inputValue()).toBe('Står to ganger')
  })

  it('asks what becomes of the deadlines that have passed, before the letter is approved', async () => {
    const page = await visit({ role: 'controller' })
    const past = freshLetter('passert').toString().replaceAll('2031', '2021').replaceAll('2030', '2020')
    const id = await readIn(page, 'fjell-passert.txt', Buffer.from(past))
    await page.getByRole('button', { name: 'Godkjenn …' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Hvorfor godkjennes brevet likevel?').fill('Lest i ettertid')
    const approve = dialog.getByRole('button', { name: 'Godkjenn brevet' })
    expect(await approve.isDisabled()).toBe(true)
    await checkAccessibility(page)
    await dialog.getByLabel(/^For alle/).selectOption('met')
    await approve.click()
    await page.getByText('er i registeret').waitFor()
    await checkAccessibility(page)
    expect((await viewOf(page, id)).letter.state).toBe('approved')
    const late = (await (await page.request.get('/api/commitments?year=2021&due=over')).json()) as { total: number }
    expect(late.total).toBe(0)
  })

  it('shows what a colleague does meanwhile, and who', async () => {
    const page = await visit({ role: 'controller' })
    const id = await readIn(page, 'fjell-sammen.txt', freshLetter('sammen'))
    const colleague = await visit({ role: 'leader' })
    await openLetter(page, id)
    await openLetter(colleague, id)
    await colleague.keyboard.press('j')
    await colleague.keyboard.press('a')
    await goTo(page, `/letters/${id}?show=all`)
    await page
      .getByText(/Torstein Haugland, \d/)
      .first()
      .waitFor({ timeout: 15_000 })
  })

  it('tells in plain words that an annual report is no letter', async () => {
    const page = await visit({ role: 'controller', at: '/letters' })
    const text = `Årsrapport 2025\n\nDel I Leders beretning\n${'Direktoratet bosatte mange i 2025.\n'.repeat(40)}
Del II Introduksjon til virksomheten og hovedtall\nDel III Årets aktiviteter og resultater
Del IV Styring og kontroll i virksomheten\nDel V Vurdering av framtidsutsikter\nDel VI Årsregnskap\n`
    const file = { name: 'arsrapport-2025.txt', mimeType: 'text/plain', buffer: Buffer.from(text) }
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('«arsrapport-2025.txt» ser ikke ut som et styringsbrev').waitFor({ timeout: 60_000 })
    await page.getByText('Det ligner mest på: årsrapport.').waitFor()
    await checkAccessibility(page)
  })

  it('says so when the same file was read in before, and leads there', async () => {
    const page = await visit({ role: 'controller' })
    const buffer = freshLetter('to ganger')
    const id = await readIn(page, 'fjell-en-gang.txt', buffer)
    await goTo(page, '/letters')
    await page.locator('input[type=file]').setInputFiles({ name: 'kopi.txt', mimeType: 'text/plain', buffer })
    await page.getByRole('button', { name: 'Åpne brevet som er lest inn fra før' }).click()
    await page.waitForURL(new RegExp(`/letters/${id}$`))
  })

  it('is only read by those who may not check', async () => {
    const page = await visit({ role: 'ministry-contact', at: '/letters' })
    expect(await page.locator('input[type=file]').count()).toBe(0)
    const approved = (await letters(page)).find((one) => one.title === 'Tildelingsbrev 2026')
    await openLetter(page, approved?.id ?? '')
    await page.keyboard.press('j')
    expect(await page.getByRole('button', { name: 'Godta' }).count()).toBe(0)
  })
})

const letterTitled = (title: string) => async (page: Page) =>
  `/letters/${idOf((await letters(page)).find((one) => one.title.startsWith(title)))}`
const approved = letterTitled('Tildelingsbrev 2026')
const halfChecked = letterTitled('Tillegg nr. 2')

sweep(
  'the pages of letters',
  [
    { at: '/letters' },
    {
      at: halfChecked,
      ready: async (page: Page) => {
        await page.keyboard.press('j')
        await page.keyboard.press('e')
        await page.locator('.ff-card form').waitFor()
      },
    },
    { at: async (page: Page) => `${await halfChecked(page)}?tab=letter` },
    { at: approved },
    { at: '/letters/difference?same=yes' },
    { at: '/letters/difference?by=year&before=2025&after=2026' },
    { at: '/letters/open-from-earlier' },
    { at: chainOf('2026-03') },
  ].map((page) => ({ ...page, role: 'controller' })),
)

const real = join(root, '..', 'shared', 'sources', 'tildelingsbrev-2025.txt')

describe.skipIf(!existsSync(real))('a real letter of 115 kB', () => {
  it('stays quick under the hands', async () => {
    const page = await visit({ role: 'controller' })
    const id = await readIn(page, 'ekte-2025.txt', readFileSync(real))
    const opened = Date.now()
    await openLetter(page, id)
    expect(Date.now() - opened).toBeLessThan(5_000)
    await page.keyboard.press('j')
    const steps = await page.evaluate<number[]>(stepThrough)
    expect(steps[5]).toBeLessThan(250)
  })
})
