import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { readItem } from '../../../../platform/read/item.ts'
import { role } from '../../../../record/rule.ts'
import { eventSource } from '../event-source.record.ts'
import { trapPort } from '../snmp.settings.ts'
import { syslogPort } from '../syslog.settings.ts'
import { trafficSchema } from '../traffic.rules.ts'

const mostDeliveries = 20

export const sourceTraffic = query({
  path: '/api/event-sources/:id/traffic',
  allow: role('operator', 'checker', 'engineer', 'manager', 'auditor', 'admin'),
  summary: 'What came of an event source altogether, and its last deliveries with what became of each.',
  input: z.strictObject({ id: z.string().max(64) }),
  output: trafficSchema,
  async run({ db, person, engine }, { id: key }) {
    const { id } = await readItem(db, eventSource, person, key)
    const total = await db
      .selectFrom('eventSourceTraffic')
      .select(['lastAt', 'accepted', 'refused'])
      .where('source', '=', id)
      .executeTakeFirst()
    const deliveries = await db
      .selectFrom('eventDelivery')
      .select(['id', 'at', 'accepted', 'raised', 'resolved', 'known', 'reasons', 'body'])
      .where('source', '=', id)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(mostDeliveries)
      .execute()
    return {
      ...(total ?? { lastAt: null, accepted: 0, refused: 0 }),
      syslogPort: engine.settings.get(syslogPort),
      trapPort: engine.settings.get(trapPort),
      deliveries: deliveries.map(({ reasons, ...one }) => ({
        ...one,
        reasons: reasons.map(([zh, en]): [string, string] => [zh, en]),
      })),
    }
  },
})
