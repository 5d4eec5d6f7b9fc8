import { dayAway } from '../../../../record/time.ts'
import { alarm } from '../../../operations/alarm/alarm.record.ts'
import { component } from '../../../operations/component/component.record.ts'
import { probe } from '../../../operations/probe/probe.record.ts'
import { levelReport } from '../../../service/level-report/level-report.record.ts'
import { service } from '../../../service/service/service.record.ts'
import {
  bad,
  control,
  days,
  minutes,
  ok,
  proofOf,
  reads,
  theOne,
  those,
  unknown,
  type Verdict,
} from '../control.rules.ts'
import { daysAfter, minutesAfter, minutesBetween } from '../time.rules.ts'

const silent = minutes(['最长失联时间', 'Silent at most'], { default: 10, min: 1, max: 240 })

interface Watched {
  readonly health: string
  readonly healthSince: string | null
  readonly wanted: string
}

/** What a component's probes say of it: one that was told to stop is silent on purpose. */
function answers(
  { health, healthSince, wanted }: Watched,
  { now, within, fails }: { now: string; within: number; fails: readonly string[] },
): Verdict {
  if (wanted === 'stopped' || health === 'stopped') return ok('按指令停止,不计。', 'Stopped on purpose.')
  if (!fails.includes(health)) return ok('监控有读数,运行正常。', 'It is watched, and it runs.')
  if (healthSince === null) return bad('从未有监控读数。', 'It was never read.')
  const until = minutesAfter(healthSince, within)
  const n = minutesBetween(healthSince, now)
  if (until > now) return ok('刚刚失去读数,在期限内。', 'It has just gone silent; still in time.', { until })
  return health === 'unknown'
    ? bad(`${n} 分钟没有监控读数。`, `Not read for ${n} minutes.`)
    : bad(`中断 ${n} 分钟。`, `Down for ${n} minutes.`)
}

/** Kinds whose values may fill something up. */
const measures: readonly string[] = ['disk', 'sql', 'snmp', 'prometheus']

/** A disk always has a limit; others say from where on it is too much. */
const isLimited = (settings: { readonly kind: string; readonly warnWhen?: unknown; readonly downWhen?: unknown }) =>
  settings.kind === 'disk' || settings.warnWhen !== undefined || settings.downWhen !== undefined

interface Probed {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly kind: string
  readonly settings: Parameters<typeof isLimited>[0]
}

interface Raised {
  readonly id: string
  readonly number: string
  readonly probe: string | null
  readonly resolvedAt: string | null
}

/** Whether there is room left: something measures how much, against a limit, and has raised no alarm of late. */
function hasRoom(
  { probes, alarms }: { probes: readonly Probed[]; alarms: readonly Raised[] },
  { now, quiet }: { now: string; quiet: number },
): Verdict {
  const measuring = probes.filter(
    ({ state, kind, settings }) => state === 'active' && measures.includes(kind) && isLimited(settings),
  )
  if (measuring.length === 0)
    return bad('没有测量用量并设上限的探测。', 'No probe measures how much is used, against a limit.')
  const own = alarms.filter((one) => one.probe !== null && measuring.some(({ id }) => id === one.probe))
  const open = own.filter(({ resolvedAt }) => resolvedAt === null)
  if (open.length > 0)
    return bad('用量超过上限,告警未解除。', 'It is beyond its limit, and the alarm stands.', {
      proof: open.map((one) => proofOf(alarm, one)).slice(0, 20),
    })
  const late = own.filter(({ resolvedAt }) => resolvedAt !== null && daysAfter(resolvedAt, quiet) > now)
  const last = late
    .flatMap(({ resolvedAt }) => resolvedAt ?? [])
    .sort()
    .at(-1)
  return late.length > 0
    ? bad(`${quiet} 天内用量曾超过上限。`, `It was beyond its limit within ${quiet} days.`, {
        proof: late.map((one) => proofOf(alarm, one)).slice(0, 20),
        until: last ? daysAfter(last, quiet) : null,
      })
    : ok('有测量,余量充足。', 'It is measured, and there is room.', {
        proof: measuring.map((one) => proofOf(probe, one)),
      })
}

