import { Readable } from 'node:stream'
import { drill } from '../../areas/continuity/drill/drill.record.ts'
import { drillFault } from '../../areas/continuity/drill-fault/drill-fault.record.ts'
import { endFaults } from '../../areas/continuity/drill-fault/server/lend.task.ts'
import { emergencyPlan } from '../../areas/continuity/emergency-plan/emergency-plan.record.ts'
import { stalePlans } from '../../areas/continuity/emergency-plan/server/stale.ts'
import { alarm } from '../../areas/operations/alarm/alarm.record.ts'
import { clearAlarm, raiseAlarm } from '../../areas/operations/alarm/server/raise.ts'
import { backText, verdictTitle } from '../../areas/operations/probe/verdict.words.ts'
import { run } from '../../areas/operations/run/run.record.ts'
import { runStep } from '../../areas/operations/run-step/run-step.record.ts'
import { action } from '../../areas/service/action/action.record.ts'
import { attach, receive } from '../../platform/sides/attachment.ts'
import { instantAt } from '../../record/time.ts'
import { speak } from './approvals.ts'
import type { Register } from './assets/register.ts'
import { type Places, placeOf } from './components.ts'
import { emergencyRunbooks, type PastDrill, pastDrills, plans } from './drills.data.ts'
import { type Act, shanghai, tradingDay } from './history/agenda.ts'
import { approved } from './runbooks/write.ts'
import type { Stage } from './stage.ts'

const hour = 3_600_000
const day = 24 * hour

interface Ground {
  readonly stage: Stage
  readonly places: Places
  readonly register: Register
}

type Ids = Partial<Record<keyof typeof plans, string>>

/** Three plans of a fortnight ago, two of them rehearsed on the practice floor in a lunch break, and one that nobody has rehearsed. */
export function drillActs(ground: Ground, days: readonly string[], last: number): Act[] {
  const { stage } = ground
  const [first] = days
  if (!first) return []
  const ids: Ids = {}
  return [
    { at: shanghai(first, '10:10'), do: () => writePlans(ground, ids) },
    ...pastDrills.flatMap((past) => storyOf(ground, days, past, ids)),
    {
      at: last - hour,
      async do() {
        await stalePlans(stage.engine, {} as never)
        await lookAhead(ground, last, ids)
      },
    },
  ]
}

async function writePlans({ stage, places, register }: Ground, ids: Ids): Promise<void> {
  const books = await approved(stage, emergencyRunbooks)
  for (const [key, one] of Object.entries(plans) as [keyof typeof plans, (typeof plans)['quotes']][]) {
    const made = await stage.as('engineer', async (tx) => {
      const { id } = await tx.create(emergencyPlan, {
        ...one.values,
        contacts: one.values.contacts.map((contact) => ({ ...contact })),
        components: one.of.map((code) => placeOf(places, code).component),
        ...{ owner: stage.people.engineer, decider: stage.people.manager, deputy: stage.people.checker },
        runbook: one.runbook ? (books.get(one.runbook) as string) : null,
        supplier: one.vendor ? (register.suppliers.get(one.vendor) as string) : null,
      })
      await tx.act(emergencyPlan, id, 'submit')
      return id
    })
    if (one.vendor) await signedByVendor(stage, made)
    await stage.as('manager', (tx) => tx.act(emergencyPlan, made, 'approve'))
    ids[key] = made
  }
}

async function signedByVendor(stage: Stage, id: string): Promise<void> {
  const sheet = await receive(stage.engine, Readable.from([Buffer.from('厂商签字页(演示)\n')]), '厂商签字页.txt')
  await stage.as('engineer', async (tx) => {
    await attach(stage.engine, tx, emergencyPlan, id, [sheet])
    const vendorSignedOn = tx.today
    await tx.act(emergencyPlan, id, 'vendor-sign', { vendorSignedBy: '赵立新(技术总监)', vendorSignedOn })
  })
}

