import '../../server/tables.ts'
import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { drillFault } from '../drill-fault.record.ts'

type Row = RowOf<typeof drillFault>

const target = (tx: Tx, { component }: Row) =>
  tx.db
    .selectFrom('component')
    .select(['name', 'environment', 'actions'])
    .where('id', '=', component)
    .executeTakeFirst()

const drillOf = (tx: Tx, { drill }: Row) =>
  tx.db
    .selectFrom('drill')
    .select(['state', 'kind', 'components', 'production'])
    .where('id', '=', drill)
    .forShare()
    .executeTakeFirstOrThrow()

/** What may be made to fail: what is in the drill's reach, can be told to, and does not trade in earnest unless two people said so. */
async function inReach(tx: Tx, row: Row): Promise<Fault[]> {
  const [drill, component] = [await drillOf(tx, row), await target(tx, row)]
  const faults: Fault[] = []
  const wrong = (code: string, zh: string, en: string) => faults.push(fault('component', code, zh, en))
  if (!component) return faults
  if (!drill.components.includes(row.component))
    wrong('out-of-scope', `「${component.name}」不在演练范围内。`, `${component.name} is not within the drill’s scope.`)
  if (!component.actions.some(({ verb }) => verb === 'fault'))
    wrong('no-fault', `「${component.name}」没有登记可注入故障的程序。`, `No program can make ${component.name} fail.`)
  if (!drill.production && component.environment !== 'practice' && component.environment !== 'test')
    wrong(
      'production',
      `「${component.name}」属生产环境,本次演练不得触及。`,
      `${component.name} trades in earnest: it is out of this drill’s reach.`,
    )
  return faults
}

/** What is agreed to is the drill with its faults: none is added afterwards. */
async function planned(tx: Tx, row: Row): Promise<Fault[]> {
  const { state, kind } = await drillOf(tx, row)
  const faults = await inReach(tx, row)
  if (state !== 'planned')
    faults.push(
      fault(
        'drill',
        'not-planned',
        '演练提交审批后不再增改故障。',
        'Faults are planned before the drill is agreed to.',
      ),
    )
  if (kind === 'tabletop')
    faults.push(fault('drill', 'tabletop', '桌面推演不注入故障。', 'Nothing is made to fail at a table-top drill.'))
  return faults
}

async function mayBegin(tx: Tx, row: Row): Promise<Fault[]> {
  const { state } = await drillOf(tx, row)
  const faults = await inReach(tx, row)
  if (state !== 'running')
    faults.push(fault('drill', 'not-running', '演练尚未开始或已结束。', 'The drill is not running.'))
  const other = await tx.db
    .selectFrom('drillFault')
    .select('number')
    .where('component', '=', row.component)
    .where('state', '=', 'lasting')
    .executeTakeFirst()
  if (other)
    faults.push(
      fault('component', 'has-fault', `该组件已有故障 ${other.number}。`, `It has a fault already: ${other.number}.`),
    )
  return faults
}

export const drillFaultBehaviour = behave(drillFault, {
  async derive(tx, steps) {
    const ids = [...new Set(steps.map(({ after }) => after.component))]
    const named = await tx.db.selectFrom('component').select(['id', 'name']).where('id', 'in', ids).execute()
    const names = new Map(named.map(({ id, name }) => [id, name]))
    return steps.map(({ after }) => ({ title: names.get(after.component) ?? null }))
  },
  guards: { create: planned, update: planned, inject: mayBegin },
  effects: {
    async inject(tx, { id, until }) {
      await tx.job('lend-drill-fault', { id })
      await tx.job('end-drill-faults', {}, { runAt: until as string, key: `end-drill-fault:${id}` })
    },
    lift: (tx, { id }) => tx.job('take-back-drill-fault', { id }),
  },
})
