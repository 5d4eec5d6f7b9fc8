import '../../server/tables.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/tx.ts'
import type { ApprovalStep, AskedWho } from '../../../../record/approval.ts'
import type { Words } from '../../../../record/words.ts'
import type { GrantRow } from './facts.ts'

const dayMinutes = 24 * 60

const step = (name: Words, who: AskedWho[], more: Partial<ApprovalStep> = {}): ApprovalStep => ({
  name: [...name],
  who,
  need: 'any',
  count: null,
  sign: false,
  escalateAfter: null,
  escalateTo: [{ is: 'role', code: 'manager' }],
  ...more,
})

/**
 * The system's owner agrees, or a manager where the owner asked or would get it, or stays silent for a day. What is in conflict
 * also wants somebody one step up, who signs.
 */
export async function approvalOf(tx: Tx, row: GrantRow) {
  const { id, title, number, owner } = row
  if (owner === null) return null
  const steps = [
    step(['系统负责人批准', 'The system’s owner agrees'], [{ is: 'person', id: owner }], { escalateAfter: dayMinutes }),
  ]
  if (row.separations.length > 0)
    steps.push(
      step(['上一级批准职责冲突', 'One step up agrees to the conflict'], await oneUp(tx, row, owner), {
        sign: true,
        escalateTo: [{ is: 'role', code: 'admin' }],
      }),
    )
  return { id, name: title ?? number, steps }
}

/** The first head above the owner who has no part in it; where there is none, the managers who have none. */
async function oneUp(tx: Tx, { person, createdBy }: GrantRow, owner: string): Promise<AskedWho[]> {
  const out = [owner, person, ...(createdBy ? [createdBy] : [])]
  const { rows: heads } = await sql<{ id: string }>`
    with recursive up as (
      select d.id, d.parent, d.head, 0 as height from department d join person p on p.department = d.id where p.id = ${owner}
      union all select d.id, d.parent, d.head, up.height + 1 from department d join up on d.id = up.parent where up.height < 20)
    select up.head as id from up join person p on p.id = up.head
    where p.state = 'active' and up.head <> all(${out}::uuid[]) order by up.height limit 1`.execute(tx.db)
  if (heads.length > 0) return heads.map(({ id }) => ({ is: 'person', id }))
  const { rows: managers } = await sql<{ id: string }>`
    select p.id from person p join role r on r.id = any(p.roles)
    where r.code = 'manager' and r.state = 'active' and p.state = 'active' and p.id <> all(${out}::uuid[])
    order by p.number limit 20`.execute(tx.db)
  return managers.length > 0 ? managers.map(({ id }) => ({ is: 'person', id })) : [{ is: 'role', code: 'admin' }]
}

/** Who agreed to what is done now, where it was agreed to. */
export async function whoAgreed(tx: Tx, row: GrantRow): Promise<string | null> {
  const found = await tx.db
    .selectFrom('approval')
    .select('endedBy')
    .where('recordId', '=', row.id)
    .where('state', '=', 'approved')
    .orderBy('endedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found?.endedBy ?? null
}
