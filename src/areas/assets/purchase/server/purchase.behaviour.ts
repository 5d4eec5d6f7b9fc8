import '../../server/tables.ts'
import { sql } from 'kysely'
import { agreedNow } from '../../../../platform/approval/agreed.ts'
import { behave, type Step } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import type { ApprovalStep, AskedWho } from '../../../../record/approval.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { chargeOf } from '../../budget/server/standing.ts'
import { purchase } from '../purchase.record.ts'
import { choiceFaults, lineFaults } from '../purchase.rules.ts'
import { quotesFrom, quotesWanted } from '../purchase.settings.ts'
import { purchasePaper } from './paper.ts'

export type PurchaseRow = RowOf<typeof purchase>

/** Whatever its charge follows from is as it was. */
const keepsItsCharge = ({ before, after }: Step<typeof purchase>): boolean =>
  before !== null &&
  after.state === before.state &&
  (['lines', 'department', 'neededBy'] as const).every(
    (name) => JSON.stringify(before[name]) === JSON.stringify(after[name]),
  )

async function derived(tx: Tx, step: Step<typeof purchase>): Promise<Partial<PurchaseRow>> {
  const { before, after } = step
  const isAsked = after.state === 'requested' || before?.state === 'requested'
  if (!isAsked || keepsItsCharge(step)) return {}
  const requester = after.requester ?? after.createdBy
  const department = after.department ?? (before === null ? await departmentOf(tx, requester) : null)
  const { overdraws } = await chargeOf(tx, { ...after, department })
  const approvers = (await departmentsUp(tx, requester)).flatMap(({ head }) => (head === requester ? [] : (head ?? [])))
  return { requester, department, approvers: [...new Set(approvers)], overdraws }
}

/** Whoever asks need not be able to open the budget that it is charged to. */
async function charge(tx: Tx, row: PurchaseRow): Promise<void> {
  const { budget } = await chargeOf(tx, row)
  await tx.as('budget').update(purchase, row.id, { budget })
}

/** What may be written at any time. */
async function sound(tx: Tx, row: PurchaseRow): Promise<Fault[]> {
  const faults = lineFaults(row.lines)
  const models = row.lines.flatMap(({ model }) => model ?? [])
  const categories = row.lines.flatMap(({ category }) => category ?? [])
  const suppliers = row.quotes.map(({ supplier }) => supplier)
  const [model, category, supplier] = await Promise.all([
    among(tx, 'assetModel', models),
    among(tx, 'assetCategory', categories),
    among(tx, 'supplier', suppliers),
  ])
  const missing = (path: string) =>
    fault(path, 'no-such-record', '所选的记录不存在。', 'The chosen record does not exist.')
  for (const [n, line] of row.lines.entries()) {
    if (line.model && !model.has(line.model)) faults.push(missing(`lines.${n}.model`))
    if (line.category && !category.has(line.category)) faults.push(missing(`lines.${n}.category`))
  }
  for (const [n, quote] of row.quotes.entries())
    if (!supplier.has(quote.supplier)) faults.push(missing(`quotes.${n}.supplier`))
  return faults
}

/** What must be there before anybody is asked. */
async function whole(tx: Tx, row: PurchaseRow): Promise<Fault[]> {
  const faults = await sound(tx, row)
  if (row.lines.length === 0)
    faults.push(fault('lines', 'required', '还没有写要买什么。', 'It does not say yet what is wanted.'))
  if (row.department === null)
    faults.push(fault('department', 'required', '请选择列支部门。', 'Say which department it is charged to.'))
  const policy = { from: tx.settings.get(quotesFrom), wanted: tx.settings.get(quotesWanted) }
  return [...faults, ...choiceFaults(row, policy)]
}

