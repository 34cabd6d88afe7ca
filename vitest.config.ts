import { defineConfig } from 'vitest/config'

/**
 * Two projects: `rules` needs nothing but Node; `server` runs against a real PostgreSQL.
 * Browser journeys run by their own command in tests/journeys.
 */
export default defineConfig({
  test: {
    projects: [{ test: { name: 'rules', include: ['src/*/rules/**/*.test.ts', 'tests/house-rules/**/*.test.ts'] } }],
  },
})
