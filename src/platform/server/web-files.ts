import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { problem } from '../rules/problem.ts'
import { sendProblem } from './problems.ts'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Sends a page asked for by another name of this machine to the base address: cookies and the login's way back belong
 * to that name alone. Other names are left to the proxy in front.
 */
const keepToOneName = (app: FastifyInstance, baseUrl: string): void => {
  const base = new URL(baseUrl)
  if (!loopback.has(base.hostname)) return
  app.addHook('onRequest', async (request, reply) => {
    const asked = `http://${request.headers.host ?? base.host}`
    if (request.method !== 'GET' || !URL.canParse(asked) || !request.headers.accept?.includes('text/html')) return
    const { hostname } = new URL(asked)
    // The path begins with one slash, so that it cannot name another host.
    const path = request.url.replace(/^[/\\]+/, '/')
    if (hostname !== base.hostname && loopback.has(hostname)) return reply.redirect(`${base.origin}${path}`, 307)
  })
}

/**
 * Serves the built web from `folder`: hashed files for ever, the page itself never from a cache. Any path that is not
 * the API's is a page of the application and gets index.html. The bill of materials lies beside the folder when the
 * build has made it.
 */
export const addWeb = async (app: FastifyInstance, folder: string, baseUrl: string): Promise<void> => {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`The web is not built: ${folder} has no index.html`)
  keepToOneName(app, baseUrl)
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      const forEver = path.includes(`${join(folder, 'assets')}`)
      reply.header('cache-control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  const parts = join(folder, '..')
  if (existsSync(join(parts, 'sbom.json'))) {
    app.get('/sbom.json', { schema: { hide: true } }, (_request, reply) => reply.sendFile('sbom.json', parts))
  }
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !request.url.startsWith('/api/') && !/\.\w+$/.test(request.url)
    if (isPage) return reply.header('cache-control', 'no-cache').sendFile('index.html')
    return sendProblem(reply, 404, problem('not-found', { kind: 'page' }))
  })
}
