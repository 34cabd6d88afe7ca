import { runWorker } from '../../app/run-worker.ts'
import { readConfig } from '../../platform/server/config.ts'
import { release } from '../../platform/server/release.ts'
import { type Command, readArguments } from '../arguments.ts'
import { stopSignal } from '../stop-signal.ts'
import { lostDatabase, type WorkerMessage } from '../supervise.ts'

/**
 * `fotfeste work`: runs jobs until stopped. Started and watched by `fotfeste serve`; ends with its parent, and with
 * code 75 when the database is lost, for then others may take over what it was doing.
 */
export const work: Command = async (words) => {
  const { values } = readArguments(words, { innocent: { type: 'string' } })
  const asked = stopSignal()
  const parentGone = new Promise<void>((resolve) => process.once('disconnect', () => resolve()))
  const running = await runWorker({
    config: readConfig(process.env),
    version: release,
    innocent: values.innocent === undefined ? null : Number(values.innocent),
  }).catch((error: unknown) => {
    // The line to the parent would keep this process alive, and the parent waits for its end.
    if (process.connected) process.disconnect()
    throw error
  })
  process.send?.({ runner: running.runner } satisfies WorkerMessage)
  const lost = await Promise.race([asked, parentGone, running.lost.then(() => 'lost' as const)])
  // At once: what still runs here must not meet those who take it over.
  if (lost === 'lost') process.exit(lostDatabase)
  await running.stop()
  if (process.connected) process.disconnect()
  return 0
}
