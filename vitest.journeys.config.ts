import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const common = {
  globalSetup: ['tests/journeys/global-setup.ts'],
  testTimeout: 120_000,
  hookTimeout: 90_000,
}

/** The browser journeys, and the pictures; `scripts/journeys.mjs` builds, finds a browser and runs one of the two. */
export default defineConfig({
  test: {
    // Each file has a browser, an application and a database of its own. Journeys wait more than they work.
    maxWorkers: Number(process.env.JOURNEYS_WORKERS ?? availableParallelism() + 2),
    projects: [
      { test: { ...common, name: 'journeys', include: ['tests/journeys/**/*.journey.ts'] } },
      { test: { ...common, name: 'pictures', include: ['tests/journeys/pictures.ts'] } },
    ],
  },
})
