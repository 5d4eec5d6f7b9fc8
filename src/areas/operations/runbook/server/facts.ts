import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import { instantOf, isTradingDate, nextTradingDate, type TradingCalendar } from '../../calendar/calendar.rules.ts'
import { effectiveCalendar } from '../../calendar/server/calendar.store.ts'
import type { Facts } from '../runbook.rules.ts'

/** What `checkSteps` must know about the firm, as it stands now. */
export async function loadFacts(db: Kysely<Tables>, today: string): Promise<Facts> {
  const calendar = await effectiveCalendar(db)
  const [components, probes, posts] = [
    await db.selectFrom('component').select(['code', 'actions']).where('state', '<>', 'retired').execute(),
    await db.selectFrom('probe').select('number').where('state', '=', 'active').execute(),
    await holdersByPost(db),
  ]
  return {
    components: new Map(components.map(({ code, actions }) => [code, actions.map(({ verb }) => verb)])),
    probes: new Set(probes.map(({ number }) => number)),
    posts: new Map(posts.map(({ code, holders }) => [code, holders])),
    sessions: new Set(calendar?.sessions.map(({ code }) => code)),
    place: (mark) => {
      const at = calendar ? instantOf(calendar, ordinaryDay(calendar, today), mark) : null
      return at === null || at === 'unknown' ? null : Date.parse(at)
    },
  }
}

async function holdersByPost(db: Kysely<Tables>): Promise<{ code: string; holders: string[] }[]> {
  const { rows } = await sql<{ code: string; holders: string[] }>`
    select code, array(select p.id from person p where p.state = 'active' and post.id = any(p.posts)) as holders
    from post where state = 'active'`.execute(db)
  return rows
}

/** A trading day to measure marks on: the next one, or the calendar's first beyond its first date. */
function ordinaryDay(calendar: TradingCalendar, today: string): string {
  const next = nextTradingDate(calendar, today)
  if (next !== 'unknown') return next
  const first = nextTradingDate(calendar, calendar.covers.from)
  return first !== 'unknown' && isTradingDate(calendar, first) === true ? first : calendar.covers.from
}
