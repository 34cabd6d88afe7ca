import { readFileSync } from 'node:fs'
import exceljs from 'exceljs'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { checkAccessibility, goTo, visit, withBrowser } from './support.ts'

withBrowser()

/** A year that no other journey looks at. */
const year = 2034
const due = new Date(Date.now() + 3 * 86_400_000)
const dueText = new Intl.DateTimeFormat('nb-NO', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: 'Europe/Oslo',
}).format(due)
const dueStamp = due.toLocaleDateString('sv-SE', { timeZone: 'Europe/Oslo' }).replaceAll('-', '')

/** A letter with one deadline three days ahead, so that its owner is reminded at once. */
const letter = `DET KONGELIGE KYSTDEPARTEMENT
Fyrdirektoratet
Deres ref
Vår ref
34/117-1
Dato
9. januar ${year}
Tildelingsbrev for Fyrdirektoratet for ${year}
1. Mål
Mål 1: Kysten er merket
Mål 2: Folk ferdes trygt på sjøen
2. Oppdrag
Mål 1: Kysten er merket
Oppdrag nr. ${year}-01 Kartlegge fyr uten strøm
Beskrivelse av oppdraget
Fyrdirektoratet skal kartlegge alle fyr som står uten strøm.
Frist: ${dueText}
Oppdrag nr. ${year}-02 Male lykter og varder
Beskrivelse av oppdraget
Fyrdirektoratet skal male lyktene og vardene.
Frist: 1. oktober ${year}
Mål 2: Folk ferdes trygt på sjøen
Oppdrag nr. ${year}-03 Veilede fritidsfiskere
Beskrivelse av oppdraget
Fyrdirektoratet skal veilede fritidsfiskere om lys om bord.
Frist: 1. november ${year}
Med hilsen
Liv Skjær
ekspedisjonssjef
`

const card = (page: Page, words: string) => page.locator('.ff-card', { hasText: words })

/** Drops the letter on the page of letters as a mouse does, and opens it when it has been read. */
const dragIn = async (page: Page): Promise<void> => {
  await goTo(page, '/letters')
  const files = await page.evaluateHandle(`(() => {
    const carried = new DataTransfer()
    carried.items.add(new File([${JSON.stringify(letter)}], 'fyrbrev.txt', { type: 'text/plain' }))
    return carried
  })()`)
  await page.dispatchEvent('.ff-drop', 'drop', { dataTransfer: files })
  const row = page.getByRole('row', { name: new RegExp(`Tildelingsbrev ${year}.*Til kontroll`) })
  await row.getByRole('link').focus({ timeout: 20_000 })
  await page.keyboard.press('Enter')
  await card(page, 'Kartlegge fyr').waitFor()
}

/** Goes down the list by the keyboard until the card with these words is chosen. */
const choose = async (page: Page, words: string): Promise<void> => {
  const wanted = page.locator('.ff-card--chosen', { hasText: words })
  for (let step = 0; step < 20 && !(await wanted.isVisible()); step += 1) await page.keyboard.press('j')
  await wanted.waitFor()
}

/** Splits the painting into two by the keyboard, and approves with all the rest as it was read. */
const checkAndApprove = async (page: Page): Promise<void> => {
  await choose(page, 'Kartlegge fyr')
  await page.keyboard.press('a')
  await card(page, 'Kartlegge fyr').waitFor({ state: 'detached' })
  await choose(page, 'Male lykter')
  await page.keyboard.press('s')
  const split = page.getByRole('dialog')
  await split.getByRole('textbox', { name: 'Tittel', exact: true }).first().fill('Male lykter')
  await split.getByRole('textbox', { name: 'Tittel', exact: true }).nth(1).fill('Male varder')
  await split.getByRole('textbox', { name: 'Kode', exact: true }).nth(1).fill(`${year}-04`)
  await split.getByRole('button', { name: 'Lagre' }).press('Enter')
  await split.waitFor({ state: 'detached' })
  await page.getByRole('radio', { name: 'Alle', exact: true }).press('Space')
  await card(page, 'Male varder').waitFor()
  await page.getByRole('button', { name: 'Godkjenn …' }).press('Enter')
  const approve = page.getByRole('dialog')
  await approve.getByRole('heading', { name: 'Nytt i registeret' }).waitFor()
  await approve.getByLabel('Hvorfor godkjennes brevet likevel?').fill('Lest sammen med departementet')
  await approve.getByRole('button', { name: 'Godkjenn brevet' }).press('Enter')
  await page.getByText('Godkjent av Ingrid Solbakken').waitFor()
}

const assign = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Åpne registeret' }).press('Enter')
  await page.waitForURL(new RegExp(`year=${year}`))
  for (const title of ['Kartlegge fyr', 'Male varder']) {
    await page
      .getByRole('row', { name: new RegExp(title) })
      .getByRole('checkbox')
      .press('Space')
  }
  await page.getByRole('button', { name: 'Sett ansvarlig' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Ansvarlig person').selectOption({ label: 'Amina Hansen' })
  await dialog.getByRole('button', { name: 'Sett ansvarlig' }).press('Enter')
  await page.getByText('2 har fått ansvarlig.').waitFor()
}

/** The year's page of the leader, from where the reminders are sent without waiting for the morning. */
const lead = async (page: Page): Promise<void> => {
  await goTo(page, `/leader?year=${year}`)
  await page
    .getByRole('link', { name: /Veilede fritidsfiskere/ })
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Send påminnelser nå' }).press('Enter')
  await page.getByText('Påminnelsene er på vei').waitFor()
  await checkAccessibility(page)
  await goTo(page, '/test-inbox')
  await page
    .getByRole('listitem')
    .filter({ hasText: 'caseworker@example.no' })
    .filter({ hasText: dueText })
    .filter({ hasText: 'Kartlegge fyr' })
    .first()
    .waitFor({ timeout: 30_000 })
}

const subscribe = async (page: Page): Promise<void> => {
  await goTo(page, '/calendar/feeds')
  await page.getByRole('radio', { name: 'Mine' }).press('Space')
  await page.getByRole('button', { name: 'Lag adresse' }).press('Enter')
  const address = new URL((await page.locator('code.ff-address').textContent()) ?? '')
  const answer = await fetch(new URL(address.pathname, page.url()))
  const calendar = (await answer.text()).replaceAll('\r\n ', '')
  const event = calendar.split('BEGIN:VEVENT').find((one) => one.includes('Kartlegge fyr'))
  expect(event).toContain(`DTSTART;VALUE=DATE:${dueStamp}`)
}

const exportToExcel = async (page: Page): Promise<void> => {
  await goTo(page, `/register?year=${year}&owner=mine`)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Last ned som Excel' }).press('Enter'),
  ])
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(readFileSync(await download.path()).buffer as ArrayBuffer)
  const sheet = workbook.worksheets[0]
  const words = sheet?.getSheetValues().map((row) => JSON.stringify(row)) ?? []
  expect(words.filter((row) => row?.includes('Amina Hansen'))).toHaveLength(2)
}

it('the whole loop: a letter is dragged in, checked, approved, given owners, reminded of, subscribed to, exported', async () => {
  const controller = await visit({ role: 'controller' })
  await dragIn(controller)
  await checkAndApprove(controller)
  await assign(controller)
  await lead(await visit({ role: 'leader' }))
  const owner = await visit({ role: 'caseworker', device: 'phone' })
  await subscribe(owner)
  await exportToExcel(owner)
})
