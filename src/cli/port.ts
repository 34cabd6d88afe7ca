import { createServer } from 'node:net'

/** Whether a port can be listened on, asked before the database is started for nothing. */
export type PortState = 'free' | 'taken' | 'denied' | 'unknown-host'

/** Tries to listen on the port, and lets it go again. Port 0 (any) is always free. */
export const portState = (port: number, host: string): Promise<PortState> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve('taken')
      else if (error.code === 'EACCES') resolve('denied')
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') resolve('unknown-host')
      else reject(error)
    })
    server.listen(port, host, () => server.close(() => resolve('free')))
  })
