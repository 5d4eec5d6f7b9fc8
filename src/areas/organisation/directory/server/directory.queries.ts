import { z } from 'zod'
import { command, query } from '../../../../platform/area.ts'
import { startWork } from '../../../../platform/work/work.ts'
import { role } from '../../../../record/rule.ts'
import '../../server/tables.ts'

const outcome = z.object({
  at: z.iso.datetime(),
  outcome: z.enum(['done', 'stopped', 'failed']),
  seen: z.int(),
  created: z.int(),
  changed: z.int(),
  gone: z.int(),
  clashes: z.array(z.object({ login: z.string(), why: z.enum(['employee-no-taken', 'left']) })),
})

/** Whether there is a directory, and what the last looks into it came to. */
export const directoryState = query({
  path: '/api/directory',
  allow: role('admin', 'auditor'),
  summary: 'The firm’s directory and its last synchronisations',
  input: z.strictObject({}),
  output: z.object({ url: z.string().nullable(), syncs: z.array(outcome) }),
  run: async ({ db, engine }) => {
    const syncs = await db
      .selectFrom('directorySync')
      .select(['at', 'outcome', 'seen', 'created', 'changed', 'gone', 'clashes'])
      .orderBy('id', 'desc')
      .limit(10)
      .execute()
    return { url: engine.signIn.ldap?.url ?? null, syncs: syncs as z.output<typeof outcome>[] }
  },
})

/** A synchronisation by hand. `confirmed` says how many may go where the last one stopped. */
export const syncNow = command({
  path: '/api/directory/sync',
  allow: role('admin'),
  summary: 'Synchronise with the firm’s directory now',
  input: z.strictObject({ confirmed: z.int().min(1).optional() }),
  output: z.object({ work: z.uuid() }),
  run: async (tx, { confirmed }) => ({ work: await startWork(tx, 'sync-directory', { confirmed }) }),
})
