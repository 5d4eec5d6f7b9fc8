import '../../server/tables.ts'
import { sql } from 'kysely'
import type { Task } from '../../../../platform/area.ts'
import { verify } from '../../../../platform/write/verify.ts'
import { asSystem } from '../../../../record/actor.ts'
import { msOf } from '../../../../record/time.ts'
import { tellToday } from '../../../messaging/messaging.api.ts'
import { logCheck } from '../log-check.record.ts'

const hourMs = 3_600_000

/** Holds the whole journal against itself, and writes down how far back it reaches; administrators hear of what does not fit. */
export const checkLogs: Task = async (engine) => {
  const { entries, seals, broken } = await verify(engine.db, engine.registry)
  const { rows } = await sql<{ oldest: string | null; since: string | null }>`
    select (select at from journal order by id limit 1) as oldest, (select min(created_at) from person) as since`.execute(
    engine.db,
  )
  await engine.inTx(asSystem('security'), async (tx) => {
    const last = await tx.db
      .selectFrom('logCheck')
      .select(['id', 'checkedAt'])
      .where('newest', '=', true)
      .orderBy('id', 'desc')
      .executeTakeFirst()
    if (last) await tx.update(logCheck, last.id, { newest: false })
    const said = broken && `${broken.what} ${broken.record ?? ''} ${broken.number ?? broken.id}: ${broken.why}`
    const made = await tx.create(logCheck, {
      result: broken ? 'broken' : 'sound',
      ...{ checkedAt: tx.now, entries, seals, broken: said?.slice(0, 400) ?? null },
      ...{ oldestAt: rows[0]?.oldest ?? null, since: rows[0]?.since ?? null },
      gapHours: last ? Math.round(((msOf(tx.now) - msOf(last.checkedAt)) / hourMs) * 10) / 10 : null,
    })
    if (broken)
      await tellToday(
        tx,
        logCheck,
        made,
        'create',
        [{ is: 'role', code: 'admin' }],
        [`操作日志校验不符:${said}`, `The journal does not fit: ${said}`],
      )
  })
}

/** Twenty to four in the morning and twenty to five in the afternoon in Shanghai: between the sessions. */
export const checkLogsCrontab = '40 8,19 * * * check-logs'
