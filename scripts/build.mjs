#!/usr/bin/env node
/** npm run build: web, server with command line, and the software bill of materials, all in dist/. */
import { checkNodeVersion } from './lib/node-version.mjs'

checkNodeVersion()
const { buildServer, buildWeb } = await import('./lib/build.mjs')
const { writeBillOfMaterials } = await import('./lib/bill-of-materials.mjs')
const onStep = (step) => console.error(`Building: ${step}`)
await buildServer(onStep)
await buildWeb(onStep)
await writeBillOfMaterials(onStep)
