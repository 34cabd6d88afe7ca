import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { toParseOutput } from '../../governance/rules/letter/parse-output.ts'
import { readLetterFile } from '../../governance/server/index.ts'
import { type Command, CommandError, onlyWord, readArguments, UsageError } from '../arguments.ts'
import type { Terminal } from '../terminal.ts'

const heads = ['kind', 'agency', 'ministry', 'reference', 'date', 'year'] as const
const lists = [
  'goals',
  'steeringParameters',
  'reportingRequirements',
  'assignments',
  'reportingDeadlines',
  'meetings',
  'appropriations',
  'earmarks',
  'doubts',
] as const

type Output = ReturnType<typeof toParseOutput>

const show = (output: Output, terminal: Terminal): void => {
  for (const head of heads) terminal.print(`${terminal.text(`letter.${head}`).padEnd(22)}${output[head] ?? '–'}`)
  for (const list of lists) terminal.print(`${terminal.text(`letter.${list}`).padEnd(22)}${output[list].length}`)
  for (const doubt of output.doubts) {
    const place = doubt.line === null ? '' : ` (${terminal.text('letter.line', { line: doubt.line })})`
    terminal.print(`  ${doubt.kind}: ${doubt.text}${place}`)
  }
}

/** `fotfeste letter parse FILE [--json]`: what a letter says. Starts no database. */
export const letter: Command = async (words, terminal) => {
  const { positionals } = readArguments(words, {})
  const [action, ...files] = positionals
  if (action === undefined) throw new UsageError('error.missing', { name: 'parse' })
  if (action !== 'parse') throw new UsageError('error.positional', { name: action })
  const file = onlyWord(files, 'FIL')
  const bytes = await readFile(file).catch(() => {
    throw new CommandError('letter.noFile', { file })
  })
  const { reading } = await readLetterFile(bytes, basename(file))
  const output = toParseOutput(reading)
  terminal.answer(output)
  if (!terminal.json) show(output, terminal)
  return 0
}
