import { type Config, readConfig } from '../platform/server/config.ts'
import { type DatabaseStep, type OpenedDatabase, openDatabase } from '../platform/server/database/open.ts'
import type { Terminal } from './terminal.ts'

/** Opens the database of the settings, says what is going on, and lets go of it afterwards, however it went. */
export const withDatabase = async <T>(
  terminal: Terminal,
  work: (database: OpenedDatabase, config: Config) => Promise<T>,
): Promise<T> => {
  const config = readConfig(process.env)
  const database = await openWithSteps(terminal, config)
  try {
    return await work(database, config)
  } finally {
    await database.release()
  }
}

/** Says what is being done to have a database. */
export const reportDatabase =
  (terminal: Terminal, config: Pick<Config, 'dataFolder'>) =>
  (step: DatabaseStep): void => {
    if (step === 'adopt') terminal.step(terminal.text('step.adopted', { folder: config.dataFolder }))
    else {
      const word = terminal.text(step === 'make' ? 'step.make' : 'step.start')
      terminal.step(terminal.text('step.database', { step: word }))
    }
  }

/** Opens the database and reports the steps of it. */
export const openWithSteps = (terminal: Terminal, config: Config): Promise<OpenedDatabase> =>
  openDatabase(config, reportDatabase(terminal, config))
