import { dayAway } from '../../../../record/time.ts'
import '../../server/tables.ts'
import { sql } from 'kysely'
import type { Task } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { asSystem } from '../../../../record/actor.ts'
import { dateIn } from '../../../../record/zone.ts'
import { marksDue } from '../../renewal/renewal.rules.ts'
import { renewalWarnings, warnDaysOf } from '../../renewal/renewal.settings.ts'
import { tellMarks } from '../../renewal/server/tell.ts'
import { licence } from '../licence.record.ts'
import { settle } from './stand.ts'

/** Every night: counts anew what a day has begun or ended, and tells owners of what runs out soon. */
export const keepLicences: Task = async (engine) => {
  const today = dateIn(engine.zone, engine.clock.now())
  for (const id of await turned(engine, today)) await engine.inTx(asSystem('licences'), (tx) => settle(tx, id))
  const warnDays = warnDaysOf(engine.settings.get(renewalWarnings))
  const ending = await engine.db
    .selectFrom('entitlement as e')
    .innerJoin('licence as l', 'l.id', 'e.licence')
    .select(['e.id', 'e.licence', 'e.validTo'])
    .where('e.state', '=', 'standing')
    .where('l.state', '=', 'active')
    .where('e.validTo', '>=', today)
    .where('e.validTo', '<=', dayAway(today, Math.max(0, ...warnDays)))
    .orderBy('e.id')
    .execute()
  for (const { id, licence: of, validTo } of ending) {
    const marks = marksDue({ validTo, noticeOn: null }, warnDays, today)
    await engine.inTx(asSystem('licences'), (tx) =>
      tellMarks(
        tx,
        licence,
        of,
        marks.map((mark) => ({ ...mark, key: `${id} ${mark.key}` })),
      ),
    )
  }
}

/** Licences of which something has begun or ended since they were counted. */
async function turned({ db }: Engine, today: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select l.id from licence l cross join lateral (
      select coalesce(sum(quantity), 0) as entitled from entitlement e
      where e.licence = l.id and e.state = 'standing' and e.valid_from <= ${today}::date
        and (e.valid_to is null or e.valid_to >= ${today}::date)
    ) now where l.entitled <> now.entitled or l.ends_on < ${today}::date order by l.id`.execute(db)
  return rows.map(({ id }) => id)
}

/** A quarter past midnight in Shanghai. */
export const keepLicencesCrontab = '15 16 * * * keep-licences'
