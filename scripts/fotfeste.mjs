/** Builds what the command needs, with progress on stderr, and runs it. */
import { pathToFileURL } from 'node:url'
import { isInstalled } from './lib/install.mjs'
import { checkNodeVersion } from './lib/node-version.mjs'

checkNodeVersion()
if (!isInstalled()) {
  console.error('The packages are missing or older than package-lock.json: run "npm ci" first.')
  process.exit(1)
}
const { buildServer, buildWeb } = await import('./lib/build.mjs')
const { writeBillOfMaterials } = await import('./lib/bill-of-materials.mjs')
const onStep = (part) => console.error(`Building ${part} (only when the sources have changed) …`)
const build = async () => {
  try {
    const entry = await buildServer(onStep)
    if (process.argv.slice(2).find((word) => !word.startsWith('-')) === 'serve') {
      await buildWeb(onStep)
      await writeBillOfMaterials(onStep)
    }
    return entry
  } catch (error) {
    console.error(`The build failed: ${error.message}`)
    process.exit(1)
  }
}
const entry = await build()
process.setSourceMapsEnabled(true)
const { main } = await import(pathToFileURL(entry).href)
await main(process.argv.slice(2))
