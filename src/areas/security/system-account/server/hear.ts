import type { Task } from '../../../../platform/area.ts'
import type { Follow } from '../../../../platform/follow.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import { Refusal } from '../../../../record/problem.ts'
import { systemAccount } from '../system-account.record.ts'
import '../../server/tables.ts'

const task = 'stand-accounts'
const pageSize = 500

/** What was granted, who is here, and what a right means: whichever changes, the accounts concerned are seen anew. */
export const hearStanding: Follow = async (tx, { record, before, after, changes }) => {
  if (record.name === 'person' && before && 'state' in changes) return standAgain(tx, { person: after.id })
  if (record.name === 'access-grant' && 'state' in changes)
    return standAgain(tx, { person: after['person'] as string, system: after['system'] as string })
  if (record.name === 'access-right' && ('code' in changes || 'privileged' in changes))
    // Of as many accounts as a system has: not in the transaction of whoever changes a right.
    await tx.job(task, { system: after['system'] }, { key: `${task}:${after['system']}` })
}

async function standAgain(tx: Tx, { person, system }: { person: string; system?: string | undefined }): Promise<void> {
  const rows = await tx.db
    .selectFrom('systemAccount')
    .select('id')
    .where('person', '=', person)
    .where('state', '=', 'present')
    .$if(system !== undefined, (query) => query.where('system', '=', system as string))
    .orderBy('id')
    .execute()
  await seeAnew(tx, rows)
}

/** What they are follows from the rest: writing nothing is enough, and where nothing differs nothing is written. */
async function seeAnew(tx: Tx, rows: readonly { readonly id: string }[]): Promise<void> {
  if (rows.length === 0) return
  const done = await tx.as('accounts').putMany(
    systemAccount,
    rows.map(({ id }) => ({ id, values: {} })),
  )
  for (const one of done) if (one instanceof Refusal) throw one
}

/** The accounts of a system, page by page. */
export const standAccounts: Task = async (engine, { system }: { system: string }) => {
  let after = ''
  for (;;) {
    const rows = await engine.inTx(asSystem('accounts'), async (tx) => {
      const page = await tx.db
        .selectFrom('systemAccount')
        .select('id')
        .where('system', '=', system)
        .where('state', '=', 'present')
        .$if(after !== '', (query) => query.where('id', '>', after))
        .orderBy('id')
        .limit(pageSize)
        .execute()
      await seeAnew(tx, page)
      return page
    })
    after = rows.at(-1)?.id ?? ''
    if (rows.length < pageSize) return
  }
}
