import type { Hunt, Who } from './hunt.ts'
import type { Random } from './random.ts'
import { validDraft } from './request.ts'
import type { Operation } from './shapes.ts'
import { spoil } from './spoil.ts'

/** Routes that take something away which others need; they come last. */
const destructive = new Set([
  'POST /api/session/logout',
  'POST /api/session/logout-everywhere',
  'POST /api/session/own/{id}/end',
  'POST /api/access/members/{id}/end',
  'POST /api/letters/{id}/discard',
  'POST /api/letters/{id}/approve',
])

/** Mostly somebody who may, so that the request reaches the write itself; sometimes anybody, sometimes nobody. */
const whoAsks = (random: Random, { world: { people, matrix } }: Hunt, { key }: Operation): Who => {
  if (random.chance(0.07)) return null
  const may = people.subjects.filter((subject) => matrix.mayUse(key, people.heldBy(subject)))
  return random.pick(may.length > 0 && random.chance(0.85) ? may : people.subjects)
}

/** Random requests of these routes, half of them right, until so many have been sent in all. */
export const wander = async (
  random: Random,
  hunt: Hunt,
  operations: readonly Operation[],
  until: number,
  wrong = 0.5,
): Promise<void> => {
  while (hunt.sent < until) {
    const operation = random.pick(operations)
    const who = whoAsks(random, hunt, operation)
    const draft = validDraft(random, operation, random.chance(0.5) ? hunt.knownBy(who) : hunt.known)
    await hunt.send(who, random.chance(wrong) ? spoil(random, draft) : draft)
  }
}

/** Every read as somebody who may, so that there are identifiers and versions to ask with. */
export const readAll = async (random: Random, hunt: Hunt): Promise<void> => {
  const reads = hunt.world.operations.filter(({ method }) => method === 'GET')
  for (let round = 0; round < 3; round += 1) {
    for (const operation of reads) {
      const { people, matrix } = hunt.world
      const may = people.subjects.filter((subject) => matrix.mayUse(operation.key, people.heldBy(subject)))
      await hunt.send(random.pick(may), validDraft(random, operation, hunt.known))
    }
  }
}

/**
 * Every route by nobody and by one of each role that may not, with requests that are otherwise right: they are turned
 * away for that and nothing else.
 */
export const knockEverywhere = async (random: Random, hunt: Hunt): Promise<void> => {
  const { people, matrix, operations } = hunt.world
  const nameOf = (subject: string) => JSON.stringify(people.heldBy(subject))
  const oneOfEach = people.subjects.filter(
    (subject, at, all) => all.findIndex((one) => nameOf(one) === nameOf(subject)) === at,
  )
  for (const operation of operations.filter(({ key }) => !matrix.isOpen(key))) {
    const mayNot = oneOfEach.filter((subject) => !matrix.mayUse(operation.key, people.heldBy(subject)))
    for (const who of [null, ...mayNot]) {
      const { status } = await hunt.send(who, validDraft(random, operation, hunt.known, 0))
      if (status !== (who === null ? 401 : 403))
        hunt.faults.push(`${operation.key} answers ${status} to ${who ?? 'nobody'}`)
    }
  }
}

/** The whole way: what reads and writes, and at the end what takes away, until so many have been sent. */
export const wanderToTheEnd = async (random: Random, hunt: Hunt, until: number): Promise<void> => {
  const { operations } = hunt.world
  const gentle = operations.filter(({ key }) => !destructive.has(key))
  const last = operations.filter(({ key }) => destructive.has(key))
  await wander(random, hunt, gentle, until - 600)
  await wander(random, hunt, [...gentle, ...last, ...last, ...last], until)
}
