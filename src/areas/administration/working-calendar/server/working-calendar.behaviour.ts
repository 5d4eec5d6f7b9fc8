import { z } from 'zod'
import { action, behave } from '../../../../platform/behaviour.ts'
import { askClocksAgain } from '../../../../platform/clocks/again.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { fault, invalid, Refusal } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { role } from '../../../../record/rule.ts'
import '../../server/tables.ts'
import { tradingHours } from '../../../operations/operations.api.ts'
import { asHolidays, type Holidays, merged } from '../holidays.rules.ts'
import { hoursFaults } from '../hours.rules.ts'
import { readHolidays } from '../lists.rules.ts'
import { workingCalendar } from '../working-calendar.record.ts'
import { mainlandHolidays } from './mainland.ts'

type Row = RowOf<typeof workingCalendar>

/** A calendar by which nothing would ever fall due is refused when it is saved, not when somebody relies on it. */
async function sound(tx: Tx, row: Row) {
  if (row.kind === 'always') return []
  if (row.kind !== 'trading') return hoursFaults(row)
  return (await tradingHours(tx.db))
    ? []
    : [fault('kind', 'no-calendar', '还没有生效的交易日历。', 'No trading calendar is in force yet.')]
}

const listed = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('mainland'), year: z.int().min(1990).max(2200) }),
  z.strictObject({
    from: z.literal('text'),
    text: z.string().min(1).max(500_000),
    source: z.string().trim().min(1).max(500),
  }),
])

/** What the list gives, or a refusal that names every line which cannot be read. */
function given(list: z.output<typeof listed>): Holidays {
  if (list.from === 'text') {
    const { days, faults } = readHolidays(list.text)
    if (faults.length > 0) throw invalid(faults)
    if (days.length === 0) throw invalid([fault('list.text', 'empty', '没有读到日期。', 'No dates were found in it.')])
    return asHolidays(days, list.source)
  }
  const found = mainlandHolidays(list.year)
  if (found) return found
  throw invalid([
    fault(
      'list.year',
      'unknown-year',
      `内置数据没有 ${list.year} 年的安排,请用通知原文或日历文件导入。`,
      `The built-in data does not know ${list.year}: import the notice or a calendar file.`,
    ),
  ])
}

const keeper = role('manager', 'admin')

export const workingCalendarBehaviour = behave(workingCalendar, {
  guards: { create: sound, update: sound, approve: sound },
  effects: {
    approve: async (tx, row) => {
      const before = await tx.db
        .selectFrom('workingCalendar')
        .select('id')
        .where('state', '=', 'in-force')
        .where('code', '=', row.code)
        .where('id', '!=', row.id)
        .execute()
      for (const { id } of before) await tx.as('calendar').act(workingCalendar, id, 'retire')
      await askClocksAgain(tx)
    },
    retire: askClocksAgain,
  },
  actions: {
    'import-holidays': action(workingCalendar, {
      allow: keeper,
      summary:
        'Puts the holidays and make-up days of a list into a draft: of a year built in, or of an iCalendar or CSV text.',
      input: z.strictObject({ list: listed }),
      output: z.object({ closed: z.int(), madeUp: z.int() }),
      async run(tx, row, { list }) {
        onlyDraft(row)
        const found = given(list)
        const { closed, madeUp } = merged(row, found)
        await tx.update(workingCalendar, row.id, {
          closed: closed.map((one) => ({ ...one })),
          madeUp: madeUp.map((one) => ({ ...one, hours: one.hours?.map((hours) => ({ ...hours })) })),
        })
        return { closed: found.closed.length, madeUp: found.madeUp.length }
      },
    }),
    revise: action(workingCalendar, {
      allow: keeper,
      summary: 'Draws up the next edition: a draft with the same code and content.',
      input: z.strictObject({}),
      output: z.object({ id: z.uuid(), number: z.string() }),
      async run(tx, row) {
        if (row.state === 'draft') throw notNow('草稿可以直接修改。', 'A draft may simply be changed.')
        const { code, name, kind, zone, coversFrom, coversTo, week, closed, madeUp, source } = row
        const values = { code, name, kind, zone, coversFrom, coversTo, week, closed, madeUp, source }
        const { id, number } = await tx.create(workingCalendar, values)
        return { id, number }
      },
    }),
  },
})

function onlyDraft({ state }: Row): void {
  if (state !== 'draft') throw notNow('只有草稿可以修改,请先修订。', 'Only a draft is changed: revise it first.')
}

const notNow = (zh: string, en: string): Refusal => new Refusal('wrong-state', [zh, en])
