import { alarm } from '../../../areas/operations/alarm/alarm.record.ts'
import { eventSource } from '../../../areas/operations/event-source/event-source.record.ts'
import { sourceSchema } from '../../../areas/operations/event-source/event-source.settings.ts'
import { deliver } from '../../../areas/operations/event-source/server/deliver.ts'
import { readDelivery } from '../../../areas/operations/event-source/server/read.ts'
import { Refusal } from '../../../record/problem.ts'
import { type Places, placeOf } from '../components.ts'
import type { Login } from '../people.ts'
import { perform, type Stage } from '../stage.ts'
import type { Act, When } from './agenda.ts'
import { fromDevices, fromMachineRoom, fromPrometheus } from './sources.data.ts'

/** Who took what came from outside, and when. */
const taken: readonly (readonly [When, Login])[] = [
  [[6, '02:14:10'], 'operator'],
  [[4, '09:54:12'], 'operator'],
  [[1, '16:55:20'], 'engineer'],
]

/** The monitoring that the firm had already, and what it sent. */
export function sourceActs(stage: Stage, places: Places, at: (when: When) => number | null): Act[] {
  const begins = at([10, '07:20:00'])
  if (begins === null) return []
  const kept = new Map<string, string>()
  const instant = (when: When) => new Date(at(when) as number).toISOString()
  const make =
    (name: string, values: object, [secret, given] = ['make-token', {}] as [string, object]) =>
    async () => {
      const { id } = await stage.as('engineer', (tx) => tx.create(eventSource, { name, ...values }))
      await stage.as('engineer', (tx) => perform(tx, stage.engine, eventSource, id, secret, given))
      kept.set(name, id)
    }
  const sent =
    (name: string, content: object, refused = false) =>
    async () => {
      const { db } = stage.engine
      const id = kept.get(name) as string
      const source = await db.selectFrom('eventSource').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      const body = JSON.stringify(content)
      await deliver(stage.engine, source, body, () => readDelivery(source, body)).catch((error) => {
        if (!refused || !(error instanceof Refusal)) throw error
      })
    }
  const deliveries = (name: string, all: ReturnType<typeof fromPrometheus>): Act[] =>
    all.map((one) => ({ at: at(one.at) as number, do: sent(name, one.content, one.refused) }))
  const [hosts, room, devices] = ['主机监控(Prometheus)', '机房动环监控', '网络设备(SNMP Trap)']
  return [
    {
      at: begins,
      do: make(hosts, { settings: { is: 'alertmanager', severity: 'severity' }, componentFrom: 'component' }),
    },
    { at: begins + 60_000, do: make(room, { settings: roomSpeaks, component: placeOf(places, 'ups-1').component }) },
    {
      at: begins + 120_000,
      do: make(devices, { settings: devicesSpeak, component: placeOf(places, 'core-switch').component }, [
        'set-access',
        { communities: ['practice-floor'], users: [] },
      ]),
    },
    ...deliveries(hosts, fromPrometheus(instant)),
    ...deliveries(room, fromMachineRoom(instant)),
    ...deliveries(devices, fromDevices()),
    ...taken.map(([when, who]): Act => ({ at: at(when) as number, do: () => take(stage, who) })),
  ]
}

const roomSpeaks = {
  is: 'json',
  list: 'alarms',
  key: '{device}/{point}',
  title: '{room}{text}',
  note: '{value}',
  severity: '{level}',
  state: '{state}',
  over: ['恢复'],
} as const

const devicesSpeak = sourceSchema.parse({ is: 'snmp', from: ['10.20.0.0/24'] })

/** The newest of what stands and came from outside. */
async function take(stage: Stage, who: Login): Promise<unknown> {
  const { id } = await stage.engine.db
    .selectFrom('alarm')
    .select('id')
    .where('aboutRecord', '=', eventSource.name)
    .where('state', '=', 'firing')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return stage.as(who, (tx) => tx.act(alarm, id, 'acknowledge'))
}
