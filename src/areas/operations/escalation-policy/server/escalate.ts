import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import { instantAt, msOf } from '../../../../record/time.ts'
import type { Words } from '../../../../record/words.ts'
import { tellPeople } from '../../../messaging/messaging.api.ts'
import { alarm } from '../../alarm/alarm.record.ts'
import type { AlarmRow } from '../../alarm/server/raise.ts'
import { writeLog } from '../../log-entry/server/log.ts'
import { nextAt, type Turn, turnsOf } from '../escalation.rules.ts'
import type { EscalationStep } from '../escalation-policy.record.ts'
import { peopleOf } from './people.ts'

/** A step of an alarm's escalation that was carried out: whom it told, nobody where it was empty. */
export interface AlarmEscalationTable {
  alarm: string
  position: number
  at: string
  people: string[]
}

/**
 * Tells the next of every alarm whose time has come. The instants are stored with the alarms: whichever copy looks first
 * after them, before or after a restart, carries the step out, and no other does so again. What has recovered waits.
 */
export async function escalateAlarms(engine: Engine): Promise<void> {
  const due = await engine.db
    .selectFrom('alarm')
    .select('id')
    .where('escalatesAt', '<=', engine.clock.now())
    .where('recoveredAt', 'is', null)
    .orderBy('escalatesAt')
    .execute()
  for (const { id } of due) await engine.inTx(asSystem('alarms'), (tx) => escalate(engine, tx, id))
}

async function escalate(engine: Engine, tx: Tx, id: string): Promise<void> {
  const row = await tx.lock(alarm, id)
  if (row.state !== 'firing' || row.recoveredAt !== null) return
  if (row.escalatesAt === null || row.escalatesAt > tx.now || row.escalation === null) return
  const { steps, urgent } = await tx.db
    .selectFrom('escalationPolicy')
    .select(['steps', 'urgent'])
    .where('id', '=', row.escalation)
    .executeTakeFirstOrThrow()
  const turns = turnsOf(steps as EscalationStep[])
  for (let position = row.escalationStep ?? 0; position < turns.length; position++) {
    const turn = turns[position] as Turn
    const people = await peopleOf(engine, tx.db, turn.who, tx.now)
    await keep(tx, { alarm: id, position, at: tx.now, people })
    if (people.length === 0) continue // an empty step is skipped at once
    // The first step is that the alarm came: whom a rule has told of that is not told again.
    const once = position === 0 ? { key: 'create', since: row.escalatesAt } : { key: `escalate:${position}` }
    await tellPeople(tx, alarm, row, { verb: 'escalate', ...once, people, urgent })
    const at = nextAt(turn, msOf(tx.now))
    await tx.update(alarm, id, { escalationStep: position + 1, escalatesAt: at === null ? null : instantAt(at) })
    if (position > 0) await sayTold(tx, row, position, people)
    return
  }
  await tx.update(alarm, id, { escalationStep: turns.length, escalatesAt: null })
  await say(tx, row, [`告警无人可通知:${row.title}。`, `There is nobody to tell of: ${row.titleEn ?? row.title}.`])
}

const keep = (tx: Tx, step: AlarmEscalationTable): Promise<unknown> =>
  tx.db.insertInto('alarmEscalation').values(step).execute()

async function sayTold(tx: Tx, row: AlarmRow, position: number, people: readonly string[]): Promise<void> {
  const rows = await tx.db.selectFrom('person').select('name').where('id', 'in', people).orderBy('name').execute()
  const names = rows.map(({ name }) => name).join('、')
  await say(tx, row, [
    `告警无人确认,升级至第 ${position + 1} 级(${names}):${row.title}。`,
    `Nobody acknowledged; escalated to step ${position + 1} (${names}): ${row.titleEn ?? row.title}.`,
  ])
}

const say = async (tx: Tx, row: AlarmRow, text: Words): Promise<void> => {
  await writeLog(tx, {
    kind: 'alarm',
    severity: row.severity,
    text,
    about: { record: 'alarm', id: row.id, number: row.number },
    component: row.component,
  })
}
