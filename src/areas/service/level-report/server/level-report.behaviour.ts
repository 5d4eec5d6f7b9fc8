import '../../server/tables.ts'
import { z } from 'zod'
import { action, behave, type Step } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault, Refusal } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { any, role, self } from '../../../../record/rule.ts'
import { action as improvement } from '../../action/action.record.ts'
import type { Figures } from '../figures.rules.ts'
import { levelReport } from '../level-report.record.ts'
import { compileFigures } from './compile.ts'
import { levelReportPaper } from './paper.ts'

type Row = RowOf<typeof levelReport>

/** What a new report is about follows from its agreement, and its figures with it. */
async function derive(tx: Tx, steps: readonly Step<typeof levelReport>[]): Promise<Partial<Row>[]> {
  return Promise.all(steps.map(({ before, after }) => (before ? {} : drawnUp(tx, after))))
}

async function drawnUp(tx: Tx, { agreement, month }: Row): Promise<Partial<Row>> {
  const row = await tx.db.selectFrom('agreement').selectAll().where('id', '=', agreement).executeTakeFirst()
  if (!row) return {}
  const { service, customer, owner, contact, name } = row
  return {
    ...{ service, customer, owner, contact, month: `${month.slice(0, 7)}-01` },
    title: `${name} ${month.slice(0, 7)} 月报`,
    titleEn: `${name}: report of ${month.slice(0, 7)}`,
    figures: await compileFigures(tx.db, row as never, month.slice(0, 7)),
  }
}

async function onlyOnce(tx: Tx, { id, agreement, month }: Row): Promise<Fault[]> {
  if (month.slice(0, 7) > tx.today.slice(0, 7))
    return [fault('month', 'ahead', '这个月还没有到。', 'That month has not come.')]
  const other = await tx.db
    .selectFrom('levelReport')
    .select('number')
    .where('agreement', '=', agreement)
    .where('month', '=', month)
    .where('id', '<>', id)
    .executeTakeFirst()
  return other
    ? [
        fault(
          'month',
          'duplicate',
          `该月已有月报 ${other.number}。`,
          `${other.number} is the report of that month already.`,
        ),
      ]
    : []
}

const makeAgain = action(levelReport, {
  allow: any(role('manager'), self('owner')),
  summary: 'Takes the figures of a draft anew.',
  input: z.strictObject({}),
  output: z.object({ changed: z.boolean() }),
  async run(tx, row) {
    if (row.state !== 'draft')
      throw new Refusal('wrong-state', ['已发出的月报不再改变。', 'What was issued changes no more.'])
    const { figures } = await drawnUp(tx, row)
    const after = await tx.update(levelReport, row.id, { figures: figures as Figures })
    return { changed: after.version > row.version }
  },
})

const improve = action(levelReport, {
  allow: any(role('manager'), self('owner')),
  summary: 'Adds an improvement action that is followed to its end, whatever became of the report.',
  input: z.strictObject({ title: z.string().trim().min(1).max(200), owner: z.uuid(), due: z.iso.date() }),
  output: z.object({ id: z.uuid(), number: z.string() }),
  async run(tx, row, values) {
    const { id, number } = await tx.create(improvement, values)
    await tx.update(levelReport, row.id, { actions: [...row.actions, id] })
    return { id, number }
  },
})

export const levelReportBehaviour = behave(levelReport, {
  derive,
  guards: { create: onlyOnce },
  actions: { 'make-again': makeAgain, improve },
  paper: levelReportPaper,
})
