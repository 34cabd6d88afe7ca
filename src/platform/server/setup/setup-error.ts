import { texts as en } from '../../texts/setup.en.ts'
import type { SetupCode } from '../../texts/setup.nb.ts'

/** The values of a text's `{name}`s. */
export type SetupValues = Readonly<Record<string, string | number>>

/** Puts the values into a text. */
export const fillSetupText = (text: string, values: SetupValues): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))

/**
 * Fotfeste cannot run as it is set up: a setting, the database, a migration or a backup stands in the way. It is told by
 * a code with values, so that whoever sits at the keyboard reads it in the own language; `message` is English, for logs.
 */
export class SetupError extends Error {
  readonly code: SetupCode
  readonly values: SetupValues
  constructor(code: SetupCode, values: SetupValues = {}) {
    super(fillSetupText(en[code], values))
    this.code = code
    this.values = values
  }
}
