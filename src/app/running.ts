import type { Config } from '../platform/server/config.ts'
import type { DatabaseStep } from '../platform/server/database/open.ts'

/** How a process of the application is to run. */
export interface RunOptions {
  readonly config: Config
  readonly version: string
  /** Called when the embedded database is made, started, or found running. */
  readonly onDatabase?: (step: DatabaseStep) => void
}

/** A running process of the application. */
export interface Running {
  /** Answers and finishes what is under way, and lets go of the database. */
  stop(): Promise<void>
}

/** Undo functions of what was started, run in reverse order. */
export class Started {
  readonly #undo: (() => Promise<unknown>)[] = []

  push(undo: () => Promise<unknown>): void {
    this.#undo.push(undo)
  }

  async stop(): Promise<void> {
    for (const undo of this.#undo.splice(0).reverse()) await undo()
  }
}

/** The log of a process, without what may hold personal data. */
export const serverLogger = (config: Pick<Config, 'logLevel'>): object => ({
  level: config.logLevel,
  // PostgreSQL quotes the row that it refuses.
  redact: ['req.headers', ...['detail', 'where', 'internalQuery', 'parameters'].map((of) => `err.${of}`)],
})
