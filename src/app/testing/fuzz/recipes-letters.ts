import type { ApprovalView } from '../../../governance/rules/approval-shapes.ts'
import type { LetterView } from '../../../governance/rules/letter-shapes.ts'
import type { Hunt } from './hunt.ts'
import { type Ask, demoText, first, type Recipe } from './recipes.ts'

const who = 'controller'
const view = (ask: Ask, id: string) => ask<LetterView>(who, 'GET /api/letters/{id}', { parameters: { id } })

/** Hands in a letter and runs the job that reads it. */
const readIn = async (ask: Ask, { world }: Hunt, name: string, text: string): Promise<LetterView> => {
  const { id } = await ask(who, 'POST /api/letters', { file: [name, text] })
  await world.runTask('read-letter', { letter: id })
  return view(ask, id)
}

/** A supplement that nobody has begun to check; a copy of the demo's own with a line more, for each file is read once. */
const supplement = (ask: Ask, hunt: Hunt): Promise<LetterView> =>
  readIn(ask, hunt, 'tillegg.txt', `${demoText('tillegg-1-2026.txt')}\nAvskrift nummer ${hunt.sent}.\n`)

const note = (ask: Ask, hunt: Hunt): Promise<LetterView> =>
  readIn(ask, hunt, 'notat.txt', `Notat nummer ${hunt.sent} om en tur i skogen.\n`.repeat(20))

const duty = (text: string) => ({ kind: 'duty', content: { text, deadline: null, deadlineText: null } })
const reason = 'Avklart med departementet'

/** One letter is checked in every way, and approved. */
const checkAndApprove: Recipe = async (ask, hunt) => {
  const { letter, findings } = await supplement(ask, hunt)
  const { id } = letter
  const open = findings.filter((one) => one.state === 'open')
  const confident = open.filter((one) => one.confidence >= 0.8 && one.doubts.length === 0)
  const [one, two, three, four] = [0, 1, 2, 3].map((at) => first(confident.slice(at)))
  const of = (finding: { id: string } | undefined) => ({ parameters: { id: finding?.id ?? '' } })
  const seen = [one, two].map((finding) => ({ id: finding?.id, version: finding?.version }))
  await ask(who, 'POST /api/letters/{id}/accept', { parameters: { id }, body: { findings: seen } })
  const { version } = await ask(who, 'POST /api/findings/{id}/accept', { ...of(three), body: { version: 1 } })
  const opened = await ask(who, 'POST /api/findings/{id}/reopen', { ...of(three), body: { version } })
  await ask(who, 'POST /api/findings/{id}/reject', { ...of(three), body: { version: opened.version, reason } })
  await ask(who, 'PUT /api/findings/{id}', {
    ...of(four),
    body: { version: four?.version, kind: four?.kind, content: four?.content },
  })
  const { ids } = await ask<{ ids: string[] }>(who, 'POST /api/letters/{id}/findings', {
    parameters: { id },
    body: { ...duty('Direktoratet skal skrive til departementet'), start: 5, end: 50 },
  })
  const split = await ask<{ ids: string[] }>(who, 'POST /api/findings/{id}/split', {
    parameters: { id: first(ids) },
    body: { version: 1, parts: [duty('Den første delen'), duty('Den andre delen')] },
  })
  await ask(who, 'POST /api/letters/{id}/merge', {
    parameters: { id },
    body: { findings: split.ids.map((part) => ({ id: part, version: 1 })), into: duty('Begge delene') },
  })
  const { late } = await ask<ApprovalView>(who, 'GET /api/letters/{id}/approval', { parameters: { id } })
  const now = await view(ask, id)
  await ask(who, 'POST /api/letters/{id}/approve', {
    parameters: { id },
    body: {
      version: now.letter.version,
      reason: 'Alt er sett over samlet',
      late: late.map(({ key, due }) => ({ key, due, choice: 'met' })),
    },
  })
}

const correctHead: Recipe = async (ask, hunt) => {
  const { letter } = await supplement(ask, hunt)
  const { id, version, kind, title, agency, ministry, reference, date, year, supplements } = letter
  const body = { version, kind, title, agency, ministry, reference, date, year, supplements }
  await ask(who, 'PUT /api/letters/{id}/head', { parameters: { id }, body })
}

const retryAndDiscard: Recipe = async (ask, hunt) => {
  const { letter } = await note(ask, hunt)
  const parameters = { id: letter.id }
  const body = { version: letter.version, kind: 'instruction' }
  const { version } = await ask(who, 'POST /api/letters/{id}/retry', { parameters, body })
  await ask(who, 'POST /api/letters/{id}/discard', { parameters, body: { version, reason } })
}

/** A letter with an amount that the reader cannot place, which is a doubt of the letter as a whole. */
const doubtful = (year: number): string => `Fyrdepartementet

Fyrdirektoratet
Postboks 7
6801 FØRDE

Dato 12. januar ${year}

Tildelingsbrev ${year} for Fyrdirektoratet

1. Innledning
Fyrdepartementet viser til Stortingets vedtak.

2. Budsjett
Kap. 512 Fyrdirektoratet (i 1 000 kr)
Post 01 Driftsutgifter 210 000
Sum kap. 512 210 000

Tilsagn kan gis for 30 mill. kroner utover bevilgningen.

Med hilsen
Ola Nes
`

const handleDoubt: Recipe = async (ask, hunt) => {
  const { doubts } = await readIn(ask, hunt, 'fyr.txt', doubtful(2024))
  const { id, version } = first(doubts)
  await ask(who, 'POST /api/doubts/{id}/handle', { parameters: { id }, body: { version, note: reason } })
}

/** Reading letters in, checking and approving them. */
export const letterRecipes: readonly Recipe[] = [checkAndApprove, correctHead, retryAndDiscard, handleDoubt]
