import { fillWords, isPlatformProblem, ProblemError, type ProblemWords } from '../platform/rules/problem.ts'
import { fillSetupText, SetupError } from '../platform/server/setup/setup-error.ts'
import { problems as problemsEn } from '../platform/texts/problems.en.ts'
import { problems as problemsNb } from '../platform/texts/problems.nb.ts'
import { problems as problemsNn } from '../platform/texts/problems.nn.ts'
import { texts as setupEn } from '../platform/texts/setup.en.ts'
import { type SetupCode, texts as setupNb } from '../platform/texts/setup.nb.ts'
import { texts as setupNn } from '../platform/texts/setup.nn.ts'
import { CommandError, UsageError } from './arguments.ts'
import type { Language, Terminal } from './terminal.ts'
import type { TextKey } from './texts/nb.ts'

const problems = { nb: problemsNb, nn: problemsNn, en: problemsEn }
const setupTexts: Readonly<Record<'nb' | 'nn' | 'en', Readonly<Record<SetupCode, string>>>> = {
  nb: setupNb,
  nn: setupNn,
  en: setupEn,
}

/** What the operating system refuses, by its code. */
const systemTexts: Readonly<Record<string, TextKey>> = {
  ENOENT: 'error.noSuchFile',
  ENOTDIR: 'error.noSuchFile',
  EISDIR: 'error.isFolder',
  EACCES: 'error.notAllowed',
  EPERM: 'error.notAllowed',
  EROFS: 'error.notAllowed',
  EEXIST: 'error.exists',
  ENOSPC: 'error.diskFull',
}

/** What befalls a database that answered a moment ago, by the code of the driver, the network or PostgreSQL. */
const databaseTexts: Readonly<Record<string, SetupCode>> = {
  CONNECTION_CLOSED: 'database.lost',
  CONNECTION_ENDED: 'database.lost',
  CONNECTION_DESTROYED: 'database.lost',
  CONNECT_TIMEOUT: 'database.lost',
  ECONNREFUSED: 'database.lost',
  ECONNRESET: 'database.lost',
  EPIPE: 'database.lost',
  '57P01': 'database.lost',
  '57P02': 'database.lost',
  '57P03': 'database.lost',
  '53100': 'database.full',
}

/** A problem's words; the modules are loaded only for what the platform has no words for. */
const wordsOf = async (code: string, language: Language): Promise<ProblemWords | undefined> => {
  if (isPlatformProblem(code)) return problems[language][code]
  const { modules } = await import('../app/modules.ts')
  return modules.map((module) => module.problems?.[code]).find((declared) => declared !== undefined)?.words[language]
}

/** What to say of a failure that can be expected, in the language of the terminal; null for a fault in the program. */
export const expected = async (error: unknown, terminal: Terminal): Promise<string | null> => {
  const setup = (code: SetupCode, values: Readonly<Record<string, string | number>>) =>
    fillSetupText(setupTexts[terminal.language][code], values)
  if (error instanceof UsageError || error instanceof CommandError) return terminal.text(error.key, error.values)
  if (error instanceof SetupError) return setup(error.code, error.values)
  if (error instanceof ProblemError) {
    const { code, params } = error.problem
    const words = await wordsOf(code, terminal.language)
    if (words === undefined) return null
    const { title, advice } = fillWords(words, params)
    return `${title}. ${advice}`
  }
  const { code = '', path = '' } = (error ?? {}) as { code?: string; path?: string }
  const lost = databaseTexts[code]
  if (lost !== undefined) return setup(lost, { reason: code })
  const refused = systemTexts[code]
  return refused === undefined ? null : terminal.text(refused, { file: path })
}

/** Says what went wrong, and gives the exit code: 2 when the command was asked for wrongly, else 1. */
export const explain = async (error: unknown, terminal: Terminal): Promise<number> => {
  const said = await expected(error, terminal)
  if (said !== null) {
    terminal.complain(said)
    if (error instanceof ProblemError) {
      const { code, params } = error.problem
      terminal.answer({ problem: { code, params } })
    }
    return error instanceof UsageError ? 2 : 1
  }
  terminal.complain(
    terminal.text('error.unexpected', { message: error instanceof Error ? error.message : String(error) }),
  )
  if (error instanceof Error && error.stack) terminal.complain(error.stack)
  return 1
}
