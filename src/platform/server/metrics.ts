import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Instant } from '../rules/shapes.ts'
import type { Databases } from './transaction.ts'

const local = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** How long the figures wait for the database; those of the process must come without it. */
const patience = 2_000

interface BackupState {
  readonly whole_at: Instant | null
  readonly failures: number
}

/** What is known of the nightly backups, anew at each look; without the database, what was known before. */
const addBackups = (registry: Registry, databases: Databases): void => {
  const add = (name: string, help: string, read: (state: BackupState) => number) => {
    const gauge = new Gauge({
      name,
      help,
      registers: [registry],
      collect: async () => {
        const asked = databases.app<BackupState[]>`select * from platform.backup_state()`
        const [state] = await Promise.race([asked, sleep(patience, [], { ref: false })]).catch(() => [])
        if (state !== undefined) gauge.set(read(state))
      },
    })
  }
  add(
    'fotfeste_backup_last_whole_timestamp_seconds',
    'When the last whole nightly backup was made; 0 when there is none',
    ({ whole_at }) => (whole_at === null ? 0 : Date.parse(whole_at) / 1000),
  )
  add(
    'fotfeste_backup_failures',
    'Tries to make a nightly backup that have failed since the last whole one',
    ({ failures }) => failures,
  )
}

/**
 * `/metrics` in Prometheus' format: duration by route and status, the process, and the nightly backup. Answered to this machine only; a
 * collector elsewhere goes through the proxy that stands in front and that decides who may.
 */
export const addMetrics = (app: FastifyInstance, databases: Databases): void => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  addBackups(registry, databases)
  const duration = new Histogram({
    name: 'fotfeste_http_request_seconds',
    help: 'Duration of requests by method, route pattern and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    // The pattern, never the address: an address may hold the id of a person.
    const route = request.routeOptions.url ?? 'unknown'
    duration.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
    request.log.info(
      { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    )
  })
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!local.has(request.socket.remoteAddress ?? '') || request.headers['x-forwarded-for'] !== undefined) {
      return reply.status(404).send()
    }
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
