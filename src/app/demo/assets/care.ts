import { maintenanceOrder } from '../../../areas/assets/maintenance-order/maintenance-order.record.ts'
import { maintenancePlan } from '../../../areas/assets/maintenance-plan/maintenance-plan.record.ts'
import { keepMaintenance } from '../../../areas/assets/maintenance-plan/server/plan.task.ts'
import { dayAway, instantAt, monthsAway } from '../../../record/time.ts'
import { type Act, shanghai } from '../history/agenda.ts'
import type { Stage } from '../stage.ts'
import { type Planned, plans, type Repaired, repairs } from './care.data.ts'
import { idOf } from './ground.ts'
import type { Register } from './register.ts'

const hour = 3_600_000
const day = 24 * hour

/** The plans by which the firm looks after its machines, and what was done in the months before its journal begins. */
export async function beginCare(stage: Stage, register: Register, today: string): Promise<void> {
  const begin = Date.parse(stage.clock.now())
  for (const one of plans) {
    await stage.as('engineer', (tx) => tx.create(maintenancePlan, planOf(one, stage, register, today)))
    for (const on of earlierDates(one, today, stage.clock.now().slice(0, 10)))
      await enter(stage, register, {
        ...doneAt(shanghai(on, '10:00'), 0, 5),
        ...one,
        title: one.name,
        dueOn: on,
      })
  }
  for (const one of repairs) {
    const at = reportedAt(one, today)
    if (at < begin - day) await enter(stage, register, { ...one, kind: 'repair', ...doneAt(at, one.came, one.took) })
  }
}

const planOf = (one: Planned, { people }: Stage, register: Register, today: string) => ({
  ...{ name: one.name, kind: one.kind, everyMonths: one.every, instructions: one.instructions, owner: people.engineer },
  // Long enough ago to have been kept for a while.
  startsOn: monthsAway(dayAway(today, one.around), -one.every * Math.ceil(36 / one.every)),
  assets: (one.assets ?? []).map((key) => idOf(register.assets, key)),
  category: one.category ? idOf(register.categories, one.category) : null,
  supplier: one.supplier ? idOf(register.suppliers, one.supplier) : null,
})

/** Its dates in the year before today that lie before the journal begins. */
function earlierDates({ every, around, assets }: Planned, today: string, begin: string): string[] {
  if (!assets) return []
  return Array.from({ length: Math.ceil(14 / every) }, (_, n) => monthsAway(dayAway(today, around), -every * (n + 1)))
    .filter((date) => date < begin && date > monthsAway(today, -12))
    .reverse()
}

const doneAt = (at: number, came: number, took: number) => ({
  reportedAt: instantAt(at),
  respondedAt: instantAt(at + came * hour),
  finishedAt: instantAt(at + (came + took) * hour),
})

const reportedAt = ({ ago }: Repaired, today: string): number => shanghai(dayAway(today, -ago), '09:20')

interface Entered extends ReturnType<typeof doneAt>, Pick<Repaired, 'title' | 'cost' | 'result' | 'parts' | 'outcome'> {
  readonly kind: 'inspection' | 'replacement' | 'repair'
  readonly assets?: readonly string[]
  readonly supplier?: Repaired['supplier']
  readonly dueOn?: string
}

/** What was done before, entered as the papers say. */
const enter = (stage: Stage, register: Register, one: Entered) =>
  stage.as('engineer', async (tx) => {
    const { title, kind, supplier, reportedAt, respondedAt, finishedAt, cost, result, parts, outcome } = one
    const { id } = await tx.create(maintenanceOrder, {
      ...{ title, kind, owner: stage.people.engineer },
      ...(kind === 'repair' && { reportedAt }),
      dueOn: one.dueOn ?? reportedAt.slice(0, 10),
      assets: (one.assets ?? []).map((key) => idOf(register.assets, key)),
      supplier: supplier ? idOf(register.suppliers, supplier) : null,
    })
    await tx.act(maintenanceOrder, id, 'start', { respondedAt })
    const how = { outcome: outcome ?? ('working' as const), result, parts: parts ?? null, cost }
    await tx.act(maintenanceOrder, id, 'finish', { ...how, finishedAt })
  })

/** What is done of it in the quarter: orders as they fall due, repairs as they are wanted; one is late and one in hand. */
export function careActs(stage: Stage, register: Register, days: readonly string[], today: string): Act[] {
  const [oldest, latest] = [days[0], days.at(-1)]
  if (!oldest || !latest) return []
  const weekly = days.filter((_, n) => n % 4 === 0)
  const first = shanghai(oldest, '08:00')
  const last = shanghai(latest, '16:00')
  return [
    ...weekly.flatMap((date, n): Act[] => [
      { at: shanghai(date, '00:20'), do: () => keepMaintenance(stage.engine, {} as never) },
      { at: shanghai(date, '10:10'), do: () => start(stage) },
      ...(n < weekly.length - 1 ? [{ at: shanghai(date, '15:40'), do: () => finish(stage) }] : []),
    ]),
    { at: last - 2 * hour, do: () => begin(stage, register) },
    ...repairs.flatMap((one): Act[] => {
      const at = reportedAt(one, today)
      const end = at + (one.came + one.took) * hour
      return at > first && end < last
        ? [{ at: end, do: () => enter(stage, register, { ...one, kind: 'repair', ...doneAt(at, one.came, one.took) }) }]
        : []
    }),
  ]
}

const late = plans.filter(({ isLate }) => isLate).map(({ name }) => name)

async function start(stage: Stage): Promise<void> {
  const due = await stage.engine.db
    .selectFrom('maintenanceOrder')
    .select(['id', 'title', 'dueOn'])
    .where('state', '=', 'due')
    .orderBy('id')
    .execute()
  const lately = instantAt(Date.parse(stage.clock.now()) - 20 * day).slice(0, 10)
  for (const { id } of due.filter((one) => !late.includes(one.title) || (one.dueOn ?? '') < lately))
    await stage.as('engineer', (tx) => tx.act(maintenanceOrder, id, 'start'))
}

/** A repair that is in hand while a newcomer looks. */
const begin = (stage: Stage, register: Register) =>
  stage.as('engineer', async (tx) => {
    const { id } = await tx.create(maintenanceOrder, {
      ...{ title: '打印机双面打印卡纸', kind: 'repair', owner: stage.people.engineer },
      description: '双面打印每十张卡一次,单面正常。',
      assets: [idOf(register.assets, 'prn-3')],
      supplier: idOf(register.suppliers, 'office'),
    })
    await tx.act(maintenanceOrder, id, 'start')
  })

async function finish(stage: Stage): Promise<void> {
  const begun = await stage.engine.db
    .selectFrom('maintenanceOrder')
    .select(['id', 'title'])
    .where('state', '=', 'in-progress')
    .where('kind', '<>', 'repair')
    .orderBy('id')
    .execute()
  for (const { id, title } of begun) {
    const { cost = 0, result = '已完成。' } = plans.find(({ name }) => name === title) ?? {}
    await stage.as('engineer', (tx) => tx.act(maintenanceOrder, id, 'finish', { outcome: 'working', result, cost }))
  }
}
