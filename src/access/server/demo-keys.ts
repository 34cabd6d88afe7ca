import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, type JWK } from 'jose'

/** What the demo's providers keep between starts. */
export interface DemoKeys {
  /** Private signing key. */
  readonly signing: JWK
  /** Signs the provider's own cookies. */
  readonly cookie: string
  readonly clientSecret: string
}

const makeKeys = async (): Promise<DemoKeys> => {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const id = randomBytes(8).toString('hex')
  return {
    signing: { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: id },
    cookie: randomBytes(32).toString('base64url'),
    clientSecret: randomBytes(32).toString('base64url'),
  }
}

/**
 * The keys of the demo's own providers, kept in the data folder (0600) and made on the first start. They are real, so
 * that tokens are proven in the demo as they are in earnest.
 */
export const demoKeys = async (dataFolder: string): Promise<DemoKeys> => {
  const file = join(dataFolder, 'demo-provider.json')
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true, mode: 0o711 })
    // Written aside and linked into place: two first starts at once end up with the same keys.
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, JSON.stringify(await makeKeys()), { mode: 0o600 })
    try {
      linkSync(draft, file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    rmSync(draft, { force: true })
  }
  return JSON.parse(readFileSync(file, 'utf8')) as DemoKeys
}
