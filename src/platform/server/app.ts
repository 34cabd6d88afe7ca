import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { joinProblems, ProblemError, problem } from '../rules/problem.ts'
import { addHealth } from './health.ts'
import { addMetrics } from './metrics.ts'
import type { AppContext, Module } from './module.ts'
import { type Description, withProblems } from './openapi.ts'
import { errorHandler, sendProblem } from './problems.ts'
import { addExportRoute } from './register/ask-export.ts'
import type { Access } from './route.ts'
import { platformRoutes } from './routes.ts'
import { addWeb } from './web-files.ts'

/** Largest upload in bytes: a letter with its annexes is a few megabytes. */
export const uploadLimit = 50 * 1024 * 1024

/** The Content-Security-Policy: nothing but our own files; style attributes only through the DOM. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    objectSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
  },
}

/** Where an address that cannot be read is led, so that its answer goes the same way as every other. */
const unreadable = '/api/unreadable-address'

const readable = (address: string): string => {
  try {
    decodeURI(address.split('?', 1)[0] ?? '')
    return address
  } catch {
    return unreadable
  }
}

/** A route of the API without declared access is a hole: the server refuses to start. */
const refuseOpenRoutes = (app: FastifyInstance, declared: DeclaredRoute[], module: () => string): void => {
  app.addHook('onRoute', (added) => {
    if (added.method === 'HEAD' || added.method === 'OPTIONS') return
    const access = added.config?.access
    if (access === undefined && (!added.url.startsWith('/api/') || added.url.startsWith('/api/docs'))) return
    if (access === undefined) throw new Error(`${String(added.method)} ${added.url} does not name its access`)
    const { method, url, config: { problems = [] } = {} } = added
    declared.push({ method: String(method), url, access, problems, module: module() })
  })
}

/** A route with its module, who may use it, and what can go wrong. */
export interface DeclaredRoute {
  readonly method: string
  readonly url: string
  readonly access: Access
  /** Codes of problems. */
  readonly problems: readonly string[]
  readonly module: string
}

/** The HTTP application and its list of routes. */
export interface Server {
  readonly app: FastifyInstance
  readonly routes: readonly DeclaredRoute[]
}

/** Puts the application together; the pipeline reads from top to bottom. Does not listen. */
export const buildApp = async (
  context: AppContext,
  modules: readonly Module[],
  options: { readonly logger?: boolean | object; readonly version: string; readonly webFolder: string | null },
): Promise<Server> => {
  const app = Fastify({
    logger: options.logger ?? false,
    trustProxy: (_address: string, hop: number) => hop < context.config.trustProxy,
    genReqId: () => randomUUID(),
    rewriteUrl: (request) => readable(request.url ?? '/'),
    // What is too long is for the contracts to say; a request's head has its own limit.
    routerOptions: { maxParamLength: 16_384 },
    bodyLimit: 2 * 1024 * 1024,
    logController: new LogController({ disableRequestLogging: true }),
  })
    .withTypeProvider<TypeBoxTypeProvider>()
    .setValidatorCompiler(TypeBoxValidatorCompiler)
  const routes: DeclaredRoute[] = []
  const problems = joinProblems(modules)
  let adding = 'platform'
  app.setErrorHandler(errorHandler(problems))
  refuseOpenRoutes(app, routes, () => adding)

  await app.register(helmet, {
    contentSecurityPolicy,
    strictTransportSecurity: context.config.baseUrl.startsWith('https:'),
    referrerPolicy: { policy: 'same-origin' },
  })
  app.addHook('onRequest', async (request) => {
    if (request.url === unreadable) throw new ProblemError('invalid-input', { field: '', rule: 'address' })
  })
  await app.register(cookie)
  await app.register(rateLimit, { max: 12_000, timeWindow: 60_000, hook: 'onRequest' })
  await app.register(multipart, { limits: { fileSize: uploadLimit, files: 1, fields: 10 } })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Fotfeste',
        version: options.version,
        description: 'From the allocation letter to the annual report',
      },
    },
    transformObject: (described) => {
      const { openapiObject } = described as { openapiObject: Description }
      return withProblems(openapiObject, routes, problems) as object
    },
  })
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true })
  addMetrics(app, context.databases)
  addHealth(app, context.databases)

  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store').header('x-request-id', request.id)
  })

  platformRoutes(app, context, modules)
  for (const module of modules) {
    adding = module.name
    await module.routes?.(app, context)
    for (const list of module.exports ?? []) addExportRoute(app, context, list)
  }
  if (options.webFolder !== null) await addWeb(app, options.webFolder, context.config.baseUrl)
  else {
    app.setNotFoundHandler((_request, reply) => sendProblem(reply, 404, problem('not-found', { kind: 'page' })))
  }
  await app.ready()
  return { app, routes }
}
