import { type Kysely, sql } from 'kysely'
import type { ClockSource, Target } from '../../../../platform/clocks/source.ts'
import type { Tables } from '../../../../platform/tables.ts'
import '../../server/tables.ts'
import { type LaidOut, layOutEdition } from '../../working-calendar/server/calendar.store.ts'

/** What the engine asks of targets: those in force for a record, each on the edition of its calendar that is in force. */
export const clockSource: ClockSource = {
  async targets(db, record) {
    const rows = await targetsOf(db, record)
    const laid = new Map<string, LaidOut | null>()
    for (const { edition, kind, version } of rows)
      if (edition && kind && version && !laid.has(edition))
        laid.set(edition, await layOutEdition(db, { id: edition, kind, version }))
    return rows.map(
      ({ rule: { clock, when }, calendar, named, edition, kind: _kind, version: _version, ...rest }): Target => {
        const found = edition ? laid.get(edition) : null
        return {
          ...rest,
          clock,
          when,
          time: found?.time ?? null,
          calendar: { id: found?.id ?? calendar, name: found?.name ?? named },
        }
      },
    )
  },
}

const targetsOf = (db: Kysely<Tables>, record: string) =>
  db
    .selectFrom('target as t')
    .innerJoin('workingCalendar as named', 'named.id', 't.calendar')
    .leftJoin('workingCalendar as c', (on) => on.onRef('c.code', '=', 'named.code').on('c.state', '=', 'in-force'))
    .where('t.state', '=', 'in-force')
    .where(sql<boolean>`t.rule->>'record' = ${record}`)
    .select(['t.id', 't.name', 't.rule', 't.minutes', 't.calendar', 't.warnAt', 't.escalation'])
    .select(['named.name as named', 'c.id as edition', 'c.kind', 'c.version'])
    .orderBy('t.id')
    .execute()
