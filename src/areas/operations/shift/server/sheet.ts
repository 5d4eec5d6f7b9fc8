import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import { dueOn } from '../../run/server/due.ts'
import { type HandoverSheet, mostLines, type SheetLine } from '../sheet.rules.ts'

/** The handover sheet as things stand: open alarms and incidents, runs under way, what is late in them, what is due, what was noted. */
export async function compileSheet(
  db: Kysely<Tables>,
  { now, today, since }: { readonly now: string; readonly today: string | null; readonly since: string },
): Promise<HandoverSheet> {
  const [alarms, incidents, runs, steps, due, log] = await Promise.all([
    lines(
      db,
      sql`select 'alarm' as record, number, title, title_en as "titleEn", state, first_at as at from alarm
      where state <> 'resolved' order by severity = 'critical' desc, first_at desc`,
    ),
    lines(
      db,
      sql`select 'incident' as record, number, title, null as "titleEn", state, created_at as at from incident
      where state not in ('resolved', 'closed') order by priority, id desc`,
    ),
    lines(
      db,
      sql`select 'run' as record, number, title, title_en as "titleEn", state, created_at as at from run
      where state = 'in-progress' order by id`,
    ),
    lines(
      db,
      sql`select 'run-step' as record, s.number, s.title, s.title_en as "titleEn", s.state, s.deadline_at as at
      from run_step s join run r on r.id = s.run and r.state = 'in-progress'
      where s.state in ('failed', 'timed-out', 'unknown', 'waive-asked', 'override-asked')
        or (s.late_at is not null and s.state not in ('checked', 'waived') and not (s.state = 'done' and s.checker_post is null))
      order by s.run, s.position`,
    ),
    dueOn(db, { now, day: today, today, underWay: false }),
    sql<HandoverSheet['log'][number]>`select l.created_at as at, l.text, p.name as by from log_entry l
      left join person p on p.id = l.created_by
      where l.kind = 'note' and l.created_at >= ${since} and l.created_at <= ${now}
      order by l.id desc limit ${mostLines}`.execute(db),
  ])
  return {
    ...{ at: now, alarms, incidents, runs, steps },
    due: due
      .filter(({ state }) => state === 'due' || state === 'late')
      .map(({ runbook: { number, title, titleEn }, state, dueAt }) => ({
        ...{ record: 'runbook', number, title, titleEn, state, at: dueAt },
      })),
    log: log.rows,
  }
}

async function lines(db: Kysely<Tables>, found: ReturnType<typeof sql>): Promise<SheetLine[]> {
  const { rows } = await sql<SheetLine>`${found} limit ${mostLines}`.execute(db)
  return rows
}
