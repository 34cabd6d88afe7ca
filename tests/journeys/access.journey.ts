import { describe, expect, it } from 'vitest'
import { checkAccessibility, goTo, visit, withApplication } from './support.ts'
import { sweep } from './sweep.ts'

withApplication()

sweep('roles and logs', [
  { role: 'administrator', at: '/access' },
  { role: 'privacy-officer', at: '/access-log' },
  { role: 'privacy-officer', at: '/audit' },
  { role: 'interpreter', at: '/logins' },
])

describe('someone new', () => {
  it('is invited by e-mail, and the role is there, with its history, until it is ended', async () => {
    const page = await visit({ role: 'administrator', at: '/access' })
    await page.getByRole('button', { name: 'Inviter en person' }).click()
    await page.getByLabel('Fullt navn').fill('Even Nordmann')
    await page.getByLabel('E-postadresse i virksomheten').fill('even@example.no')
    await page.getByLabel('Virksomhet eller enhet').selectOption({ label: 'Tilskuddsavdelingen' })
    await page.getByRole('dialog').getByLabel('Rolle').selectOption({ label: 'saksbehandler' })
    await checkAccessibility(page)
    await page.getByRole('button', { name: 'Send invitasjon' }).click()
    const row = page.getByRole('row', { name: /Even Nordmann/ })
    await row.waitFor()
    expect(await row.innerText()).toContain('Lars Eide')

    await expect
      .poll(async () => (await (await page.request.get('/api/test-inbox')).text()).includes('even@example.no'), {
        timeout: 20_000,
      })
      .toBe(true)
    await goTo(page, '/access')
    await page.getByRole('button', { name: /^Avslutt: Even Nordmann/ }).click()
    await page.getByRole('button', { name: 'Avslutt rollen' }).click()
    await row.waitFor({ state: 'detached' })
    await page.getByLabel('Vis', { exact: true }).selectOption('all')
    await page.getByRole('button', { name: /^Historikk: Even Nordmann/ }).click()
    await page.getByRole('dialog').getByText('Avsluttet').waitFor()
    await checkAccessibility(page)
  })

  it('who has no role is shown who can give one', async () => {
    const page = await visit()
    await page.goto('/api/login/employee?user=municipality-new')
    await page.getByText('Berit Nilsen, Bodø kommune').waitFor()
    await checkAccessibility(page)
  })
})

describe('the audit log', () => {
  it('is narrowed to a person, an action and a record, and the choice stands in the address', async () => {
    const page = await visit({ role: 'privacy-officer', at: '/audit' })
    await page.getByLabel('Handling', { exact: true }).selectOption({ label: 'Logget inn' })
    await page.waitForURL(/action=session\.open/)
    await page.getByRole('cell', { name: 'Logget inn' }).first().waitFor()
    await page.getByRole('cell', { name: 'Søkte i endringsloggen' }).first().waitFor({ state: 'hidden' })
    await page.getByLabel('Finn en person').fill('Kari')
    await page
      .getByRole('button', { name: /^Hva har Kari .* gjort\?$/ })
      .first()
      .click()
    await page.getByText(/^Det Kari .* har gjort$/).waitFor()
    await checkAccessibility(page)
    await page.getByRole('link', { name: 'Alt om denne posten' }).first().click()
    await page.getByText('Bare det som er gjort med én post').waitFor()
  })
})

describe('the demo’s login page', () => {
  it('is accessible, and usable by keyboard', async () => {
    const page = await visit()
    await page.goto('/api/login/employee')
    await checkAccessibility(page)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname === '/')
    await page.getByRole('heading', { level: 1 }).waitFor()
  })
})
