import { sql } from 'kysely'
import type { Deputy } from '../../../../platform/approval/settings.ts'
import type { Directory } from '../../../../platform/engine.ts'
import '../../server/tables.ts'

/** Delegations in force at an instant, between people who are both here. */
export const deputies: Directory['deputies'] = async (db, { now, zone }, which) => {
  const whose = 'to' in which ? sql`d.deputy = ${which.to}` : sql`d.person = any(${[...which.of]}::uuid[])`
  const { rows } = await sql<Deputy>`select d.person, d.deputy, d.records from delegation d
    join person away on away.id = d.person and away.state = 'active'
    join person here on here.id = d.deputy and here.state = 'active'
    where ${whose} and d.state = 'given'
      and (${now}::timestamptz at time zone ${zone})::date between d.valid_from and d.valid_to`.execute(db)
  return rows
}
