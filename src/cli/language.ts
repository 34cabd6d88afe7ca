import { type Language, languages } from './terminal.ts'

/** A locale such as `nn_NO.UTF-8` as one of our languages; null for `C`, `POSIX` and languages that we have not. */
const languageOf = (locale: string): Language | null => {
  const name = locale.toLowerCase().split(/[_.@-]/)[0]
  return name === 'no' ? 'nb' : (languages.find((one) => one === name) ?? null)
}

/**
 * The language of whoever sits at the keyboard: FOTFESTE_LOCALE, else what the system says (LC_ALL before LC_MESSAGES
 * before LANG, as POSIX has it), else bokmål. `--lang` goes before all of them.
 */
export const wantedLanguage = (env: Readonly<Record<string, string | undefined>>): Language => {
  const own = languageOf(env.FOTFESTE_LOCALE?.trim() ?? '')
  return own ?? languageOf(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ?? 'nb'
}
