import '../../server/tables.ts'
import { behave } from '../../../../platform/behaviour.ts'
import { fault } from '../../../../record/problem.ts'
import { minuteMs } from '../../../../record/time.ts'
import { majorIncident } from '../../major-incident/major-incident.record.ts'
import { incidentUpdate } from '../incident-update.record.ts'

const told = ['declared', 'mitigated', 'ended']

/** Each update sets when the next is due; one after the end is the last word. */
export const incidentUpdateBehaviour = behave(incidentUpdate, {
  guards: {
    async create(tx, { major }) {
      const found = await tx.db.selectFrom('majorIncident').select('state').where('id', '=', major).executeTakeFirst()
      if (!found || told.includes(found.state)) return []
      return [fault('major', 'over', '该重大故障已了结,不再通报。', 'It is over; nothing more is to be told.')]
    },
  },
  effects: {
    async create(tx, { major }) {
      const { state, interval } = await tx.lock(majorIncident, major)
      const next = state === 'ended' ? null : new Date(Date.parse(tx.now) + interval * minuteMs).toISOString()
      await tx.as('desk').update(majorIncident, major, { lastUpdateAt: tx.now, nextUpdateAt: next })
    },
  },
})