/** From the plan in the morning to the marks in the evening. */
function storyOf({ stage, places }: Ground, days: readonly string[], past: PastDrill, ids: Ids): Act[] {
  const on = tradingDay(days, past.ago)
  const at = (time: string, work: () => Promise<unknown>): Act => ({ at: shanghai(on, time), do: work })
  const { component, name, probe } = placeOf(places, past.component)
  if (!probe) throw new Error(`Nothing asks ${past.component}`)
  let [id, fault, raised] = ['', '', '']
  const act = (who: 'engineer' | 'manager', verb: keyof typeof drill.transitions, more: object = {}) =>
    stage.as(who, (tx) => tx.act(drill, id, verb, more))
  return [
    at('11:10', async () => {
      const made = await stage.as('engineer', (tx) =>
        tx.create(drill, {
          ...{ title: past.title, plan: ids[past.plan] as string, lead: stage.people.engineer },
          observers: [stage.people.auditor],
          plannedStart: instantAt(shanghai(on, '12:00')),
          plannedEnd: instantAt(shanghai(on, '13:00')),
          scope: '演练环境的单个程序;检验告警、决策电话与处置流程。',
          safety: '午间休市进行,不触及生产;出现真实告警或 13:00 未恢复即中止。',
        }),
      )
      id = made.id
      fault = (
        await stage.as('engineer', (tx) =>
          tx.create(drillFault, { drill: id, component, kind: past.kind, minutes: 10 }),
        )
      ).id
      await act('engineer', 'approve')
    }),
    at('11:40', () => speak(stage, id, 'manager', { vote: 'agree', note: '同意。' }, true)),
    at('12:00:00', () => act('engineer', 'start')),
    at(past.at.injected, () => stage.as('engineer', (tx) => tx.act(drillFault, fault, 'inject'))),
    at(past.at.alarmed, () =>
      stage.by('probes', async (tx) => {
        const title = verdictTitle(name, probe, 'down', past.found)
        const made = await raiseAlarm(tx, {
          ...{ key: `probe:${probe.id}`, severity: 'critical', title, component, probe: probe.id },
        })
        raised = made?.id ?? ''
      }),
    ),
    at(past.at.decided, () => act('manager', 'decide')),
    at('12:24:00', () => endFaults(stage.engine, {} as never)),
    at(past.at.well, () => stage.by('alarms', async (tx) => clearAlarm(tx, await tx.lock(alarm, raised), backText))),
    at('12:30:00', () => carryOut(stage, id)),
    at('12:34:00', () => act('engineer', 'finish', { loss: 0 })),
    ...(past.action ? [at('13:10:00', () => improve(stage, past.action as string, id, on))] : []),
    at('16:40:00', () => act('engineer', 'close', { ...past.marks, conclusion: past.conclusion })),
  ]
}

const improve = (stage: Stage, title: string, id: string, on: string) =>
  stage.as('engineer', (tx) =>
    tx.create(action, {
      ...{ title, owner: stage.people.checker, drill: id },
      due: instantAt(Date.parse(on) + 21 * day).slice(0, 10),
    }),
  )

/** Its runbook by engineer and manager, and the report signed. */
async function carryOut(stage: Stage, id: string): Promise<void> {
  const held = await stage.engine.db.selectFrom('drill').select('run').where('id', '=', id).executeTakeFirstOrThrow()
  const runId = held.run as string
  const steps = await stage.engine.db
    .selectFrom('runStep')
    .select('id')
    .where('run', '=', runId)
    .orderBy('position')
    .execute()
  for (const one of steps) {
    await stage.as('engineer', (tx) => tx.act(runStep, one.id, 'start'))
    await stage.as('engineer', (tx) => tx.act(runStep, one.id, 'done', { note: '按流程完成。' }))
    await stage.as('manager', (tx) => tx.act(runStep, one.id, 'check'))
  }
  await stage.as('manager', (tx) => tx.act(run, runId, 'finish'))
}

/** The plan that went stale is to be rehearsed the week after next. */
async function lookAhead({ stage }: Ground, last: number, ids: Ids): Promise<void> {
  const begins = Math.ceil(last / day) * day + 9 * day + 4 * hour
  await stage.as('engineer', (tx) =>
    tx.create(drill, {
      ...{ title: '银行转账中断桌面推演', plan: ids.bank as string, kind: 'tabletop', lead: stage.people.engineer },
      plannedStart: instantAt(begins),
      plannedEnd: instantAt(begins + hour),
      scope: '与存管银行共同推演,检验联系人与对账步骤。',
      safety: '只推演,不操作任何系统。',
    }),
  )
}
