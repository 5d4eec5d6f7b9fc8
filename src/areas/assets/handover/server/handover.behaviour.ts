import '../../server/tables.ts'
import { sql } from 'kysely'
import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { asset } from '../../asset/asset.record.ts'
import { handover } from '../handover.record.ts'
import { handoverPaper } from './paper.ts'

export type HandoverRow = RowOf<typeof handover>

/** The assets as they stand, locked: whoever gives one of them to somebody else waits. */
const assetsOf = (tx: Tx, { assets }: HandoverRow) =>
  assets.length === 0
    ? Promise.resolve([])
    : tx.db
        .selectFrom('asset')
        .select(['id', 'tag', 'name', 'serial', 'state', 'custodian'])
        .where('id', 'in', assets)
        .orderBy('id')
        .forUpdate()
        .execute()

async function derived(tx: Tx, row: HandoverRow): Promise<Partial<HandoverRow>> {
  const items = (await assetsOf(tx, row))
    .map(({ id, tag, name, serial }) => ({ asset: id, tag, name, serial }))
    .sort((a, b) => (a.tag < b.tag ? -1 : 1))
  const [first] = items
  const title = first ? `${first.name}${items.length > 1 ? ` +${items.length - 1}` : ''}` : null
  const holder = await tx.db.selectFrom('person').select('department').where('id', '=', row.holder).executeTakeFirst()
  const department = row.department ?? (row.kind === 'issue' ? (holder?.department ?? null) : null)
  return { items, title, department }
}

/** Each can change hands: what is given out is in stock, what is given back is the giver's and not on loan. */
async function movable(tx: Tx, row: HandoverRow): Promise<Fault[]> {
  const found = await assetsOf(tx, row)
  if (found.length === 0) return [fault('assets', 'required', '请选择资产。', 'Choose the assets.')]
  const lent = await lentAmong(tx, row.assets)
  return found.flatMap(({ id, tag, state, custodian }): Fault[] => {
    if (row.kind === 'issue')
      return state === 'in-stock'
        ? []
        : [fault('assets', 'not-in-stock', `资产 ${tag} 不在库,不能领用。`, `Asset ${tag} is not in stock.`)]
    if (state !== 'in-use' || custodian !== row.holder)
      return [
        fault('assets', 'not-theirs', `资产 ${tag} 不在归还人手中。`, `Asset ${tag} is not in the giver’s hands.`),
      ]
    return lent.has(id)
      ? [
          fault(
            'assets',
            'on-loan',
            `资产 ${tag} 是借用的,请在借用中归还。`,
            `Asset ${tag} is on loan: return the loan.`,
          ),
        ]
      : []
  })
}

async function lentAmong(tx: Tx, assets: readonly string[]): Promise<Set<string>> {
  const rows = await tx.db
    .selectFrom('loan')
    .select('asset')
    .where('asset', 'in', assets)
    .where('state', 'in', ['lent', 'overdue'])
    .execute()
  return new Set(rows.map((row) => row.asset))
}

/** None of them waits for a signature already. */
async function notPromised(tx: Tx, row: HandoverRow): Promise<Fault[]> {
  if (row.assets.length === 0) return []
  const waiting = await tx.db
    .selectFrom('handover')
    .select(['number', 'assets'])
    .where('state', '=', 'waiting')
    .where(sql<boolean>`assets && ${row.assets}::uuid[]`)
    .orderBy('id')
    .execute()
  return waiting.map(({ number }) =>
    fault(
      'assets',
      'promised',
      `其中有资产正在交接(${number})。`,
      `Some of them wait to be signed for already (${number}).`,
    ),
  )
}

export const handoverBehaviour = behave(handover, {
  async derive(tx, steps) {
    const values: Partial<HandoverRow>[] = []
    for (const { before, after } of steps) values.push(before === null ? await derived(tx, after) : {})
    return values
  },
  guards: {
    create: async (tx, row) => [...(await movable(tx, row)), ...(await notPromised(tx, row))],
    sign: movable,
  },
  effects: {
    async sign(tx, { kind, assets, holder, department, location }) {
      const system = tx.as('handover')
      const place = location === null ? {} : { location }
      for (const id of assets)
        if (kind === 'issue') await system.act(asset, id, 'issue', { custodian: holder, department, ...place })
        else await system.act(asset, id, 'take-back', place)
    },
  },
  paper: handoverPaper,
})
