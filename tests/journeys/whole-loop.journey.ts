import type { Locator, Page } from 'playwright-core'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { type LoopLetter, loopLetter } from './loop-letter.ts'
import { type Hand, hands, words } from './loop-words.ts'
import { checkAccessibility, checkWidth, goTo, type Visit, visit, withApplication } from './support.ts'

withApplication()

const due = new Date(Date.now() + 3 * 86_400_000)
const dueText = new Intl.DateTimeFormat('nb-NO', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: 'Europe/Oslo',
}).format(due)
const dueStamp = due.toLocaleDateString('sv-SE', { timeZone: 'Europe/Oslo' }).replaceAll('-', '')

/** One way round the loop: where, in which language, and with what the controller works. */
interface Round {
  readonly device: NonNullable<Visit['device']>
  readonly locale: NonNullable<Visit['locale']>
  readonly hand: keyof typeof hands
  /** A year that no other journey looks at. */
  readonly year: number
}

const rounds: readonly Round[] = [
  { device: 'desk', locale: 'nb', hand: 'keyboard', year: 2034 },
  { device: 'desk', locale: 'nn', hand: 'mouse', year: 2035 },
  { device: 'desk', locale: 'en', hand: 'mouse', year: 2036 },
  { device: 'phone', locale: 'nb', hand: 'mouse', year: 2037 },
]

/** What a round is gone with. */
interface Loop extends Round {
  readonly letter: LoopLetter
  readonly say: ReturnType<typeof words>
  readonly use: Hand
}

const card = (page: Page, title: string): Locator => page.locator('.ff-card', { hasText: title })

const look = async (page: Page): Promise<void> => {
  await checkAccessibility(page)
  await checkWidth(page)
}

/** Hands the letter in, dropped as a mouse does or chosen as on a phone, sees it read, and opens it from the list. */
const handIn = async (page: Page, { letter, year, device, say, use }: Loop): Promise<void> => {
  await goTo(page, '/letters')
  const name = `${letter.name}-${year}.txt`
  if (device === 'phone') {
    await page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(letter.text) })
  } else {
    const files = await page.evaluateHandle(`(() => {
      const carried = new DataTransfer()
      carried.items.add(new File([${JSON.stringify(letter.text)}], ${JSON.stringify(name)}, { type: 'text/plain' }))
      return carried
    })()`)
    await page.dispatchEvent('.ff-drop', 'drop', { dataTransfer: files })
  }
  await page.getByRole('heading', { level: 1, name: `Tildelingsbrev ${year}` }).waitFor({ timeout: 60_000 })
  await page.getByText(say.letters('check.readNext')).waitFor()
  await look(page)
  await goTo(page, '/letters')
  const row = page
    .getByRole(device === 'phone' ? 'listitem' : 'row')
    .filter({ hasText: new RegExp(`Tildelingsbrev ${year}`) })
    .filter({ hasText: say.letters('states.checking') })
  await look(page)
  await use(row.getByRole('link'))
  await card(page, letter.survey).waitFor()
}

/** Goes down the list by the keyboard until the card with this title is chosen. */
const choose = async (page: Page, title: string): Promise<void> => {
  const wanted = page.locator('.ff-card--chosen', { hasText: title })
  for (let step = 0; step < 20 && !(await wanted.isVisible()); step += 1) await page.keyboard.press('j')
  await wanted.waitFor()
}

/** Accepts one finding and begins to split another: by the keys of the screen, or by the buttons of the cards. */
const acceptAndSplit = async (page: Page, { letter, hand, say }: Loop): Promise<void> => {
  for (const [title, key, verb] of [
    [letter.survey, 'a', say.letters('check.accept')],
    [letter.paint, 's', say.letters('check.split')],
  ] as const) {
    if (hand === 'keyboard') {
      await choose(page, title)
      await page.keyboard.press(key)
    } else {
      await card(page, title).locator('.ff-card__title').click()
      await card(page, title).getByRole('button', { name: verb, exact: true }).click()
    }
    if (key === 'a') await card(page, title).waitFor({ state: 'detached' })
  }
}

/** Splits the painting into two, and approves with all the rest as it was read. */
const checkAndApprove = async (page: Page, loop: Loop): Promise<void> => {
  const { letter, year, say, use } = loop
  await look(page)
  await acceptAndSplit(page, loop)
  const split = page.getByRole('dialog')
  const titles = split.getByRole('textbox', { name: say.letters('fields.title'), exact: true })
  await titles.first().fill(letter.parts[0])
  await titles.nth(1).fill(letter.parts[1])
  await split
    .getByRole('textbox', { name: say.letters('fields.code'), exact: true })
    .nth(1)
    .fill(`${year}-04`)
  await use(split.getByRole('button', { name: say.letters('check.save') }))
  await split.waitFor({ state: 'detached' })
  await page.getByRole('radio', { name: say.letters('check.all'), exact: true }).press('Space')
  await card(page, letter.parts[1]).waitFor()
  await use(page.getByRole('button', { name: say.letters('check.approve') }))
  const approve = page.getByRole('dialog')
  await approve.getByRole('heading', { name: say.letters('approve.adds') }).waitFor()
  await approve.getByLabel(say.letters('approve.reason')).fill('Lest sammen med departementet')
  await look(page)
  await use(approve.getByRole('button', { name: say.letters('approve.verb') }))
  await page.getByText(say.letters('check.approvedBy', { by: 'Ingrid Solbakken', at: '' }).trim()).waitFor()
}

