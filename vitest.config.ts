import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/**
 * Two projects: `rules` needs nothing but Node; `server` runs against a real PostgreSQL, one for the whole run and a
 * database for each file. Browser journeys run by their own command in tests/journeys.
 */
export default defineConfig({
  test: {
    // All processors: a test of the server waits for the database for about as long as it works.
    maxWorkers: availableParallelism(),
    // Files share what they import: to load the server anew for each took a third of the time. So no test may leave
    // anything behind in a module; the application itself keeps no state there.
    isolate: false,
    projects: [
      {
        test: {
          name: 'rules',
          include: [
            'src/*/rules/**/*.test.ts',
            'src/*/web/**/*.test.ts',
            'src/*/texts/**/*.test.ts',
            'tests/house-rules/**/*.test.ts',
            'tests/letters/**/*.test.ts',
          ],
          // A whole letter is read in a second, and in many when the machine is shared.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'server',
          include: ['src/*/server/**/*.test.ts', 'src/app/**/*.test.ts', 'src/cli/**/*.test.ts'],
          globalSetup: ['src/platform/server/testing/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
