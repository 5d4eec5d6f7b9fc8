import { sql } from 'kysely'
import type { Service } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { rhythm } from '../../../../platform/jobs/rhythm.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import type { RowOf } from '../../../../record/record.ts'
import { dayMs, instantAt, minuteMs, msOf } from '../../../../record/time.ts'
import { dueBetween, type Planned } from '../../../administration/administration.api.ts'
import { dutyTask } from '../../duty-task/duty-task.record.ts'
import '../../server/tables.ts'
import type { periodicDuty } from '../periodic-duty.record.ts'
import { windowOf } from '../periodic-duty.rules.ts'

type Duty = RowOf<typeof periodicDuty>

const turnMs = 5_000

export const keepDuties: Service = async (engine) => rhythm(turnMs, engine.log, () => tickDuties(engine))

/**
 * Makes the tasks whose window has opened, and marks as missed those whose window has closed: those that fell due while no server ran
 * are made too, so that the record says that they were missed. Any copy may ask; each task is made once and missed once.
 */
export async function tickDuties(engine: Engine): Promise<void> {
  const active = await engine.db
    .selectFrom('periodicDuty as d')
    .innerJoin('dutyProgress as p', 'p.duty', 'd.id')
    .where('d.state', '=', 'active')
    .selectAll('d')
    .select('p.through')
    .execute()
  for (const { through, ...duty } of active)
    await open(engine, duty as Duty, through).catch((error) =>
      engine.log.error({ err: error, duty: duty.id }, 'A periodic duty could not be followed'),
    )
  await close(engine)
}

async function open(engine: Engine, duty: Duty, through: string): Promise<void> {
  const horizon = instantAt(msOf(engine.clock.now()) + duty.opensBefore * minuteMs)
  if (horizon <= through) return
  const due = await dueBetween(engine.db, duty, through, horizon)
  if (due.length === 0 && msOf(horizon) - msOf(through) < dayMs) return
  await engine.inTx(asSystem('duties'), async (tx) => {
    // Locked: another copy may be making the same ones.
    const at = await tx.db
      .selectFrom('dutyProgress')
      .select('through')
      .where('duty', '=', duty.id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (at.through !== through) return
    await makeTasks(tx, duty, due)
    await advanceDuty(tx.db, duty.id, horizon)
  })
}

/** A duty whose time was changed may plan a day again for which its task is there. */
async function makeTasks(tx: Tx, duty: Duty, due: readonly Planned[]): Promise<void> {
  if (due.length === 0) return
  const there = await tx.db
    .selectFrom('dutyTask')
    .select('key')
    .where('duty', '=', duty.id)
    .where(
      'key',
      'in',
      due.map(({ key }) => key),
    )
    .execute()
  const known = new Set(there.map(({ key }) => key))
  for (const { key, date, at } of due)
    if (!known.has(key))
      await tx.create(dutyTask, {
        ...{ duty: duty.id, key, dueOn: date, post: duty.post, route: duty.route, statement: duty.statement },
        ...{ title: duty.name, titleEn: duty.nameEn, asks: duty.signed ? 'to-sign' : 'due' },
        ...windowOf(duty, at),
      })
}

async function close(engine: Engine): Promise<void> {
  const over = await engine.db
    .selectFrom('dutyTask')
    .select('id')
    .where('state', 'in', ['due', 'to-sign'])
    .where('closesAt', '<=', engine.clock.now())
    .orderBy('closesAt')
    .execute()
  for (const { id } of over)
    await engine.inTx(asSystem('duties'), async (tx) => {
      const { state } = await tx.lock(dutyTask, id)
      if (state === 'due' || state === 'to-sign') await tx.act(dutyTask, id, 'miss')
    })
}

/** What was due until this instant has its tasks; the next look begins there. */
export const advanceDuty = (db: Engine['db'], duty: string, through: string): Promise<unknown> =>
  sql`insert into duty_progress (duty, through) values (${duty}, ${through})
    on conflict (duty) do update set through = excluded.through`.execute(db)
