import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { everyone } from '../../../../record/rule.ts'
import { effectiveCalendar } from './calendar.store.ts'

/** The calendar in force, whole: browsers work out clock and ribbon from it by the same rules as the server. */
export const currentCalendar = query({
  path: '/api/trading-day/calendar',
  allow: everyone,
  summary: 'The trading calendar in force',
  input: z.object({}),
  output: z.object({ calendar: z.unknown() }),
  run: async ({ db }) => ({ calendar: await effectiveCalendar(db) }),
})
