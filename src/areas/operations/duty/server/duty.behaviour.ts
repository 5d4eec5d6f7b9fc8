import '../../server/tables.ts'
import { sql } from 'kysely'
import { behave, type Step } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { dateOf, dayMs, msOf, mustBeDay } from '../../../../record/time.ts'
import { dateIn } from '../../../../record/zone.ts'
import { zoneInForce } from '../../calendar/server/calendar.store.ts'
import { layOut } from '../../roster/server/ground.ts'
import { newFindings } from '../../roster/server/what-if.ts'
import { dueShiftOf, missShift } from '../../shift/server/take-over.ts'
import { duty } from '../duty.record.ts'

type Row = RowOf<typeof duty>

async function inDraft(tx: Tx, { roster, startsAt, endsAt }: Row): Promise<Fault[]> {
  const length = msOf(endsAt) - msOf(startsAt)
  const faults =
    length > 0 && length <= dayMs
      ? []
      : [fault('endsAt', 'order', '一班为 24 小时以内,且须晚于开始。', 'A duty ends after it begins, within a day.')]
  const { state } = await tx.db.selectFrom('roster').select('state').where('id', '=', roster).executeTakeFirstOrThrow()
  if (state !== 'draft')
    faults.push(
      fault('roster', 'not-draft', '值班表不在编制中;请用换班。', 'The roster is no draft: swap the duty instead.'),
    )
  return faults
}

/** A duty in force is taken away only where nothing is then missing; otherwise somebody takes it over. */
async function leavesNoHole(tx: Tx, row: Row): Promise<Fault[]> {
  if (row.date === null) return []
  const laid = await layOut(tx.db, {
    startsOn: dateOf(mustBeDay(row.date) - 1),
    endsOn: dateOf(mustBeDay(row.date) + 1),
  })
  const opened = newFindings(laid, (watches) => watches.filter(({ id }) => id !== row.id))
  if (opened.length === 0) return []
  return [
    fault('', 'opens-hole', '取消后该位置空岗;请改为换班。', 'That would leave a hole: have somebody take it over.'),
  ]
}

/** Its dates by the firm's clock, and the words it goes by: `2026-11-24 夜 经办 李晓峰`. */
async function derive(tx: Tx, steps: readonly Step<typeof duty>[]): Promise<Partial<Row>[]> {
  const zone = await zoneInForce(tx.db)
  const names = await namesOf(
    tx,
    steps.flatMap(({ after }) => [after.person, after.position, after.pattern ?? []].flat()),
  )
  return steps.map(({ before, after }) => {
    const moved = before?.startsAt !== after.startsAt
    const date = moved ? dateIn(zone, after.startsAt) : after.date
    const words = [date, ...[after.pattern, after.position, after.person].map((id) => (id ? names.get(id) : undefined))]
    return {
      title: words.filter(Boolean).join(' '),
      ...(moved && { date, dutyDay: tx.tradingDay(after.startsAt) }),
    }
  })
}

async function namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from person where id = any(${ids}::uuid[])
    union all select id, name from duty_position where id = any(${ids}::uuid[])
    union all select id, mark from shift_pattern where id = any(${ids}::uuid[])`.execute(tx.db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Nobody is awaited for a duty that is no more. */
async function callNobody(tx: Tx, { id }: Row): Promise<void> {
  const due = await dueShiftOf(tx, id)
  if (due) await missShift(tx.as('roster'), due.id)
}

export const dutyBehaviour = behave(duty, {
  derive,
  guards: {
    create: inDraft,
    // What the system does to a duty in force (a swap) is proved by what does it.
    update: async (tx, row) => (row.state === 'planned' ? inDraft(tx, row) : []),
    cancel: leavesNoHole,
  },
  effects: { cancel: callNobody },
})
