import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { everyone } from '../../../../record/rule.ts'
import { effectiveCalendar } from './calendar.store.ts'

/**
 * The calendar in force, whole, and the server's time: browsers work out clock and ribbon from both by the same rules as
 * the server, whatever their own clock says.
 */
export const currentCalendar = query({
  path: '/api/trading-day/calendar',
  allow: everyone,
  summary: 'The trading calendar in force, and the time.',
  input: z.object({}),
  output: z.object({ calendar: z.unknown(), now: z.iso.datetime() }),
  run: async ({ db, now }) => ({ calendar: await effectiveCalendar(db), now }),
})
