import { sql } from 'kysely'
import { escalateStep } from '../approval/escalate.ts'
import type { Task } from '../area.ts'
import { removeExpired } from '../retention/remove.ts'
import { clearBytes, scanAttachment } from '../sides/attachment.tasks.ts'
import { takeUpWork } from '../work/take-up.ts'
import { seal } from '../write/seal.ts'

/** The engine's own recurring work. */
export const platformTasks: Readonly<Record<string, Task>> = {
  seal: async (engine) => {
    await seal(engine)
  },
  'scan-attachment': scanAttachment,
  'approval-escalate': escalateStep,
  'take-up-work': takeUpWork,
  'keep-house': async (engine) => {
    await sql`select ensure_month_partitions('journal', 2)`.execute(engine.db)
    await removeExpired(engine)
    await clearBytes(engine)
  },
}

export const platformCrontab = ['* * * * * seal', '* * * * * take-up-work', '17 3 * * * keep-house']
