import { sql } from 'kysely'
import { finding, type Look } from '../../../../platform/health/health.ts'

/** Monitoring that is refused tells nobody: its sender gives up, and here all is quiet. */
export const eventLooks: Readonly<Record<string, Look>> = {
  async 'event-sources'({ db, clock }) {
    const { rows } = await sql<{ name: string }>`select s.name from event_source s where exists (
      select from event_delivery d where d.source = s.id and not d.accepted
        and d.at > ${clock.now()}::timestamptz - interval '1 day') and s.state = 'in-use' order by s.name`.execute(db)
    const names = rows.map(({ name }) => name)
    return finding('event-sources', names.length > 0 ? 'warning' : 'ok', [
      names.length > 0 ? `一天内有内容被拒收的事件来源:${names.join('、')}` : '事件来源的内容均已接收',
      names.length > 0
        ? `Event sources of which something was refused within a day: ${names.join(', ')}`
        : 'All that event sources sent was taken',
    ])
  },
}
