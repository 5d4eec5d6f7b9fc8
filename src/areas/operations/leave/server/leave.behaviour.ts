import '../../server/tables.ts'
import { behave } from '../../../../platform/behaviour.ts'
import { dateIn } from '../../../../record/zone.ts'
import { zoneInForce } from '../../calendar/server/calendar.store.ts'
import { leave, leaveFaults } from '../leave.record.ts'

export const leaveBehaviour = behave(leave, {
  /** The words it goes by: `李晓峰 2026-11-24 – 2026-11-25`. */
  async derive(tx, steps) {
    if (steps.length === 0) return []
    const zone = await zoneInForce(tx.db)
    const ids = [...new Set(steps.map(({ after }) => after.person))]
    const people = await tx.db.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute()
    const names = new Map(people.map(({ id, name }) => [id, name]))
    return steps.map(({ after: { person, startsAt, endsAt } }) => {
      const dates = [...new Set([startsAt, endsAt].map((at) => dateIn(zone, at)))]
      return { title: `${names.get(person) ?? ''} ${dates.join(' – ')}`.trim() }
    })
  },
  guards: { create: async (_tx, row) => leaveFaults(row), update: async (_tx, row) => leaveFaults(row) },
})
