import { approvalRule } from '../../../areas/administration/approval-rule/approval-rule.record.ts'
import { budget } from '../../../areas/assets/budget/budget.record.ts'
import { invoice } from '../../../areas/assets/invoice/invoice.record.ts'
import { yuanOf } from '../../../areas/assets/money.rules.ts'
import { purchase } from '../../../areas/assets/purchase/purchase.record.ts'
import { dueFen, type Line, lineSchema, totalOf } from '../../../areas/assets/purchase/purchase.rules.ts'
import { receipt } from '../../../areas/assets/receipt/receipt.record.ts'
import { department } from '../../../areas/organisation/department/department.record.ts'
import type { Tx } from '../../../platform/tx.ts'
import { dayAway } from '../../../record/time.ts'
import { speak } from '../approvals.ts'
import { type Act, shanghai, tradingDay } from '../history/agenda.ts'
import type { Stage } from '../stage.ts'
import { type Ids, idOf } from './ground.ts'
import { type Bought, before, bought, plans, type Step, type Wanted } from './purchases.data.ts'
import type { Register } from './register.ts'

const minute = 60_000

/** Who heads what, who agrees to what is dear, the year's budgets, and what was bought earlier in the year. */
export async function planTheYear(stage: Stage, register: Register, today: string): Promise<void> {
  const year = Number(today.slice(0, 4))
  await stage.as('admin', (tx) => headDepartments(stage, tx, register.departments))
  const later = () => stage.clock.set(Date.parse(stage.clock.now()) + minute)
  for (const rule of dear(register.departments)) {
    const { id } = await stage.as('admin', (tx) => tx.create(approvalRule, rule))
    later()
    await stage.as('manager', (tx) => tx.act(approvalRule, id, 'put-in-force'))
  }
  for (const one of plans) {
    const of = 'category' in one ? one.category : undefined
    const { id } = await stage.as('engineer', (tx) =>
      tx.create(budget, {
        ...{ name: `${one.name} ${year}`, year, planned: one.planned },
        department: idOf(register.departments, one.department),
        category: of ? idOf(register.categories, of) : null,
      }),
    )
    await stage.as('manager', (tx) => tx.act(budget, id, 'adopt'))
  }
  later()
  await enterEarlier(stage, register, year)
}

async function headDepartments(stage: Stage, tx: Tx, departments: Ids): Promise<void> {
  const { director, manager } = stage.people
  const top = idOf(departments, 'MGT')
  await tx.update(department, top, { head: director })
  for (const [code, id] of departments)
    if (code !== 'MGT') await tx.update(department, id, { parent: top, ...(code === 'IT' && { head: manager }) })
}

/** Management agrees to what is dear or overdraws its budget. */
const dear = (departments: Ids) => {
  const steps = [
    {
      name: ['管理层审批', 'Management'] as [string, string],
      who: [{ is: 'head' as const, department: idOf(departments, 'MGT') }],
      ...{ need: 'any' as const, count: null, sign: false, escalateAfter: null, escalateTo: [] },
    },
  ]
  const submit = { record: 'purchase', verb: 'submit', steps }
  const reason = '《采购管理办法》:20 万元及以上和超出预算的采购,由总经理审批。'
  return [
    {
      ...{ name: '超预算采购由总经理审批', priority: 10, reason },
      rule: { ...submit, when: [{ field: 'overdraws', op: 'is' as const, value: true }] },
    },
    {
      ...{ name: '20 万元及以上采购由总经理审批', priority: 20, reason },
      rule: { ...submit, when: [{ field: 'total', op: 'at-least' as const, value: 200_000 }] },
    },
  ]
}

async function enterEarlier(stage: Stage, register: Register, year: number): Promise<void> {
  const today = stage.clock.now().slice(0, 10)
  for (const one of before) {
    const on = `${year}-${String(one.month).padStart(2, '0')}-18`
    if (on >= today) continue
    const { title, what, price, supplier } = one
    const reason = '按年度计划续办,从纸质档案补录。'
    const line = { what, count: 1, unit: '项', price, tax: 6 }
    const run = begin(stage, register, {
      title,
      reason,
      by: 'engineer',
      ago: 0,
      lines: [line],
      supplier,
      because: '年度续办,沿用原供应商。',
      steps: [],
    })
    await run.ask()
    for (const step of [
      { is: 'submit' },
      { is: 'agree', by: 'manager' },
      { is: 'order' },
      { is: 'receive', counts: [1], note: '补录', on },
      { is: 'check', found: '按纸质验收单补录,合格。' },
      { is: 'invoice', code: `26110000${year}${String(one.month).padStart(2, '0')}180001`, counts: [1] },
      { is: 'pay', code: `26110000${year}${String(one.month).padStart(2, '0')}180001` },
    ] as const satisfies readonly Step[]) {
      stage.clock.set(Date.parse(stage.clock.now()) + minute)
      await run.take(step)
    }
  }
}

