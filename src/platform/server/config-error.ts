import { SetupError } from './setup/setup-error.ts'

/** A setting that cannot be used; the message names the variable and says what it should hold. */
export class ConfigError extends SetupError {
  override readonly name = 'ConfigError'
}
