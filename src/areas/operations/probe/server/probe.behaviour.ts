import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import { resolveAlarm } from '../../alarm/server/raise.ts'
import { refreshHealth } from '../../component/server/health.ts'
import { probe } from '../probe.record.ts'
import { noLongerWatched } from '../verdict.words.ts'
import type { ProbeRow } from './ask.ts'
import { alarmKey } from './decide.ts'
import { agentIsSound, settingsAreSound } from './sound.ts'

export const probeBehaviour = behave(probe, {
  guards: { create: sound, update: sound, resume: sound },
  effects: { pause: stopWatching, retire: stopWatching, create: look, resume: look },
})

async function sound(tx: Tx, row: ProbeRow): Promise<Fault[]> {
  return [...(await componentIsThere(tx, row)), ...(await settingsAreSound(tx, row)), ...(await agentIsSound(tx, row))]
}

async function componentIsThere(tx: Tx, row: ProbeRow): Promise<Fault[]> {
  const found = await tx.db.selectFrom('component').select('state').where('id', '=', row.component).executeTakeFirst()
  return found?.state === 'retired'
    ? [fault('component', 'retired', '该组件已下线,不能再探测。', 'The component is retired and cannot be probed.')]
    : []
}

/** Nobody knows any more how it is: no verdict, no alarm, nothing held back. */
async function stopWatching(tx: Tx, row: ProbeRow): Promise<void> {
  await tx.db
    .updateTable('probeState')
    .set({ verdict: 'unknown', since: tx.now, behind: null, changes: [] })
    .where('probe', '=', row.id)
    .execute()
  await tx.db
    .updateTable('probeSuppression')
    .set({ until: tx.now })
    .where('probe', '=', row.id)
    .where('until', 'is', null)
    .execute()
  await resolveAlarm(tx, alarmKey(row.id), noLongerWatched)
  await refreshHealth(tx, [row.component])
}

async function look(tx: Tx, row: ProbeRow): Promise<void> {
  await refreshHealth(tx, [row.component])
}