/** Whether what trading stands on is watched without a gap, has room left, and answers. */
export const watchingControls = [
  control({
    id: 'O-05',
    version: 1,
    area: 'operations',
    title: ['交易组件的监控不中断', 'What trading stands on is watched without a gap'],
    remedy: [
      '查明探测为何没有读数:代理离线、目标地址有误或探测已暂停。',
      'Find out why nothing is read: the agent is away, the address is wrong, or the probe is paused.',
    ],
    subject: reads(component, 'criticality', 'environment', 'name', 'health', 'healthSince', 'wanted'),
    with: { probes: those(probe, 'component', 'name') },
    params: { silent },
    inScope: ({ state, criticality, environment }) =>
      state === 'in-service' && criticality === 'trading' && environment === 'production',
    judge: (one, { probes, now, p }) =>
      probes.some(({ state }) => state === 'active')
        ? answers(one, { now, within: p.silent, fails: ['unknown'] })
        : unknown('没有启用的探测,无从得知。', 'No probe is at work, so nobody knows.'),
  }),
  control({
    id: 'O-06',
    version: 1,
    area: 'operations',
    title: ['线路留有带宽余量', 'Lines keep spare bandwidth'],
    remedy: [
      '为线路建立流量探测,上限设为带宽的七成;经常超过的,扩容或分流。',
      'Measure its traffic against seven tenths of its bandwidth; where that is passed often, widen it or share the load.',
    ],
    subject: reads(component, 'kind', 'environment', 'name'),
    with: {
      probes: those(probe, 'component', 'kind', 'settings'),
      alarms: those(alarm, 'component', 'probe', 'resolvedAt'),
    },
    params: { quiet: days(['追溯天数', 'Looked back'], { default: 7, min: 1, max: 60 }) },
    inScope: ({ state, kind, environment }) =>
      state === 'in-service' && kind === 'line' && (environment === 'production' || environment === 'standby'),
    judge: (_line, { now, p, ...beside }) => hasRoom(beside, { now, quiet: p.quiet }),
  }),
  control({
    id: 'O-18',
    version: 1,
    area: 'operations',
    title: ['数据库容量有余', 'A database never fills up'],
    remedy: [
      '为数据库建立容量探测,上限设为八成;超过的,清理、归档或扩容。',
      'Measure how full it is against eight tenths; beyond that tidy up, archive or add space.',
    ],
    subject: reads(component, 'kind', 'environment', 'name'),
    with: {
      probes: those(probe, 'component', 'kind', 'settings'),
      alarms: those(alarm, 'component', 'probe', 'resolvedAt'),
    },
    params: { quiet: days(['追溯天数', 'Looked back'], { default: 1, min: 1, max: 60 }) },
    inScope: ({ state, kind, environment }) =>
      state === 'in-service' && kind === 'database' && (environment === 'production' || environment === 'standby'),
    judge: (_database, { now, p, ...beside }) => hasRoom(beside, { now, quiet: p.quiet }),
  }),
  control({
    id: 'O-20',
    version: 1,
    area: 'operations',
    title: ['交易服务达到约定的可用率', 'A service that trading stands on is as available as agreed'],
    remedy: [
      '查明中断的原因,在月报中写明改进措施。',
      'Find out what interrupted it, and say in the report what is done.',
    ],
    subject: reads(levelReport, 'month', 'figures', 'service', 'owner'),
    with: { service: theOne('service', service, 'affectsTrading', 'name') },
    params: { window: days(['追溯天数', 'Looked back'], { default: 70, min: 35, max: 400 }) },
    owner: 'owner',
    inScope: ({ state, month }, { today, p }) => state !== 'draft' && dayAway(month, p.window) > today,
    judge: ({ month, figures }, { service: of, dawn, p }) => {
      if (!of?.affectsTrading || figures?.availability === null) return null
      const until = dawn(dayAway(month, p.window))
      const was = figures?.months.at(-1)?.availability ?? null
      if (!figures || was === null)
        return unknown(`${month.slice(0, 7)} 的可用率算不出。`, `Nothing can be said of ${month.slice(0, 7)}.`, {
          until,
        })
      return was >= (figures.availability ?? 0)
        ? ok(`${month.slice(0, 7)} 可用率 ${was}%。`, `${was} % in ${month.slice(0, 7)}.`, { until })
        : bad(
            `${month.slice(0, 7)} 可用率 ${was}%,约定 ${figures.availability}%。`,
            `${was} % in ${month.slice(0, 7)}; ${figures.availability} % were agreed.`,
            { until },
          )
    },
  }),
  control({
    id: 'U-01',
    version: 1,
    area: 'business',
    title: ['资金通道可用,至少两条', 'Clients have fund transfer channels that work, two at least'],
    remedy: ['恢复中断的通道;只有一条的,接通第二家银行。', 'Bring it back; where there is one only, add another bank.'],
    subject: reads(probe, 'kind', 'name', 'component'),
    with: { channel: theOne('component', component, 'name', 'health', 'healthSince', 'wanted') },
    params: { silent },
    minSubjects: 2,
    inScope: ({ state, kind }) => state === 'active' && kind === 'transfer',
    judge: (_probe, { channel, now, p }) =>
      channel === null
        ? bad('没有对应的组件。', 'It is of no component.')
        : {
            ...answers(channel, { now, within: p.silent, fails: ['unknown', 'down'] }),
            proof: [proofOf(component, channel)],
          },
  }),
  control({
    id: 'U-02',
    version: 1,
    area: 'business',
    title: ['模拟交易平台可用', 'The practice floor works'],
    remedy: ['启动中断的程序,或登记其停用。', 'Start what is down, or retire it.'],
    subject: reads(component, 'environment', 'name', 'health', 'healthSince', 'wanted'),
    with: { probes: those(probe, 'component', 'name') },
    params: { silent: minutes(['最长中断时间', 'Down at most'], { default: 60, min: 1, max: 1_440 }) },
    inScope: ({ state, environment }) => state === 'in-service' && environment === 'practice',
    judge: (one, { probes, now, p }) =>
      probes.some(({ state }) => state === 'active')
        ? answers(one, { now, within: p.silent, fails: ['unknown', 'down'] })
        : bad('没有启用的探测。', 'No probe is at work.'),
  }),
]