/** Gives two of the assignments an owner: both at once from the list, or on a phone, where there are no marks, in turn. */
const assign = async (page: Page, { letter, year, device, say, use }: Loop): Promise<void> => {
  await use(page.getByRole('link', { name: say.letters('check.setOwners') }))
  await page.waitForURL(new RegExp(`owner=none&year=${year}`))
  const titles = [`${year}-01 ${letter.survey}`, `${year}-04 ${letter.parts[1]}`]
  const give = async (form: Locator) => {
    await form.getByLabel(say.register('owner.person')).selectOption({ label: 'Amina Hansen' })
    await use(form.getByRole('button', { name: say.register('owner.save') }))
  }
  if (device === 'phone') {
    for (const title of titles) {
      await use(page.getByRole('link', { name: title }))
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      await use(page.getByRole('button', { name: say.register('owner.assign') }))
      await look(page)
      await give(page.locator('form'))
      await page.locator('.ff-reg-head', { hasText: 'Amina Hansen' }).waitFor()
      await use(page.getByRole('link', { name: say.register('list.back') }))
    }
    return
  }
  for (const title of titles) await use(page.getByRole('checkbox', { name: new RegExp(title) }))
  await use(page.getByRole('button', { name: say.register('bulk.assign') }))
  await give(page.getByRole('dialog'))
  await page.getByText(say.frame('bulk.done_other', { count: 2 })).waitFor()
  await look(page)
}

/** The year's page of the leader, from where the reminders are sent without waiting for the morning. */
const lead = async (page: Page, { letter, year, say, use }: Loop): Promise<void> => {
  await goTo(page, `/leader?year=${year}`)
  await page
    .getByRole('link', { name: new RegExp(letter.guide) })
    .first()
    .waitFor()
  await use(page.getByRole('button', { name: say.rhythm('leader.remind') }))
  await page.getByText(say.rhythm('leader.reminded')).waitFor()
  await look(page)
  await goTo(page, '/test-inbox')
  await page
    .getByRole('listitem')
    .filter({ hasText: 'caseworker@example.no' })
    .filter({ hasText: dueText })
    .filter({ hasText: `${year}-01 ${letter.survey}` })
    .first()
    .waitFor({ timeout: 30_000 })
}

const subscribe = async (page: Page, { year, say, use }: Loop): Promise<void> => {
  await goTo(page, '/calendar/feeds')
  await page.getByRole('radio', { name: say.rhythm('calendar.scopes.mine') }).press('Space')
  await use(page.getByRole('button', { name: say.rhythm('feeds.make') }))
  const address = new URL((await page.locator('code.ff-address').textContent()) ?? '')
  await look(page)
  const answer = await fetch(new URL(address.pathname, page.url()))
  const calendar = (await answer.text()).replaceAll('\r\n ', '')
  const event = calendar.split('BEGIN:VEVENT').find((one) => one.includes(`${year}-01`))
  expect(event).toContain(`DTSTART;VALUE=DATE:${dueStamp}`)
}

const exportToExcel = async (page: Page, { year, say, use }: Loop): Promise<void> => {
  await goTo(page, `/register?year=${year}&owner=mine`)
  const button = page.getByRole('button', { name: say.register('list.export') })
  const [download] = await Promise.all([page.waitForEvent('download'), use(button)])
  const rows = await readSheet(await download.path())
  expect(rows.filter((row) => row.includes('Amina Hansen'))).toHaveLength(2)
}

describe.each(rounds)('the whole loop on a $device in $locale, by $hand', (round) => {
  it('a letter is handed in, checked, approved, given owners, reminded of, subscribed to, exported', async () => {
    const { device, locale, year, hand } = round
    const letter = loopLetter(locale === 'nn' ? 'nn' : 'nb', year, dueText)
    const loop: Loop = { ...round, letter, say: words(locale), use: hands[hand] }
    const controller = await visit({ role: 'controller', device, locale })
    await handIn(controller, loop)
    await checkAndApprove(controller, loop)
    await assign(controller, loop)
    await lead(await visit({ role: 'leader', device, locale }), loop)
    const owner = await visit({ role: 'caseworker', device, locale })
    await subscribe(owner, loop)
    await exportToExcel(owner, loop)
  })
})
