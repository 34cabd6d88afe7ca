import type { FastifyInstance } from 'fastify'
import type { Databases } from './transaction.ts'

/** `/health/live`: the process answers. `/health/ready`: the database answers too, else 503. */
export const addHealth = (app: FastifyInstance, databases: Databases): void => {
  app.get('/health/live', { schema: { hide: true } }, async () => ({ status: 'ok' }))
  app.get('/health/ready', { schema: { hide: true } }, async (request, reply) => {
    try {
      await databases.app`select 1`
      return { status: 'ok' }
    } catch (error) {
      request.log.error({ err: error }, 'not ready')
      return reply.status(503).send({ status: 'database' })
    }
  })
}
