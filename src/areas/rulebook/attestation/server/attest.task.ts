import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import { dateIn } from '../../../../record/zone.ts'
import { tellDue } from '../../../messaging/messaging.api.ts'
import { nextReminder } from '../../reading/reading.rules.ts'
import { attestation } from '../attestation.record.ts'
import '../../server/tables.ts'

const pageSize = 200

/** One after the other, each in a transaction of its own that looks again. */
async function each(engine: Engine, ids: readonly { id: string }[], work: (tx: Tx, id: string) => Promise<void>) {
  for (const { id } of ids) await engine.inTx(asSystem('rulebook'), (tx) => work(tx, id))
  return ids.length === pageSize
}

/** Every night: what was attested is stale on the day after it was due again; what was out of scope comes back at its end. */
export async function turnAttestations(engine: Engine): Promise<void> {
  const today = dateIn(engine.zone, engine.clock.now())
  const stale = () =>
    engine.db
      .selectFrom('attestation')
      .select('id')
      .where('state', '=', 'attested')
      .where('dueOn', '<', today)
      .orderBy('dueOn')
      .limit(pageSize)
      .execute()
  while (
    await each(engine, await stale(), async (tx, id) => {
      const { state, dueOn } = await tx.lock(attestation, id)
      if (state === 'attested' && dueOn < today) await tx.act(attestation, id, 'go-stale')
    })
  );
  const over = () =>
    engine.db
      .selectFrom('attestation')
      .select('id')
      .where('state', '=', 'out-of-scope')
      .where('outUntil', '<=', today)
      .orderBy('outUntil')
      .limit(pageSize)
      .execute()
  while (
    await each(engine, await over(), async (tx, id) => {
      const { state, outUntil } = await tx.lock(attestation, id)
      if (state === 'out-of-scope' && outUntil !== null && outUntil <= today) await tx.act(attestation, id, 'come-back')
    })
  );
}

/** Every morning: whoever is to attest something is told as its day comes near, and while it is over. */
export async function remindAttesters(engine: Engine): Promise<void> {
  const today = dateIn(engine.zone, engine.clock.now())
  const due = () =>
    engine.db
      .selectFrom('attestation')
      .select('id')
      .where('state', 'in', ['due', 'attested', 'stale'])
      .where('remindOn', '<=', today)
      .orderBy('remindOn')
      .limit(pageSize)
      .execute()
  while (
    await each(engine, await due(), async (tx, id) => {
      const row = await tx.lock(attestation, id)
      if (row.remindOn === null || row.remindOn > today) return
      await tx.update(attestation, id, { remindOn: nextReminder(row.dueOn, today) })
      const verb = row.dueOn < today ? 'overdue' : 'due-soon'
      await tellDue(tx, attestation, row, verb, [{ is: 'person', id: row.attester }])
    })
  );
}
