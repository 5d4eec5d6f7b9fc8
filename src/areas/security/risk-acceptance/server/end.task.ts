import '../../server/tables.ts'
import type { Task } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { asSystem } from '../../../../record/actor.ts'
import { riskAcceptance } from '../risk-acceptance.record.ts'

const end = (engine: Engine, id: string) =>
  engine.inTx(asSystem('risk'), async (tx) => {
    const row = await tx.lock(riskAcceptance, id)
    if (row.state === 'granted' && row.endsAt <= tx.now) await tx.act(riskAcceptance, id, 'end')
  })

/** At its instant an acceptance is over, and the risk open again. */
export const endAcceptance: Task = (engine, { id }: { id: string }) => end(engine, id)

/** Those whose job was lost. */
export const endAcceptances: Task = async (engine) => {
  const over = await engine.db
    .selectFrom('riskAcceptance')
    .select('id')
    .where('state', '=', 'granted')
    .where('endsAt', '<=', engine.clock.now())
    .orderBy('endsAt')
    .execute()
  for (const { id } of over) await end(engine, id)
}

export const endAcceptancesCrontab = '*/10 * * * * end-risk-acceptances'
