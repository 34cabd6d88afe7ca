import { describe, expect, it } from 'vitest'
import { visit, withApplication } from './support.ts'
import { sweep } from './sweep.ts'

withApplication()

const pages = [
  '/calendar',
  '/calendar?view=months',
  '/calendar?view=rhythm',
  '/measurability',
  '/money',
  '/figures',
  '/calendar/feeds',
  '/leader',
]

sweep(
  'the pages of the year',
  pages.map((at) => ({ role: 'controller', at })),
)

describe('the year', () => {
  it('begins with what the person must do, and shows the wheel', async () => {
    const page = await visit({ role: 'controller' })
    await page.getByRole('heading', { level: 2, name: /haster/ }).waitFor()
    await page.getByRole('link', { name: /^Årshjul \d{4}$/ }).click()
    await page.getByRole('img', { name: /^Årshjul for \d{4}: \d+ frister/ }).waitFor()
  })

  it('is gone through by keyboard, month by month, with the month in the address', async () => {
    const page = await visit({ role: 'controller', at: '/calendar' })
    const june = page.getByRole('button', { name: /^juni, \d+ frist/ })
    await june.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 2, name: /^juni \d{4}$/ }).waitFor()
    expect(new URL(page.url()).searchParams.get('month')).toBe('6')
    await page.getByText('Vis årshjulet som tabell').click()
    await page.getByRole('row', { name: /^juni/ }).waitFor()
  })

  it('is subscribed to by an address that is shown once, read without a login, and revoked', async () => {
    const page = await visit({ role: 'controller', at: '/calendar/feeds' })
    await page.getByRole('radio', { name: 'Hele direktoratet' }).check()
    await page.getByRole('button', { name: 'Lag adresse' }).click()
    const address = new URL((await page.locator('code.ff-address').textContent()) ?? '')
    const read = () => fetch(new URL(address.pathname, page.url()))
    const calendar = await (await read()).text()
    expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(calendar).toContain('BEGIN:VEVENT')
    await page.reload()
    expect(await page.locator('code.ff-address').count()).toBe(0)
    // The newest stands first; the dialog has a button of the same name.
    await page.getByRole('listitem').getByRole('button', { name: 'Slett adressen' }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: 'Slett adressen' }).click()
    await expect.poll(async () => (await read()).status).toBe(404)
  })
})

describe('measurability', () => {
  it('flags what cannot be measured, and keeps the sentence that the controller edits', async () => {
    const page = await visit({ role: 'controller', at: '/measurability' })
    const first = page.locator('li.ff-measure').first()
    await first.getByText('! Kan ikke måles').waitFor()
    await first.getByRole('button', { name: 'Bekreft eller endre' }).click()
    const sentence = 'Vi ber departementet si hvilket tall det ønsker.'
    await first.getByLabel('Setning til departementet').fill(sentence)
    await first.getByRole('button', { name: 'Lagre' }).click()
    await page.locator('blockquote', { hasText: sentence }).waitFor()
  })
})

describe('money', () => {
  it('shows the supplements beside the letter, and the sum that does not add up', async () => {
    const page = await visit({ role: 'controller', at: '/money?year=2026' })
    await page.getByRole('heading', { name: /sum i brevene stemmer ikke|summer i brevene stemmer ikke/ }).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Last ned som Excel' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('fotfeste-penger-2026.xlsx')
  })
})

describe('the leader’s page', () => {
  it('counts by unit and leads into the register', async () => {
    const page = await visit({ role: 'leader', at: '/leader' })
    await page.getByRole('link', { name: /^\d+ Uten ansvarlig/ }).click()
    await page.waitForURL(/\/register\?.*owner=none/)
  })

  it('is not for caseworkers', async () => {
    const page = await visit({ role: 'caseworker', at: '/leader' })
    await page.getByRole('heading', { name: 'Du har ikke tilgang til denne siden' }).waitFor()
  })
})
