import { type Agent, get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** The time that `share` of all times are below. */
export const percentile = (times: number[], share: number): number =>
  times.sort((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN

/**
 * Asks `rate` times a second, evenly, as long as `goesOn` says, whether or not the last answer has come, as people do who
 * know nothing of each other. Gives the times in milliseconds.
 */
export const atRate = async (
  rate: number,
  goesOn: (turn: number) => boolean,
  ask: (turn: number) => Promise<unknown>,
): Promise<number[]> => {
  const times: number[] = []
  const asked: Promise<void>[] = []
  const start = performance.now()
  for (let turn = 0; goesOn(turn); turn += 1) {
    const wait = start + (turn * 1000) / rate - performance.now()
    if (wait > 0) await sleep(wait)
    const from = performance.now()
    asked.push(ask(turn).then(() => void times.push(performance.now() - from)))
  }
  await Promise.all(asked)
  return times
}

/** Asks `rate` times a second, one after the other of `asks`. Gives the times of each in milliseconds. */
export const inTurn = async (
  rate: number,
  turns: number,
  asks: readonly (() => Promise<unknown>)[],
): Promise<number[][]> => {
  const times: number[][] = asks.map(() => [])
  await atRate(
    rate,
    (turn) => turn < turns,
    async (turn) => {
      const from = performance.now()
      await asks[turn % asks.length]?.()
      times[turn % asks.length]?.push(performance.now() - from)
    },
  )
  return times
}

/** Asks over HTTP on a connection that stays open, and reads the whole answer; throws when it was refused. */
export const overHttp = (agent: Agent, url: string, headers: Record<string, string>): Promise<void> =>
  new Promise((resolve, reject) => {
    get(url, { agent, headers }, (response) => {
      response.resume()
      response.on('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`${url} answered ${response.statusCode}`)),
      )
    }).on('error', reject)
  })
