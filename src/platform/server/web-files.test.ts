import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { afterAll, describe, expect, it } from 'vitest'
import { addWeb } from './web-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'fotfeste-web-'))
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Fotfeste</title>')
afterAll(() => rmSync(folder, { recursive: true }))

const ask = async (baseUrl: string, host: string, url: string, accept = 'text/html,*/*') => {
  const app = Fastify()
  await addWeb(app, folder, baseUrl)
  const { statusCode, headers } = await app.inject({ url, headers: { host, accept } })
  await app.close()
  return [statusCode, headers.location]
}

describe('a page asked for by another name of the machine', () => {
  it.each([
    ['127.0.0.1:3030', '/login?returnTo=/letters', 'http://localhost:3030/login?returnTo=/letters'],
    ['[::1]:3030', '/', 'http://localhost:3030/'],
    ['127.0.0.1:3030', '//elsewhere.example/', 'http://localhost:3030/elsewhere.example/'],
  ])('%s%s goes to the base address', async (host, path, expected) =>
    expect(await ask('http://localhost:3030', host, path)).toEqual([307, expected]),
  )

  it.each([
    ['http://localhost:3030', 'localhost:3030', '/'],
    ['http://localhost:3030', 'fotfeste.example', '/'],
    ['https://fotfeste.example', '127.0.0.1:3030', '/'],
  ])('%s leaves %s%s alone', async (baseUrl, host, path) =>
    expect(await ask(baseUrl, host, path)).toEqual([200, undefined]),
  )

  it('does not redirect what a script asks for', async () =>
    expect(await ask('http://localhost:3030', '127.0.0.1:3030', '/', '*/*')).toEqual([200, undefined]))
})
