import { SetupError } from '../setup/setup-error.ts'

/** The embedded PostgreSQL cannot be used; the message says why and what to do. */
export class EmbeddedError extends SetupError {
  override readonly name = 'EmbeddedError'
}
