import '../../server/tables.ts'
import { sql } from 'kysely'
import { behave, type Step } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { asset } from '../../asset/asset.record.ts'
import { worthOf } from '../../asset/server/worth.ts'
import { destruction } from '../../destruction/destruction.record.ts'
import { sumYuan } from '../../money.rules.ts'
import { disposal } from '../disposal.record.ts'
import { stateFaults, wayFaults } from '../disposal.rules.ts'
import { leavingOf, stillMissing } from './leaving.ts'
import { disposalPaper } from './paper.ts'

type Row = RowOf<typeof disposal>

/** What the assets are worth is taken as they are valued, and anew when others are. */
async function derive(tx: Tx, steps: readonly Step<typeof disposal>[]): Promise<Partial<Row>[]> {
  return Promise.all(steps.map(({ before, after }) => (isValued(before, after) ? valued(tx, after) : {})))
}

const isValued = (before: Row | null, after: Row): boolean =>
  after.state === 'valued' && (before?.state !== 'valued' || String(before.assets) !== String(after.assets))

async function valued(tx: Tx, { assets }: Row): Promise<Partial<Row>> {
  const worth = await worthOf(tx.db, assets, tx.today)
  return { bookValue: sumYuan(assets.map((id) => worth.get(id) ?? 0)), valuedOn: tx.today }
}

/** Some assets, all of which can go, and none of which another disposal has. */
async function sound(tx: Tx, row: Row): Promise<Fault[]> {
  if (row.assets.length === 0)
    return [fault('assets', 'required', '请选择要处置的资产。', 'Choose what is to be disposed of.')]
  // Held until the end, so that two disposals of one asset wait for each other.
  await tx.db.selectFrom('asset').select('id').where('id', 'in', row.assets).orderBy('id').forUpdate().execute()
  return [...stateFaults(await leavingOf(tx, row)), ...(await elsewhere(tx, row))]
}

async function elsewhere(tx: Tx, { id, assets }: Row): Promise<Fault[]> {
  const { rows } = await sql<{ number: string; tag: string; name: string }>`select d.number, a.tag, a.name
    from disposal d join asset a on a.id = any(d.assets) and a.id = any(${[...assets]}::uuid[])
    where d.assets && ${[...assets]}::uuid[] and d.id <> ${id}
      and d.state in ('proposed', 'valued', 'approved', 'destroyed') order by a.tag`.execute(tx.db)
  return rows.map(({ number, tag, name }) =>
    fault(
      'assets',
      'in-another',
      `${tag} ${name} 已在处置单 ${number} 中。`,
      `${tag} ${name} is part of ${number} already.`,
    ),
  )
}

/** Each asset that holds data has at least one medium to destroy. */
async function listMedia(tx: Tx, row: Row): Promise<void> {
  const holding = (await leavingOf(tx, row)).filter(({ storage }) => storage)
  for (const { id } of holding) await tx.as('disposal').create(destruction, { disposal: row.id, asset: id })
}

async function leave(tx: Tx, { assets }: Row): Promise<void> {
  const by = tx.as('disposal')
  for (const id of assets) {
    const { state } = await by.lock(asset, id)
    if (state !== 'retired') await by.act(asset, id, 'retire')
    await by.act(asset, id, 'dispose')
  }
}

const managers = {
  name: ['经理批准', 'Manager agrees'] as [string, string],
  who: [{ is: 'role' as const, code: 'manager' }],
  need: 'any' as const,
  count: null,
  sign: true,
  escalateAfter: null,
  // Where the only manager proposed it.
  escalateTo: [{ is: 'role' as const, code: 'admin' }],
}

export const disposalBehaviour = behave(disposal, {
  derive,
  guards: {
    create: sound,
    update: sound,
    approve: sound,
    async 'carry-out'(tx, row) {
      return [...wayFaults(row), ...stateFaults(await leavingOf(tx, row)), ...(await stillMissing(tx, row))]
    },
  },
  effects: { approve: listMedia, 'carry-out': leave },
  approvals: {
    approve: {
      rule: async (_tx, { id }) => ({ id, name: '资产处置', steps: [managers] }),
      async refused(tx, { id }, [rejectReason]) {
        await tx.act(disposal, id, 'reject', { rejectReason })
      },
    },
  },
  paper: disposalPaper,
})
