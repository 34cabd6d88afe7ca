import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const isProject = (folder: string): boolean => {
  const file = join(folder, 'package.json')
  return existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'fotfeste'
}

/**
 * The folder of the checkout, found upwards from this file. It is the same from the sources and from the bundle in
 * dist/server, so migrations, fonts and the web build are found wherever the command is run from.
 */
export const projectRoot = (() => {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!isProject(folder)) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('Fotfeste runs from its own folder: no package.json named "fotfeste" found')
    folder = parent
  }
  return folder
})()
