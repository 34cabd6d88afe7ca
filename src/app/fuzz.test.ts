import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { knockEverywhere, readAll, wanderToTheEnd } from './testing/fuzz/course.ts'
import { Hunt } from './testing/fuzz/hunt.ts'
import { Random } from './testing/fuzz/random.ts'
import { askThrough } from './testing/fuzz/recipes.ts'
import { accessRecipes } from './testing/fuzz/recipes-access.ts'
import { letterRecipes } from './testing/fuzz/recipes-letters.ts'
import { registerRecipes } from './testing/fuzz/recipes-register.ts'
import { startWorld, type World } from './testing/fuzz/world.ts'

/**
 * Requests made from the API description, right ones and wrong ones, by everybody, at the whole application. Another
 * seed, or more requests: FUZZ_SEED=7 FUZZ_REQUESTS=20000.
 */
const seed = Number(process.env.FUZZ_SEED ?? 20_261_128)
const requests = Number(process.env.FUZZ_REQUESTS ?? 5_000)

/** For what random requests seldom or never reach. */
const recipes = [...accessRecipes, ...letterRecipes, ...registerRecipes]

let world: World
let hunt: Hunt

beforeAll(async () => {
  world = await startWorld()
  hunt = new Hunt(world)
}, 180_000)
afterAll(() => world?.close())

describe(`${requests} requests of the seed ${seed}`, () => {
  it('meet no fault', async () => {
    const random = new Random(seed)
    await readAll(random, hunt)
    for (const recipe of recipes) await recipe(askThrough(hunt), hunt)
    await knockEverywhere(random, hunt)
    await wanderToTheEnd(random, hunt, requests)
    const counts = [...hunt.statuses].sort(([one], [other]) => one - other)
    const share = (100 * hunt.share()).toFixed(1)
    process.stdout.write(
      `seed ${seed}: ${hunt.sent} requests, ${share} per cent answered 2xx; ${counts.map((pair) => pair.join(': ')).join(', ')}\n`,
    )
    expect(hunt.faults).toEqual([])
  }, 600_000)

  it('leave nothing behind that the morning’s job stumbles on', () =>
    expect(world.runTask('send-reminders', { now: true })).resolves.toBeUndefined())

  it('reach every route', () => {
    expect(world.operations.map(({ key }) => key).filter((key) => !hunt.reached.has(key))).toEqual([])
  })
})
