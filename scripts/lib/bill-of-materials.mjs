import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Writes dist/sbom.json (CycloneDX) from the lock file: what is shipped, without what only development needs.
 * @param {(step: string) => void} onStep
 */
export const writeBillOfMaterials = (onStep = () => {}) => {
  const target = join(root, 'dist', 'sbom.json')
  const lock = join(root, 'package-lock.json')
  if (existsSync(target) && statSync(target).mtimeMs > statSync(lock).mtimeMs) return
  const cli = join(root, 'node_modules/@cyclonedx/cyclonedx-npm/bin/cyclonedx-npm-cli.js')
  // Made by a tool of development: an installation without those runs well without the list.
  if (!existsSync(cli)) return
  onStep('software bill of materials')
  mkdirSync(join(root, 'dist'), { recursive: true })
  const { status, stderr } = spawnSync(
    process.execPath,
    [cli, '--package-lock-only', '--omit', 'dev', '--output-reproducible', '--output-file', target],
    { cwd: root, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`The bill of materials could not be made: ${stderr}`)
  const { components } = JSON.parse(readFileSync(target, 'utf8'))
  if (!(components?.length > 0)) throw new Error('The bill of materials is empty')
}
