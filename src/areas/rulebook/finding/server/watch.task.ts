import { sql } from 'kysely'
import type { Task } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { asSystem } from '../../../../record/actor.ts'
import { tableOf } from '../../../../record/record.ts'
import { dateIn } from '../../../../record/zone.ts'
import { tellToday } from '../../../messaging/messaging.api.ts'
import { catalogueOf } from '../../control/server/held.ts'
import { daysAfter } from '../../control/time.rules.ts'
import { finding } from '../finding.record.ts'
import { isOverdue, isRelapse } from '../finding.rules.ts'
import { raiseDays, relapseDays } from '../finding.settings.ts'
import '../../server/tables.ts'

/** Every few minutes: what was closed and is wrong again is open again. */
export const reopenFindings: Task = async (engine) => {
  const days = engine.settings.get(relapseDays)
  const since = daysAfter(engine.clock.now(), -days)
  const { rows } = await sql<{ id: string; at: string }>`
    select f.id, min(b.from_at) as at from finding f cross join lateral (
      select s.from_at from control_span s where s.control = f.control and s.standing = 'bad'
        and s.from_at > f.closed_at and f.subject_ids ? s.subject::text
      union all select c.from_at from control_state_span c where c.control = f.control and c.state = 'broken'
        and c.from_at > f.closed_at and f.subject_ids = '[]'::jsonb) b
    where f.state = 'closed' and f.control is not null and f.closed_at > ${since} group by f.id order by f.id limit 500`.execute(
    engine.db,
  )
  for (const { id, at } of rows)
    await engine.inTx(asSystem('rulebook'), async (tx) => {
      const { state, closedAt, control } = await tx.lock(finding, id)
      if (state !== 'closed' || closedAt === null || !isRelapse(closedAt, at, days)) return
      const on = dateIn(tx.zone, at)
      await tx.act(finding, id, 'reopen', {
        reopenReason: `关闭后 ${days} 天内,控制项 ${control} 于 ${on} 再次未遵守。Control ${control} was broken again on ${on}.`,
      })
    })
}

/** Five minutes apart. */
export const reopenFindingsCrontab = '*/5 * * * * reopen-findings'

/** Every morning: what stays broken too long becomes a finding where the house wants it, and whoever is late is told. */
export const watchFindings: Task = async (engine) => {
  await raiseForBroken(engine)
  await tellOverdue(engine)
}

/** Twenty to nine in Shanghai. */
export const watchFindingsCrontab = '40 0 * * * watch-findings'

interface Broken {
  readonly control: string
  readonly since: string
  readonly policy: string
  readonly owner: string
  readonly clause: string
}

/** One finding for each control that has been broken so long and of which none is open; its owner is who holds the policy. */
async function raiseForBroken(engine: Engine): Promise<void> {
  const days = engine.settings.get(raiseDays)
  if (days === 0) return
  const before = daysAfter(engine.clock.now(), -days)
  const { rows } =
    await sql<Broken>`select distinct on (s.control) s.control, s.from_at as since, p.id as policy, p.owner,
      clause->>'key' as clause
    from control_state_span s join policy p on p.state = 'effective' cross join lateral jsonb_array_elements(p.clauses) clause
    where s.state = 'broken' and s.to_at is null and s.from_at <= ${before} and clause->'controls' ? s.control
      and not exists (select from finding f where f.control = s.control and f.state <> 'closed')
    order by s.control, p.code`.execute(engine.db)
  for (const { control: id, since, policy, owner, clause } of rows) {
    const control = catalogueOf(engine).of(id)
    if (!control) continue
    await engine.inTx(asSystem('rulebook'), async (tx) => {
      const bad = await sql<{ number: string }>`select s.number from control_item i
        join ${sql.table(tableOf(control.subject.record))} s on s.id = i.subject
        where i.control = ${id} and i.standing = 'bad' order by i.since limit 100`.execute(tx.db)
      await tx.create(finding, {
        title: `${id} ${control.title[0]}:持续未遵守`,
        description: `自 ${dateIn(tx.zone, since)} 起持续未遵守,已满 ${days} 天。\nBroken since ${dateIn(tx.zone, since)}: ${control.title[1]}.`,
        ...{ control: id, policy, clause, owner, subjects: bad.rows.map(({ number }) => number) },
      })
    })
  }
}

async function tellOverdue(engine: Engine): Promise<void> {
  const today = dateIn(engine.zone, engine.clock.now())
  const late = await engine.db
    .selectFrom('finding')
    .select(['id', 'owner', 'state', 'answerBy', 'due'])
    .where((is) =>
      is.or([
        is.and([is('state', '=', 'open'), is('answerBy', '<', today)]),
        is.and([is('state', '=', 'corrective-action'), is('due', '<', today)]),
      ]),
    )
    .orderBy('id')
    .limit(1_000)
    .execute()
  for (const one of late)
    await engine.inTx(asSystem('rulebook'), async (tx) => {
      const row = await tx.lock(finding, one.id)
      if (!isOverdue(row, tx.today)) return
      const due = row.state === 'open' ? row.answerBy : row.due
      const who = [
        { is: 'person' as const, id: row.owner },
        { is: 'role' as const, code: 'manager' },
      ]
      await tellToday(tx, finding, row, 'overdue', who, [`应于 ${due} 前办理。`, `It was due by ${due}.`])
    })
}
