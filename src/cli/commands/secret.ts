import { readConfig } from '../../platform/server/config.ts'
import { rotateKeptSecret } from '../../platform/server/secrets.ts'
import { type Command, CommandError, readArguments, UsageError } from '../arguments.ts'

/** `fotfeste secret rotate`: a new secret in the data folder; the earlier ones stay beside it. */
export const secret: Command = async (words, terminal) => {
  const [verb, more] = readArguments(words, {}).positionals
  if (verb === undefined) throw new UsageError('error.missing', { name: 'rotate' })
  if (verb !== 'rotate') throw new UsageError('error.positional', { name: verb })
  if (more !== undefined) throw new UsageError('error.positional', { name: more })
  const { dataFolder } = readConfig(process.env)
  if (process.env.FOTFESTE_SECRET?.trim()) throw new CommandError('secret.named')
  const { file, earlier } = rotateKeptSecret(dataFolder)
  terminal.answer({ file, earlier })
  terminal.print(terminal.text('secret.rotated', { file, earlier }))
  terminal.print(terminal.text('secret.next'))
  return 0
}
