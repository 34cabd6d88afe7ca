import { type Command, UsageError } from './arguments.ts'
import { explain } from './explain.ts'
import { wantedLanguage } from './language.ts'
import { type Language, languages, Terminal } from './terminal.ts'
import type { TextKey } from './texts/nb.ts'

/** The commands. Each is loaded when it is asked for, so that help and letter load neither server nor database. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  help: async () => (await import('./commands/help.ts')).help,
  serve: async () => (await import('./commands/serve.ts')).serve,
  work: async () => (await import('./commands/work.ts')).work,
  jobs: async () => (await import('./commands/jobs.ts')).jobs,
  migrate: async () => (await import('./commands/migrate.ts')).migrateCommand,
  demo: async () => (await import('./commands/demo.ts')).demo,
  user: async () => (await import('./commands/user.ts')).user,
  letter: async () => (await import('./commands/letter.ts')).letter,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  secret: async () => (await import('./commands/secret.ts')).secret,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
}

/** Takes --lang and --json, which may stand anywhere, out of the words. */
const common = (words: readonly string[]): { rest: string[]; terminal: Terminal } => {
  const rest: string[] = []
  let language: Language = wantedLanguage(process.env)
  let json = false
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (word === '--json') json = true
    else if (word === '--lang' || word.startsWith('--lang=')) {
      const wanted = word === '--lang' ? words[++at] : word.slice('--lang='.length)
      const found = languages.find((one) => one === wanted)
      if (!found) throw new UsageError('error.lang')
      language = found
    } else rest.push(word)
  }
  return { rest, terminal: new Terminal(language, json) }
}

/**
 * Runs one command. Exit codes: 0 done, 1 could not, 2 asked for wrongly.
 *
 * @param words what was written after `./fotfeste`
 */
export const main = async (words: readonly string[]): Promise<void> => {
  let terminal = new Terminal(wantedLanguage(process.env), false)
  try {
    const { rest, terminal: chosen } = common(words)
    terminal = chosen
    const [name = 'help', ...others] = rest.map((word, at) => (at === 0 && /^(-h|--help)$/.test(word) ? 'help' : word))
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!load) throw new UsageError('error.command', { name })
    if (others.includes('--help') || others.includes('-h')) {
      const usage = `${name}.usage` as TextKey
      const known = [
        'letter.usage',
        'backup.usage',
        'restore.usage',
        'user.usage',
        'jobs.usage',
        'secret.usage',
      ].includes(usage)
      terminal.print(known ? terminal.text(usage) : `./fotfeste ${name}`)
      terminal.print(terminal.text(`help.${name}` as TextKey))
      process.exitCode = 0
      return
    }
    process.exitCode = await (await load())(others, terminal)
  } catch (error) {
    process.exitCode = await explain(error, terminal)
  }
}
