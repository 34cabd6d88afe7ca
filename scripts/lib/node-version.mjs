import { readFileSync } from 'node:fs'

const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

/** Ends with a message that says what to do when Node is older than package.json's engines demand. */
export const checkNodeVersion = () => {
  const wanted = /(\d+)\.(\d+)/.exec(engines.node)
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > Number(wanted[1]) || (major === Number(wanted[1]) && minor >= Number(wanted[2]))) return
  console.error(
    `Fotfeste needs Node.js ${wanted[1]}.${wanted[2]} or later, and this is ${process.versions.node}. ` +
      'Install a newer one from https://nodejs.org and try again.',
  )
  process.exit(1)
}
