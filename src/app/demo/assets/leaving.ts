import { Readable } from 'node:stream'
import { destruction } from '../../../areas/assets/destruction/destruction.record.ts'
import type { Technique } from '../../../areas/assets/destruction/sanitise.rules.ts'
import { disposal } from '../../../areas/assets/disposal/disposal.record.ts'
import { attach, receive } from '../../../platform/sides/attachment.ts'
import { speak } from '../approvals.ts'
import { type Act, shanghai, tradingDay } from '../history/agenda.ts'
import type { Stage } from '../stage.ts'
import { idOf } from './ground.ts'
import type { Register } from './register.ts'

/**
 * Old desktops went to a recycler a month ago, their disks shredded before a witness; retired servers are agreed to leave and wait:
 * one disk is done and awaits its witness, another is still whole.
 */
export function disposalActs(stage: Stage, register: Register, days: readonly string[]): Act[] {
  if (days.length === 0) return []
  const act = (ago: number, time: string, work: () => Promise<unknown>): Act => ({
    at: shanghai(tradingDay(days, ago), time),
    do: work,
  })
  const desktops = ['pc-r1', 'pc-r2', 'pc-r4'].map((key) => idOf(register.assets, key))
  const old = ['old-1', 'old-2'].map((key) => idOf(register.assets, key))
  const [first, second] = ['报废台式机 3 台', '退役服务器处置'] as const
  const ids = new Map<string, string>()
  const propose = (title: string, values: Proposed) => async () => {
    const { id } = await stage.as('engineer', (tx) => tx.create(disposal, { title, ...values }))
    ids.set(title, id)
  }
  const id = (title: string) => ids.get(title) as string
  const value = (title: string, appraised: number, basis: string) => () =>
    stage.as('engineer', (tx) => tx.act(disposal, id(title), 'value', { appraised, basis }))
  const ask = (title: string) => () => stage.as('engineer', (tx) => tx.act(disposal, id(title), 'approve'))
  return [
    act(30, '09:30', propose(first, { assets: desktops, way: 'scrap', reason: '已用七年以上,整机维修不划算。' })),
    act(30, '10:05', value(first, 240, '绿源再生资源报价单,每台 80 元。')),
    act(30, '10:06', ask(first)),
    act(29, '11:20', () => speak(stage, id(first), 'manager', agreed, true)),
    act(27, '14:10', () => destroyAll(stage, id(first), 'shred', '切碎至 2 毫米以下,抽检三片无可读盘面。')),
    act(27, '14:50', () => witnessAll(stage, id(first))),
    act(26, '10:15', () =>
      stage.as('engineer', (tx) =>
        tx.act(disposal, id(first), 'carry-out', {
          ...{ receiver: '绿源再生资源有限公司(演示)', receiverContact: '冯经理 010-5555-0166', proceeds: 240 },
        }),
      ),
    ),
    act(6, '09:40', propose(second, { assets: old, way: 'sell', reason: '原清算系统服务器,系统已迁移,机位需腾出。' })),
    act(6, '10:20', value(second, 3_600, '两家回收商报价的较高者。')),
    act(6, '10:21', ask(second)),
    act(5, '15:05', () => speak(stage, id(second), 'manager', agreed, true)),
    act(3, '10:30', () => destroyAll(stage, id(second), 'secure-erase', '工具报告通过,抽读 100 处全为零。', 1)),
  ]
}

const agreed = { vote: 'agree' as const, note: '同意,数据销毁须双人在场。' }

interface Proposed {
  readonly assets: string[]
  readonly way: 'scrap' | 'sell'
  readonly reason: string
}

const mediaOf = ({ engine }: Stage, id: string, state: 'due' | 'done') =>
  engine.db
    .selectFrom('destruction')
    .select(['id', 'number'])
    .where('disposal', '=', id)
    .where('state', '=', state)
    .orderBy('number')
    .execute()

/** The data of its media, or of so many of them; each with the certificate of whoever did it. */
async function destroyAll(
  stage: Stage,
  id: string,
  technique: Technique,
  verification: string,
  most = 200,
): Promise<void> {
  const { engine } = stage
  const media = (await mediaOf(stage, id, 'due')).slice(0, most)
  for (const [n, { id: medium, number }] of media.entries())
    await stage.as('engineer', async (tx) => {
      const serial = `WD-WCC4N${number.slice(-3)}${n + 1}`
      await tx.act(destruction, medium, 'destroy', { medium: 'hdd', serial, technique, verification })
      const name = `数据销毁证明 ${serial}.txt`
      const bytes = Readable.from([Buffer.from(`数据销毁证明\n介质:${serial}\n结果:${verification}\n`)])
      await attach(engine, tx, destruction, medium, [await receive(engine, bytes, name)])
    })
}

async function witnessAll(stage: Stage, id: string): Promise<void> {
  for (const { id: medium } of await mediaOf(stage, id, 'done'))
    await stage.as('checker', (tx) => tx.act(destruction, medium, 'witness'))
}
