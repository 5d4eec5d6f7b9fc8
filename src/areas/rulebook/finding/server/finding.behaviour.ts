import { sql } from 'kysely'
import { behave, type Step } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import { type RowOf, tableOf } from '../../../../record/record.ts'
import { tradingHours } from '../../../operations/operations.api.ts'
import { controlIn } from '../../control/server/held.ts'
import { finding } from '../finding.record.ts'
import { dueAhead, weekday, workingDaysAfter } from '../finding.rules.ts'
import { answerDays } from '../finding.settings.ts'
import '../../server/tables.ts'

type Row = RowOf<typeof finding>

/** What it is about follows from where it was found: the audit and clause of its item, the area of its control. */
async function derived(tx: Tx, { before, after }: Step<typeof finding>): Promise<Partial<Row>> {
  const reopens = before !== null && before.state !== 'open' && after.state === 'open'
  if (before !== null) return reopens ? { answerBy: await answerBy(tx) } : {}
  const item = await itemOf(tx, after)
  const control = item?.control ?? after.control
  const policy = item?.policy ?? after.policy
  const clause = item?.clause ?? after.clause
  const about = {
    ...{ audit: item?.audit ?? after.audit, control, policy, clause },
    area: (item?.area as Row['area'] | undefined) ?? (await controlIn(tx, control ?? ''))?.area ?? after.area,
    source: item || after.audit ? ('audit' as const) : control ? ('control' as const) : ('hand' as const),
  }
  const ids = control ? await idsOf(tx, control, after.subjects) : []
  const subjectIds = ids.filter((id): id is string => id !== null)
  return { ...about, subjectIds, answerBy: await answerBy(tx), repeatOf: await earlier(tx, { ...after, ...about }) }
}

const itemOf = (tx: Tx, { item }: Row) =>
  item === null
    ? undefined
    : tx.db
        .selectFrom('auditItem')
        .select(['audit', 'control', 'policy', 'clause', 'area'])
        .where('id', '=', item)
        .executeTakeFirst()

/** By the trading calendar, and by weekdays where it does not reach. */
async function answerBy(tx: Tx): Promise<string> {
  const hours = await tradingHours(tx.db)
  return workingDaysAfter(tx.today, tx.settings.get(answerDays), (date) => {
    const trades = hours?.isTradingDate(date) ?? 'unknown'
    return trades === 'unknown' ? weekday(date) : trades
  })
}

/** The last one before it about the same control, or else the same clause. */
async function earlier(tx: Tx, { id, control, policy, clause }: Row): Promise<string | null> {
  if (control === null && (policy === null || clause === null)) return null
  const { rows } = await sql<{ id: string }>`select f.id from finding f where f.id <> ${id} and ${
    control === null
      ? sql`f.policy in (select p.id from policy p join policy q on q.code = p.code where q.id = ${policy}) and f.clause = ${clause}`
      : sql`f.control = ${control}`
  } order by f.id desc limit 1`.execute(tx.db)
  return rows[0]?.id ?? null
}

/** The ids behind the numbers of subjects, in their order; null for a number that there is not. */
async function idsOf(tx: Tx, id: string, subjects: readonly string[]): Promise<(string | null)[]> {
  const control = await controlIn(tx, id)
  if (!control || subjects.length === 0) return subjects.map(() => null)
  const { rows } = await sql<{ id: string; number: string }>`
    select id, number from ${sql.table(tableOf(control.subject.record))} where number = any(${subjects}::text[])`.execute(
    tx.db.withoutPlugins(),
  )
  const known = new Map(rows.map(({ id, number }) => [number, id]))
  return subjects.map((number) => known.get(number) ?? null)
}

async function sound(tx: Tx, row: Row): Promise<Fault[]> {
  const { control, subjects } = row
  if (control === null)
    return subjects.length === 0
      ? []
      : [fault('control', 'required', '写明对象时须写明控制项。', 'Where it names subjects it names their control.')]
  if (!(await controlIn(tx, control)))
    return [fault('control', 'no-such-control', `没有控制项 ${control}。`, `There is no control ${control}.`)]
  return (await idsOf(tx, control, subjects)).flatMap((id, n) =>
    id === null
      ? [fault(`subjects.${n}`, 'no-such-record', '该控制项没有这个对象。', 'The control has no such subject.')]
      : [],
  )
}

/** Evidence is a file, or a record that it is tied to: the change, incident or problem in which it was put right. */
async function evident(tx: Tx, { id }: Row): Promise<Fault[]> {
  const { rows } =
    await sql`select 1 from attachment where record = ${finding.name} and record_id = ${id} and removed_at is null
    union all select 1 from link where from_id = ${id} or to_id = ${id} limit 1`.execute(tx.db)
  return rows.length > 0
    ? []
    : [
        fault(
          '',
          'no-evidence',
          '没有证据:请先上传文件,或关联整改所在的变更、故障或其他记录。',
          'There is no evidence: add a file, or link the change, incident or other record in which it was put right.',
        ),
      ]
}

/** What the control still holds against its subjects has not been put right, whatever anybody says. */
async function noLongerBad(tx: Tx, { control, subjectIds }: Row): Promise<Fault[]> {
  if (control === null || subjectIds.length === 0) return []
  const still = await tx.db
    .withoutPlugins()
    .selectNoFrom(
      sql<number>`(select count(*)::int from control_item
    where control = ${control} and subject = any(${subjectIds}::uuid[]) and standing = 'bad')`.as('n'),
    )
    .executeTakeFirst()
  const n = still?.n ?? 0
  return n === 0
    ? []
    : [
        fault(
          '',
          'still-broken',
          `控制项 ${control} 仍有 ${n} 个对象未遵守。`,
          `By control ${control}, ${n} of its subjects still break the rule.`,
        ),
      ]
}

export const findingBehaviour = behave(finding, {
  derive: async (tx, steps) => Promise.all(steps.map((one) => derived(tx, one))),
  guards: {
    create: sound,
    answer: async (tx, row) => dueAhead(row, tx.today),
    verify: async (tx, row) => [...(await evident(tx, row)), ...(await noLongerBad(tx, row))],
  },
})
