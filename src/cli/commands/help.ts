import { type Command, onlyWord, readArguments } from '../arguments.ts'
import type { TextKey } from '../texts/nb.ts'

const names = [
  'help',
  'serve',
  'migrate',
  'demo',
  'user',
  'jobs',
  'letter',
  'backup',
  'restore',
  'secret',
  'doctor',
] as const

/** `fotfeste help`: the commands and what they are for. */
export const help: Command = async (words, terminal) => {
  const { positionals } = readArguments(words, {})
  if (positionals.length > 0) onlyWord([], positionals[0] ?? '')
  const text = (key: TextKey) => terminal.text(key)
  terminal.answer({ commands: names.map((name) => ({ name, summary: text(`help.${name}`) })) })
  terminal.print(text('usage'))
  terminal.print('')
  terminal.print(text('commands'))
  for (const name of names) terminal.print(`  ${name.padEnd(10)}${text(`help.${name}`)}`)
  terminal.print('')
  terminal.print(text('options'))
  terminal.print(`  --lang nb|nn|en  ${text('option.lang')}`)
  terminal.print(`  --json           ${text('option.json')}`)
  terminal.print(`  --help           ${text('option.help')}`)
  terminal.print('')
  terminal.print(text('settings'))
  return 0
}
