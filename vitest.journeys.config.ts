import { defineConfig } from 'vitest/config'

/** The browser journeys; `scripts/journeys.mjs` starts the application and runs this. */
export default defineConfig({
  test: {
    name: 'journeys',
    include: ['tests/journeys/**/*.journey.ts'],
    testTimeout: 60_000,
    hookTimeout: 30_000,
    // One browser at a time: two would fight over the processors and make every wait longer.
    fileParallelism: false,
  },
})
