import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { Terminal, Values } from './terminal.ts'
import type { TextKey } from './texts/nb.ts'

/** The command was given wrong; ends with exit code 2 and the command's usage. */
export class UsageError extends Error {
  readonly key: TextKey
  readonly values: Values
  constructor(key: TextKey, values: Values = {}) {
    super(key)
    this.key = key
    this.values = values
  }
}

/** A command could not do what it was asked to; ends with exit code 1 and the text. */
export class CommandError extends Error {
  readonly key: TextKey
  readonly values: Values
  constructor(key: TextKey, values: Values = {}) {
    super(key)
    this.key = key
    this.values = values
  }
}

/** One command: reads its own arguments, returns the exit code. */
export type Command = (words: string[], terminal: Terminal) => Promise<number>

const quoted = (message: string): string => /'([^']+)'/.exec(message)?.[1]?.split(' ')[0] ?? ''

type Options = NonNullable<ParseArgsConfig['options']>

/** Reads a command's options and words. Throws {@link UsageError} on one that it does not know. */
export const readArguments = <T extends Options>(words: string[], options: T) => {
  try {
    return parseArgs({ args: words, options, allowPositionals: true, strict: true })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const name = quoted(message)
    throw new UsageError(code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? 'error.option' : 'error.value', { name })
  }
}

/** The one word that a command takes. Throws {@link UsageError} when there is none or there are more. */
export const onlyWord = (words: readonly string[], name: string): string => {
  const [first, second] = words
  if (first === undefined) throw new UsageError('error.missing', { name })
  if (second !== undefined) throw new UsageError('error.positional', { name: second })
  return first
}
