import { behave } from '../../../../platform/behaviour.ts'
import '../../server/tables.ts'
import { tradingCalendar } from '../calendar.record.ts'
import { calendarFaults } from '../stored.rules.ts'

export const calendarBehaviour = behave(tradingCalendar, {
  guards: {
    // A calendar that does not hold is refused when it is saved, not when somebody relies on it.
    create: async (_tx, row) => calendarFaults(row),
    update: async (_tx, row) => calendarFaults(row),
  },
  effects: {
    approve: async (tx, row) => {
      const before = await tx.db
        .selectFrom('tradingCalendar')
        .select('id')
        .where('state', '=', 'effective')
        .where('code', '=', row.code)
        .where('id', '!=', row.id)
        .execute()
      for (const { id } of before) await tx.as('calendar').act(tradingCalendar, id, 'supersede')
    },
  },
})
