import pg from 'pg'
import { connection } from './pool.ts'

export interface KeptConnection {
  /** The connection that stands; a new one where the last has broken. */
  get(): Promise<pg.Client>
  end(): Promise<void>
}

/**
 * A connection of one's own, as locks that outlive a transaction want it. Once broken it is made anew when it is next asked for; what it held
 * is free by then. For one that asks for it at a time.
 */
export function keptConnection(url: string, broke: (error: Error) => void): KeptConnection {
  let kept: pg.Client | null = null
  return {
    async get() {
      if (kept) return kept
      const made = new pg.Client(connection(url))
      const drop = () => {
        if (kept === made) kept = null
      }
      made.on('error', (error) => {
        broke(error)
        drop()
      })
      made.on('end', drop)
      await made.connect()
      kept = made
      return made
    },
    async end() {
      const last = kept
      kept = null
      await last?.end()
    },
  }
}
