import { sql } from 'kysely'
import type { Task } from '../area.ts'
import { seal } from '../write/seal.ts'

const days = (now: string, n: number): string => new Date(Date.parse(now) - n * 86_400_000).toISOString()

/** The engine's own recurring work. */
export const platformTasks: Readonly<Record<string, Task>> = {
  seal: async (engine) => {
    await seal(engine)
  },
  'keep-house': async ({ db, clock }) => {
    const now = clock.now()
    await sql`select ensure_month_partitions('journal', 2)`.execute(db)
    await db.deleteFrom('session').where('expiresAt', '<', now).execute()
    await db.deleteFrom('signInFailure').where('at', '<', days(now, 30)).execute()
    await db.deleteFrom('idempotency').where('at', '<', days(now, 7)).execute()
  },
}

export const platformCrontab = ['* * * * * seal', '17 3 * * * keep-house']
