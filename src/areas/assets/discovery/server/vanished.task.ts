import './tables.ts'
import type { Task } from '../../../../platform/area.ts'
import { asSystem } from '../../../../record/actor.ts'
import { numberSetting } from '../../../../record/setting.ts'
import { dayMs } from '../../../../record/time.ts'
import { dateIn } from '../../../../record/zone.ts'
import { discovery } from '../discovery.record.ts'
import { raiseVanished } from './compare.ts'

/** After so long without a report a machine counts as vanished. */
export const vanishedDays = numberSetting('discovery-vanished-days', {
  group: 'limits',
  words: ['机器多久没有上报算不再出现', 'A machine counts as vanished after no report for'],
  unit: ['天', 'days'],
  hint: [
    '已登记而不再出现的机器列在「发现」里,等人决定。',
    'Registered machines that are not heard of wait on the Discovery screen.',
  ],
  default: 14,
  least: 1,
  most: 400,
})

const handful = 200

/** Raises what is no longer heard of, each in a transaction of its own. */
export const findVanished: Task = async (engine) => {
  const until = new Date(Date.parse(engine.clock.now()) - engine.settings.get(vanishedDays) * dayMs).toISOString()
  const before = dateIn(engine.zone, until)
  for (let after = ''; ; ) {
    const silent = await engine.db
      .selectFrom('discovery')
      .innerJoin('asset', 'asset.id', 'discovery.asset')
      .select('discovery.id')
      .where('discovery.state', '=', 'matched')
      .where('discovery.seenOn', '<', before)
      .where('asset.state', '=', 'in-use')
      .$if(after !== '', (some) => some.where('discovery.id', '>', after))
      .orderBy('discovery.id')
      .limit(handful)
      .execute()
    for (const { id } of silent)
      await engine.inTx(asSystem('discovery'), async (tx) => {
        const row = await tx.lock(discovery, id)
        if (row.state === 'matched' && row.seenOn < before) await raiseVanished(tx, row)
      })
    if (silent.length < handful) return
    after = silent.at(-1)?.id ?? ''
  }
}

/** At night, in UTC. */
export const findVanishedCrontab = '20 19 * * * find-vanished-machines'
