import '../../server/tables.ts'
import { z } from 'zod'
import { action, behave } from '../../../../platform/behaviour.ts'
import { personId } from '../../../../record/actor.ts'
import { fault, invalid } from '../../../../record/problem.ts'
import { minuteMs } from '../../../../record/time.ts'
import { concludeIfReviewed } from '../../review/server/review.behaviour.ts'
import { majorIncident } from '../major-incident.record.ts'
import { dutiesOf } from './duties.ts'

export const majorIncidentBehaviour = behave(majorIncident, {
  /** The first update is due one interval after it was declared. */
  derive: async (_tx, steps) =>
    steps.map(({ before, after }) =>
      before ? {} : { nextUpdateAt: new Date(Date.parse(after.createdAt) + after.interval * minuteMs).toISOString() },
    ),
  effects: { end: (tx, { id }) => concludeIfReviewed(tx, id) },
  actions: {
    reported: action(majorIncident, {
      allow: majorIncident.access.update,
      summary: 'Notes that a regulator was told: by which rule, when and how',
      input: z.strictObject({
        rule: z.uuid(),
        at: z.iso.datetime().optional(),
        how: z.string().trim().min(1).max(400),
      }),
      output: z.object({ at: z.iso.datetime() }),
      async run(tx, row, { rule, at = tx.now, how }, { zone }) {
        const duties = await dutiesOf(tx.db, [row], zone)
        if (!duties.get(row.id)?.some(({ id }) => id === rule))
          throw invalid([fault('rule', 'does-not-apply', '这条规则不适用。', 'This rule does not apply.')])
        if (at > tx.now) throw invalid([fault('at', 'in-future', '时间不能晚于现在。', 'It cannot lie ahead.')])
        const by = personId(tx.actor) as string
        const reports = [...row.reports.filter((one) => one.rule !== rule), { rule, at, by, how }]
        await tx.update(majorIncident, row.id, { reports })
        return { at }
      },
    }),
  },
})
