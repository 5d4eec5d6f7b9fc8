import { sql } from 'kysely'
import { escalateStep } from '../approval/escalate.ts'
import type { Task } from '../area.ts'
import { clearBytes, scanAttachment } from '../sides/attachment.tasks.ts'
import { takeUpWork } from '../work/take-up.ts'
import { seal } from '../write/seal.ts'

const days = (now: string, n: number): string => new Date(Date.parse(now) - n * 86_400_000).toISOString()

/** The engine's own recurring work. */
export const platformTasks: Readonly<Record<string, Task>> = {
  seal: async (engine) => {
    await seal(engine)
  },
  'scan-attachment': scanAttachment,
  'approval-escalate': escalateStep,
  'take-up-work': takeUpWork,
  'keep-house': async (engine) => {
    const { db, clock } = engine
    const now = clock.now()
    await sql`select ensure_month_partitions('journal', 2)`.execute(db)
    await db.deleteFrom('session').where('expiresAt', '<', now).execute()
    await db.deleteFrom('signInStep').where('expiresAt', '<', now).execute()
    await db.deleteFrom('signInFailure').where('at', '<', days(now, 30)).execute()
    await db.deleteFrom('idempotency').where('at', '<', days(now, 7)).execute()
    await db.deleteFrom('work').where('endedAt', '<', days(now, 90)).execute()
    await clearBytes(engine)
  },
}

export const platformCrontab = ['* * * * * seal', '* * * * * take-up-work', '17 3 * * * keep-house']
