import type { Task } from '../../../platform/area.ts'
import { asSystem } from '../../../record/actor.ts'
import { dateIn } from '../../../record/zone.ts'
import { turnAttestations } from '../attestation/server/attest.task.ts'
import { controlException } from '../control-exception/control-exception.record.ts'
import { controlSetting } from '../control-setting/control-setting.record.ts'
import { putInForce } from '../control-setting/server/control-setting.behaviour.ts'
import { policy } from '../policy/policy.record.ts'
import { takeEffect } from '../policy/server/policy.behaviour.ts'
import './tables.ts'

/** Every night: policies and settings whose day has come take effect, exceptions whose time is over end, attestations
 * go stale. Each by itself. */
export const turnTheDay: Task = async (engine) => {
  const today = dateIn(engine.zone, engine.clock.now())
  const policies = await engine.db
    .selectFrom('policy')
    .select('id')
    .where('state', '=', 'approved')
    .where('effectiveOn', '<=', today)
    .orderBy('effectiveOn')
    .execute()
  for (const { id } of policies)
    await engine.inTx(asSystem('rulebook'), async (tx) => {
      const row = await tx.lock(policy, id)
      if (row.state === 'approved') await takeEffect(tx, row)
    })
  const settings = await engine.db
    .selectFrom('controlSetting')
    .select('id')
    .where('state', '=', 'approved')
    .where('effectiveOn', '<=', today)
    .orderBy('effectiveOn')
    .execute()
  for (const { id } of settings)
    await engine.inTx(asSystem('rulebook'), async (tx) => {
      const row = await tx.lock(controlSetting, id)
      if (row.state === 'approved') await putInForce(tx, row)
    })
  const over = await engine.db
    .selectFrom('controlException')
    .select('id')
    .where('state', '=', 'granted')
    .where('endsAt', '<=', engine.clock.now())
    .orderBy('id')
    .execute()
  for (const { id } of over)
    await engine.inTx(asSystem('rulebook'), async (tx) => {
      const row = await tx.lock(controlException, id)
      if (row.state === 'granted') await tx.act(controlException, id, 'end')
    })
  await turnAttestations(engine)
}

/** Five past midnight in Shanghai. */
export const turnTheDayCrontab = '5 16 * * * turn-rulebook-day'
