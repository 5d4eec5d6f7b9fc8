import { alarm } from '../../../areas/operations/alarm/alarm.record.ts'
import { raiseAlarm } from '../../../areas/operations/alarm/server/raise.ts'
import { alarmGrouping } from '../../../areas/operations/alarm-grouping/alarm-grouping.record.ts'
import { tellGroups } from '../../../areas/operations/alarm-grouping/server/group.ts'
import { component } from '../../../areas/operations/component/component.record.ts'
import { escalationPolicy } from '../../../areas/operations/escalation-policy/escalation-policy.record.ts'
import { event } from '../../../areas/operations/event/event.record.ts'
import { maintenanceWindow } from '../../../areas/operations/maintenance-window/maintenance-window.record.ts'
import { heldIsOver } from '../../../areas/operations/maintenance-window/server/hold.ts'
import { turnWindows } from '../../../areas/operations/maintenance-window/server/turn.ts'
import { verdictTitle } from '../../../areas/operations/probe/verdict.words.ts'
import { turnSilences } from '../../../areas/operations/silence/server/turn.ts'
import { type Places, placeOf } from '../components.ts'
import type { Runbooks } from '../runbooks/write.ts'
import { perform, type Stage } from '../stage.ts'
import type { Act, When } from './agenda.ts'
import { badDayAgo } from './alarms.data.ts'

const hour = 3_600_000

/** How the firm lives with its alarms: whom they wake, which are told together, when work is done, what can wait. */
export function calmActs(stage: Stage, places: Places, at: (when: When) => number | null): Act[] {
  const begins = at([10, '07:10:00'])
  if (begins === null) return []
  const on = (when: When, work: Act['do']): Act => ({ at: at(when) ?? begins, do: work })
  return [
    { at: begins, do: () => writePolicies(stage) },
    { at: at([badDayAgo + 1, '07:12:00']) ?? begins + 60_000, do: () => prepare(stage, places) },
    on([badDayAgo, '08:16:00'], () => tellGroups(stage.engine)),
    ...bankUpgrade(stage, places, on),
    on([6, '11:20:00'], () => silenceNewest(stage, 235, '银行已受理,预计下午恢复。')),
    on([6, '15:20:00'], () => turnSilences(stage.engine)),
    on([1, '17:02:00'], () => planAhead(stage, places)),
  ]
}

async function writePolicies(stage: Stage): Promise<void> {
  await stage.as('manager', async (tx) => {
    const posts = await tx.db.selectFrom('post').select(['id', 'code']).execute()
    const onDuty = (code: string) => ({
      is: 'on-duty' as const,
      post: posts.find((one) => one.code === code)?.id ?? '',
    })
    await tx.create(escalationPolicy, {
      name: '影响交易的组件',
      priority: 10,
      criticality: 'trading',
      steps: [
        { who: [onDuty('duty-operator')], wait: 5 },
        { who: [onDuty('system-engineer'), onDuty('duty-checker')], wait: 10 },
      ],
    })
    await tx.create(escalationPolicy, {
      name: '其他严重告警',
      steps: [{ who: [onDuty('duty-operator'), onDuty('system-engineer')], wait: 15 }],
    })
  })
}

/** What to do where the order gateway fails, as its alarms show it. */
export async function nameRunbook(stage: Stage, places: Places, runbooks: Runbooks): Promise<void> {
  const runbook = runbooks.get('restart-gateway')
  const gateway = placeOf(places, 'order-gateway').component
  if (runbook) await stage.as('engineer', (tx) => tx.update(component, gateway, { runbook }))
}

/** Which alarms are told together. */
async function prepare(stage: Stage, places: Places): Promise<void> {
  await stage.as('engineer', async (tx) => {
    const base = placeOf(places, 'core-switch').component
    await tx.create(alarmGrouping, { name: '机房网络', priority: 10, by: 'subtree', component: base, minutes: 10 })
    await tx.create(alarmGrouping, { name: '同一来源', by: 'source', minutes: 5 })
  })
}

/** An evening on which the bank renewed its side: known, and so it alarmed nobody. */
function bankUpgrade(stage: Stage, places: Places, on: (when: When, work: Act['do']) => Act): Act[] {
  const { name, component: id, probe } = placeOf(places, 'bank-link')
  if (!probe) return []
  const key = `probe:${probe.id}`
  const found = 'ECONNREFUSED'
  const say = (to: 'down' | 'up') => {
    const title = verdictTitle(name, probe, to, to === 'down' ? found : '')
    return { title: title[0], titleEn: title[1], component: id, probe: probe.id, to }
  }
  return [
    on([7, '16:40:00'], () =>
      stage.as('engineer', (tx) =>
        tx.create(maintenanceWindow, {
          title: bankWork,
          components: [id],
          startsAt: later(tx.now, 1 / 3),
          endsAt: later(tx.now, 7 / 3),
          reason: '银行来函:当晚升级银期转账前置,其间转账接口中断。',
          owner: stage.people.engineer,
        }),
      ),
    ),
    on([7, '17:00:00'], () => turnWindows(stage.engine)),
    on([7, '17:22:10'], () =>
      stage.by('probes', async (tx) => {
        const { title, titleEn } = say('down')
        await raiseAlarm(tx, { key, severity: 'warning', title: [title, titleEn], component: id, probe: probe.id })
        const window = await tx.db
          .selectFrom('maintenanceWindow')
          .select('id')
          .where('title', '=', bankWork)
          .executeTakeFirstOrThrow()
        await tx.create(event, { ...say('down'), at: tx.now, from: 'up', note: found, maintenance: window.id })
      }),
    ),
    on([7, '18:04:30'], () =>
      stage.by('probes', async (tx) => {
        await heldIsOver(tx, key)
        await tx.create(event, { ...say('up'), at: tx.now, from: 'down' })
      }),
    ),
    on([7, '19:00:00'], () => turnWindows(stage.engine)),
  ]
}

const bankWork = '银行侧系统升级'
const later = (now: string, hours: number): string => new Date(Date.parse(now) + hours * hour).toISOString()

/** Of the newest that somebody has in hand nobody need hear until then. */
async function silenceNewest(stage: Stage, minutes: number, reason: string): Promise<void> {
  const open = await stage.engine.db
    .selectFrom('alarm')
    .select('id')
    .where('state', '=', 'acknowledged')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (open)
    await stage.as('engineer', (tx) => perform(tx, stage.engine, alarm, open.id, 'silence', { minutes, reason }))
}

/** What needs nobody until the weekend, and the next work. */
async function planAhead(stage: Stage, places: Places): Promise<void> {
  await silenceNewest(stage, 6 * 1_440, '扩容硬盘已到货,周末加装;此前不必通知。')
  await stage.as('engineer', async (tx) => {
    await tx.create(maintenanceWindow, {
      title: '备用线路割接',
      components: [placeOf(places, 'line-backup').component],
      dependents: false,
      startsAt: later(tx.now, 100),
      endsAt: later(tx.now, 102),
      reason: '乙运营商通知:更换局端设备,线路中断约一小时。',
      owner: stage.people.engineer,
    })
  })
}