async function orderable(tx: Tx, row: PurchaseRow): Promise<Fault[]> {
  const { supplier } = row
  if (supplier === null) return []
  const agreed = await tx.db.selectFrom('purchase').select('supplier').where('id', '=', row.id).executeTakeFirst()
  if (agreed?.supplier && agreed.supplier !== supplier)
    return [
      fault(
        'supplier',
        'not-agreed',
        '批准的是另一家供应商。要更换,请先变更并重新审批。',
        'Another supplier was agreed to. To change, revise the purchase and submit it anew.',
      ),
    ]
  const found = await tx.db.selectFrom('supplier').select('state').where('id', '=', supplier).executeTakeFirst()
  return found?.state === 'approved'
    ? []
    : [
        fault(
          'supplier',
          'not-approved',
          '该供应商不是合格供应商,请先办理准入。',
          'That supplier is not approved: approve them first.',
        ),
      ]
}

async function departmentOf(tx: Tx, person: string | null): Promise<string | null> {
  if (person === null) return null
  const found = await tx.db.selectFrom('person').select('department').where('id', '=', person).executeTakeFirst()
  return found?.department ?? null
}

async function among(tx: Tx, table: 'assetModel' | 'assetCategory' | 'supplier', ids: readonly string[]) {
  if (ids.length === 0) return new Set<string>()
  const rows = await tx.db.selectFrom(table).select('id').where('id', 'in', ids).execute()
  return new Set(rows.map(({ id }) => id))
}

/** Who agrees where nobody heads the requester's own department: a manager, for the only manager whoever heads what is above them. */
async function insteadOfHead(tx: Tx, person: string | null): Promise<AskedWho[]> {
  const { rows } = await sql<{ found: boolean }>`select exists (
    select from person p join role r on r.id = any(p.roles)
    where r.code = 'manager' and p.state = 'active' and p.id is distinct from ${person}) as found`.execute(tx.db)
  if (rows[0]?.found) return [{ is: 'role', code: 'manager' }]
  const above = (await departmentsUp(tx, person)).slice(1).find(({ head }) => head !== null)
  return above ? [{ is: 'head', department: above.id }] : []
}

/** A person's department and those above it, the nearest first. */
async function departmentsUp(tx: Tx, person: string | null): Promise<{ id: string; head: string | null }[]> {
  const { rows } = await sql<{ id: string; head: string | null }>`
    with recursive up (id, parent, head, n) as (
      select d.id, d.parent, d.head, 0 from department d join person p on p.department = d.id where p.id = ${person}
      union all
      select d.id, d.parent, d.head, n + 1 from department d join up on d.id = up.parent where n < 20
    )
    select id, head from up order by n`.execute(tx.db)
  return rows
}

const step = (name: Words, who: AskedWho[], escalateTo: AskedWho[], sign: boolean): ApprovalStep => ({
  name: [...name],
  who,
  escalateTo,
  sign,
  need: 'any',
  count: null,
  escalateAfter: null,
})

export const purchaseBehaviour = behave(purchase, {
  async derive(tx, steps) {
    const values: Partial<PurchaseRow>[] = []
    for (const one of steps) values.push(await derived(tx, one))
    return values
  },
  guards: { create: sound, update: sound, submit: whole, order: orderable },
  effects: {
    create: charge,
    async submit(tx, row) {
      await charge(tx, row)
      await tx.as('purchase').update(purchase, row.id, { approvedBy: await agreedNow(tx, row.id, 'submit') })
    },
    async update(tx, row, before) {
      if (before && !keepsItsCharge({ before, after: row })) await charge(tx, row)
    },
  },
  approvals: {
    /** Whoever heads the requester's department, and where the budget is overdrawn a manager; the settings say who beyond. */
    submit: {
      async rule(tx, row) {
        if (row.total === 0) return null
        const head: AskedWho = { is: 'head-of', field: 'requester' }
        const instead = await insteadOfHead(tx, row.requester)
        const steps = [step(['部门负责人', 'Head of department'], [head], instead, false)]
        if (row.overdraws) steps.push(step(['超预算审批', 'Over budget'], instead, [], true))
        return { id: row.id, name: row.title, steps }
      },
      async refused(tx, { id }, [rejectReason]) {
        await tx.act(purchase, id, 'reject', { rejectReason })
      },
    },
  },
  paper: purchasePaper,
})
