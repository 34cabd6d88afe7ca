/**
 * The connection went away, or none could be made: the server was stopped, restarted or is out of reach. Nothing is known
 * about a COMMIT that was under way; everything else of its transaction has been rolled back.
 */
export class ConnectionLostError extends Error {
  override readonly name = 'ConnectionLostError'
  /** The network's code (ECONNREFUSED, …), CONNECT_TIMEOUT, or CONNECTION_LOST. */
  readonly code: string

  constructor(cause: Error & { readonly code?: string | undefined }) {
    super(cause.message, { cause })
    const timedOut = /timeout (exceeded when trying to connect|expired)|due to connection timeout/.test(cause.message)
    this.code = timedOut ? 'CONNECT_TIMEOUT' : (cause.code ?? 'CONNECTION_LOST')
  }
}

/**
 * PostgreSQL's words for a connection that it ends or does not take: class 08, shutdown, crash, start, too many, and idle
 * for too long.
 */
const ending = /^(08...|57P0[1235]|53300|25P0[34])$/

/** Two transactions stood in each other's way, and this one was rolled back: tried again, it may go well. */
export const isConflict = (error: unknown): boolean =>
  /^(40001|40P01)$/.test(String((error as { code?: unknown } | null)?.code ?? ''))

/** Whether an error says that the database cannot be asked just now, and another try may go well. */
export const isLost = (error: unknown): boolean =>
  error instanceof ConnectionLostError || ending.test(String((error as { code?: unknown } | null)?.code ?? ''))