/** What was bought in the quarter, step by step at its time. */
export function purchaseActs(stage: Stage, register: Register, days: readonly string[]): Act[] {
  if (days.length === 0) return []
  const at = (ago: number, time: string) => shanghai(tradingDay(days, ago), time)
  return bought.flatMap((one, n) => {
    const run = begin(stage, register, one)
    const start = at(one.ago, '09:00:00') + n * 3 * minute
    let { ago } = one
    return [
      { at: start, do: run.ask },
      ...one.steps.map(([after, step], i): Act => {
        ago -= after
        return { at: at(ago, '09:00:00') + n * 3 * minute + (i + 1) * 25 * minute, do: () => run.take(step) }
      }),
    ]
  })
}

/** One purchase on its way. */
function begin(stage: Stage, register: Register, one: Bought) {
  const lines = one.lines.map((wanted) => lineOf(wanted, register))
  const invoices = new Map<string, string>()
  let id = ''
  const asKeeper = <T>(work: (tx: Tx) => Promise<T>) => stage.as('engineer', work)
  const counted = (counts: readonly number[]) =>
    counts.flatMap((quantity, n) => (quantity > 0 ? [{ line: n + 1, quantity }] : []))
  return {
    async ask() {
      const made = await stage.as(one.by, async (tx) =>
        tx.create(purchase, {
          ...{ title: one.title, reason: one.reason, lines, choiceReason: one.because ?? null },
          neededBy: one.within === undefined ? null : dayAway(tx.today, one.within),
        }),
      )
      id = made.id
      const chosen = one.supplier ?? one.quotes?.[0]?.[0]
      if (!chosen) return
      await asKeeper((tx) =>
        tx.update(purchase, id, {
          supplier: idOf(register.suppliers, chosen),
          quotes: (one.quotes ?? []).map(([supplier, amount, delivery]) => ({
            ...{ supplier: idOf(register.suppliers, supplier), amount: amount ?? totalOf(lines), days: delivery },
            ...{ file: null, note: null },
          })),
        }),
      )
    },
    async take(step: Step) {
      switch (step.is) {
        case 'submit':
          return stage.as(one.by, (tx) => tx.act(purchase, id, 'submit'))
        case 'agree':
          return speak(stage, id, step.by, { vote: 'agree', note: null })
        case 'refuse':
          return speak(stage, id, step.by, { vote: 'refuse', note: step.because })
        case 'order':
          return asKeeper((tx) =>
            tx.act(purchase, id, 'order', {
              deliverTo: '北京总部恒信大厦 A 座 5 层库房',
              paymentTerms: '货到验收合格后 30 日内',
            }),
          )
        case 'receive':
          return asKeeper((tx) =>
            tx.create(receipt, {
              ...{ purchase: id, deliveryNote: step.note, receivedOn: step.on ?? null },
              lines: counted(step.counts).map((it) => ({
                ...it,
                serials: serialsOf(step.note, lines[it.line - 1], it.quantity),
              })),
              location: idOf(register.places, 'BJ-ST-1'),
            }),
          )
        case 'back':
          return asKeeper((tx) => {
            const back = counted(step.counts).map((it) => ({ ...it, serials: [] }))
            return tx.create(receipt, { purchase: id, kind: 'return', lines: back, note: step.note })
          })
        case 'invoice': {
          const made = await asKeeper((tx) =>
            tx.create(invoice, {
              ...{ purchase: id, code: step.code, invoicedOn: tx.today },
              lines: counted(step.counts).map(({ line, quantity }, n) => ({
                ...{ line, quantity },
                amount: yuanOf(dueFen(lines[line - 1] as Line, quantity)) + (n === 0 ? (step.more ?? 0) : 0),
              })),
            }),
          )
          invoices.set(step.code, made.id)
          return
        }
        case 'accept':
          return stage.as('manager', (tx) =>
            tx.act(invoice, invoices.get(step.code) as string, 'accept', { acceptReason: step.because }),
          )
        case 'pay':
          return stage.as('manager', (tx) =>
            tx.act(invoice, invoices.get(step.code) as string, 'pay', { paidOn: tx.today }),
          )
        case 'check':
          return stage.as('manager', (tx) => tx.act(purchase, id, 'accept', { acceptance: step.found }))
        case 'settle':
          return asKeeper((tx) => tx.act(purchase, id, 'settle', { shortReason: step.because }))
        case 'cancel':
          return stage.as(one.by, (tx) => tx.act(purchase, id, 'cancel', { cancelReason: step.because }))
      }
    },
  }
}

const lineOf = ({ what, of, model, count, unit, price, tax, warranty }: Wanted, register: Register): Line =>
  lineSchema.parse({
    ...{ what, quantity: count, unit, unitPrice: price },
    ...(of && { category: idOf(register.categories, of) }),
    ...(model && { model: idOf(register.models, model) }),
    ...(tax !== undefined && { taxRate: tax }),
    ...(warranty && { warrantyMonths: warranty }),
  })

const serialsOf = (note: string, line: Line | undefined, quantity: number): string[] =>
  line?.category ? Array.from({ length: quantity }, (_, n) => `${note}-${String(n + 1).padStart(3, '0')}`) : []
