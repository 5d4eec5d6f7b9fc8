import type { Service } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { rhythm } from '../../../../platform/jobs/rhythm.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import { instantAt, minuteMs, msOf } from '../../../../record/time.ts'
import { raiseAlarm } from '../../alarm/server/raise.ts'
import { duty } from '../../duty/duty.record.ts'
import { shift } from '../shift.record.ts'
import { lateShiftMinutes } from '../shift.settings.ts'
import { lateShiftKey, missShift, offer } from './take-over.ts'

const turnMs = 5_000
/** A shift can be signed for this long before it begins. */
const aheadMs = 30 * minuteMs

export const musterShifts: Service = async (engine) => rhythm(turnMs, engine.log, () => muster(engine))

/**
 * What time alone does to shifts: those whose time is near are there to be signed for, those nobody signed for are late and later
 * missed. Each in its own transaction after a second look under a lock, so that a crash or a second copy changes nothing.
 */
export async function muster(engine: Engine): Promise<void> {
  const now = engine.clock.now()
  for (const { id } of await unworked(engine, now)) await inTx(engine, (tx) => call(tx, id))
  const late = instantAt(msOf(now) - engine.settings.get(lateShiftMinutes) * minuteMs)
  const due = await engine.db
    .selectFrom('shift')
    .select(['id', 'endsAt', 'startsAt', 'lateAt'])
    .where('state', '=', 'due')
    .where('startsAt', '<=', now)
    .execute()
  for (const one of due) {
    if (one.endsAt <= now) await inTx(engine, (tx) => miss(tx, one.id))
    else if (one.startsAt <= late && one.lateAt === null) await inTx(engine, (tx) => markLate(tx, one.id))
  }
}

const inTx = (engine: Engine, work: (tx: Tx) => Promise<void>) => engine.inTx(asSystem('muster'), work)

/** Duties in force that are near or under way and have no shift yet; not those whose person stands there already. */
const unworked = (engine: Engine, now: string) =>
  engine.db
    .selectFrom('duty')
    .select('duty.id')
    .where('duty.state', '=', 'published')
    .where('duty.startsAt', '<=', instantAt(msOf(now) + aheadMs))
    .where('duty.endsAt', '>', now)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('shift')
            .select('shift.id')
            .where((is) =>
              is.or([
                is('shift.duty', '=', is.ref('duty.id')),
                is.and([
                  is('shift.position', '=', is.ref('duty.position')),
                  is('shift.person', '=', is.ref('duty.person')),
                  is('shift.state', '=', 'on-duty'),
                  is('shift.endsAt', '>=', is.ref('duty.endsAt')),
                ]),
              ]),
            ),
        ),
      ),
    )
    .orderBy('duty.startsAt')
    .orderBy('duty.id')
    .execute()

async function call(tx: Tx, id: string): Promise<void> {
  const row = await tx.lock(duty, id)
  const known = await tx.db.selectFrom('shift').select('id').where('duty', '=', id).executeTakeFirst()
  if (row.state !== 'published' || known) return
  const stays = await tx.db
    .selectFrom('shift')
    .select('id')
    .where('position', '=', row.position)
    .where('person', '=', row.person)
    .where('state', '=', 'on-duty')
    .executeTakeFirst()
  // Nobody hands over to themselves: the shift goes on.
  if (stays) return void (await tx.update(shift, stays.id, { endsAt: row.endsAt }))
  const { posts } = await tx.db
    .selectFrom('dutyPosition')
    .select('posts')
    .where('id', '=', row.position)
    .executeTakeFirstOrThrow()
  await tx.create(shift, {
    ...{ title: row.title ?? row.number, duty: id, position: row.position, posts, person: row.person },
    ...{ startsAt: row.startsAt, endsAt: row.endsAt, dutyDay: row.dutyDay },
  })
  await offer(tx, row.position)
}

async function markLate(tx: Tx, id: string): Promise<void> {
  const row = await tx.lock(shift, id)
  if (row.state !== 'due' || row.lateAt !== null) return
  await tx.update(shift, id, { lateAt: tx.now })
  await raiseAlarm(tx, {
    key: lateShiftKey(id),
    severity: 'warning',
    title: [`无人接班:${row.title}`, `Nobody has signed for the shift: ${row.title}`],
    about: { record: shift.name, id },
  })
}

async function miss(tx: Tx, id: string): Promise<void> {
  const { state } = await tx.lock(shift, id)
  if (state === 'due') await missShift(tx, id)
}
