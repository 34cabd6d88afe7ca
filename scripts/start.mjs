#!/usr/bin/env node
/** npm start: installs and builds what is missing, then serves the demo. Arguments go on to `fotfeste serve`. */
import { checkNodeVersion } from './lib/node-version.mjs'

checkNodeVersion()
const { ensureInstalled } = await import('./lib/install.mjs')
ensureInstalled()
process.argv.splice(2, 0, 'serve', '--demo')
await import('./fotfeste.mjs')
