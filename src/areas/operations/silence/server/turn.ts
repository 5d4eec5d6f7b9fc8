import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import { alarm } from '../../alarm/alarm.record.ts'
import { heardOf } from '../../alarm/alarm.rules.ts'
import { announce } from '../../alarm/server/announce.ts'
import { silence } from '../silence.record.ts'
import { silenceFor } from './find.ts'

/**
 * Silences whose time is over end, and what they kept quiet is told if it still fires. Called every second on every copy.
 * An alarm is looked at for as long as it names a silence that is over, so that none is forgotten on the way.
 */
export async function turnSilences(engine: Engine): Promise<void> {
  const now = engine.clock.now()
  const over = await engine.db
    .selectFrom('silence')
    .select('id')
    .where('state', '=', 'in-force')
    .where('until', '<=', now)
    .execute()
  for (const { id } of over) await engine.inTx(asSystem('alarms'), (tx) => expire(tx, id))
  const quiet = await engine.db
    .selectFrom('alarm as a')
    .innerJoin('silence as s', 's.id', 'a.silence')
    .select('a.id')
    .where('a.quiet', '=', 'silenced')
    .where('a.state', '<>', 'resolved')
    .where('s.state', '=', 'ended')
    .execute()
  for (const { id } of quiet) await engine.inTx(asSystem('alarms'), (tx) => loosen(tx, id))
}

async function expire(tx: Tx, id: string): Promise<void> {
  const { state, until } = await tx.lock(silence, id)
  if (state === 'in-force' && until <= tx.now) await tx.act(silence, id, 'expire')
}

/** Another silence may mean it too. */
async function loosen(tx: Tx, id: string): Promise<void> {
  const row = await tx.lock(alarm, id)
  if (row.quiet !== 'silenced' || row.state === 'resolved') return
  const other = await silenceFor(tx, heardOf(row))
  if (other === row.silence) return
  const after = await tx.update(alarm, id, other ? { silence: other } : { quiet: null, silence: null })
  if (other === null && after.state === 'firing') await announce(tx, after)
}
