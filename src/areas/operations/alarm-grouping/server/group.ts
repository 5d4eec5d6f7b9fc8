import { sql } from 'kysely'
import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import { instantAt, msOf } from '../../../../record/time.ts'
import { tellLate } from '../../../messaging/messaging.api.ts'
import { alarm } from '../../alarm/alarm.record.ts'
import { beginEscalation } from '../../alarm/server/announce.ts'
import { upstream } from '../../component/component.rules.ts'
import { loadGraph } from '../../component/server/graph.ts'
import type { Heard } from '../../silence/silence.rules.ts'
import { groupKey } from '../grouping.rules.ts'

/** Alarms that are told together: what they share, the first of them, and when the rest is told. */
export interface AlarmGroupTable {
  id: string
  rule: string
  key: string
  head: string
  tellAt: string
  toldAt: string | null
}

interface Joined {
  /** Null for the first. */
  readonly head: string | null
  readonly quiet: boolean
  /** Once the alarm is there. */
  keep(id: string): Promise<void>
}

/** The group that an alarm joins, or opens; null where no rule means it. */
export async function joinGroup(tx: Tx, heard: Heard): Promise<Joined | null> {
  const rules = await tx.db
    .selectFrom('alarmGrouping')
    .select(['id', 'by', 'component', 'source', 'minutes', 'firstAtOnce'])
    .where('state', '=', 'in-force')
    .orderBy('priority')
    .orderBy('id')
    .execute()
  if (rules.length === 0) return null
  const below = rules.some(({ by }) => by === 'subtree') ? await standsOn(tx, heard.component) : new Set<string>()
  for (const rule of rules) {
    const key = groupKey(rule, heard, below)
    if (key === null) continue
    // One after the other: two that come at once would both be the first.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`group:${rule.id}:${key}`}, 0))`.execute(tx.db)
    const open = await tx.db
      .selectFrom('alarmGroup')
      .select(['head'])
      .where('rule', '=', rule.id)
      .where('key', '=', key)
      .where('toldAt', 'is', null)
      .where('tellAt', '>', tx.now)
      .executeTakeFirst()
    if (open) return { head: open.head, quiet: true, keep: async () => undefined }
    const tellAt = instantAt(msOf(tx.now) + rule.minutes * 60_000)
    return {
      head: null,
      quiet: !rule.firstAtOnce,
      async keep(head) {
        const group = { id: tx.newId(), rule: rule.id, key, head, tellAt, toldAt: null }
        await tx.db.insertInto('alarmGroup').values(group).execute()
      },
    }
  }
  return null
}

async function standsOn(tx: Tx, component: string | null): Promise<Set<string>> {
  return new Set(component ? upstream(await loadGraph(tx.db), component).keys() : [])
}

/** Tells of the groups whose time is over. Called every second on every copy; each is told once. */
export async function tellGroups(engine: Engine): Promise<void> {
  const due = await engine.db
    .selectFrom('alarmGroup')
    .select('id')
    .where('toldAt', 'is', null)
    .where('tellAt', '<=', engine.clock.now())
    .execute()
  for (const { id } of due) await engine.inTx(asSystem('alarms'), (tx) => tellGroup(tx, id))
}

async function tellGroup(tx: Tx, id: string): Promise<void> {
  const group = await tx.db
    .updateTable('alarmGroup')
    .set({ toldAt: tx.now })
    .where('id', '=', id)
    .where('toldAt', 'is', null)
    .returning('head')
    .executeTakeFirst()
  if (!group) return
  const waiting = await tx.db
    .selectFrom('alarm')
    .select(['id', 'state'])
    .where((is) => is.or([is('id', '=', group.head), is('groupedUnder', '=', group.head)]))
    .where('quiet', '=', 'grouped')
    .orderBy('id')
    .execute()
  // What came and went meanwhile needs no hand, but counts.
  const first = waiting.find(({ state }) => state === 'firing')
  if (!first) return
  const people = await toldOf(tx, group.head)
  const row = await tx.lock(alarm, first.id)
  await tellLate(tx, alarm, row, { more: waiting.length - 1, people })
  if (row.escalation === null && !(await isEscalating(tx, group.head))) await beginEscalation(tx, row)
}

/** Somebody has heard, or will hear, of the first, and it still stands. */
async function isEscalating(tx: Tx, head: string): Promise<boolean> {
  const { state, escalation } = await tx.db
    .selectFrom('alarm')
    .select(['state', 'escalation'])
    .where('id', '=', head)
    .executeTakeFirstOrThrow()
  return escalation !== null && state !== 'resolved'
}

/** Whom the first of the group has been told of by its own escalation. */
async function toldOf(tx: Tx, head: string): Promise<string[]> {
  const rows = await tx.db.selectFrom('alarmEscalation').select('people').where('alarm', '=', head).execute()
  return [...new Set(rows.flatMap(({ people }) => people))]
}

/** The first of a group is over: the next that still fires goes along the policy in its stead. */
export async function passOn(tx: Tx, head: string): Promise<void> {
  const next = await tx.db
    .selectFrom('alarm')
    .select('id')
    .where('groupedUnder', '=', head)
    .where('state', '=', 'firing')
    .where('quiet', '=', 'grouped')
    .where('escalation', 'is', null)
    .orderBy('id')
    .executeTakeFirst()
  if (next) await beginEscalation(tx, await tx.lock(alarm, next.id))
}
