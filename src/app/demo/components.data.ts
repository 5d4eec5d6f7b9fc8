import { type PartCode, parts, portOf } from '../../../sim/parts.ts'
import type { component } from '../../areas/operations/component/component.record.ts'
import { type Hysteresis, type ProbeSettings, probeSettings } from '../../areas/operations/probe/probe.settings.ts'
import type { ValuesOf } from '../../record/record.ts'
import { databaseProbe } from './capacity.ts'

type Values = Omit<ValuesOf<typeof component>, 'dependsOn'>

interface Asked {
  readonly name: string
  readonly settings: ProbeSettings
  readonly intervalSeconds: number
  readonly hysteresis?: Hysteresis
}

/** A component as the firm lists it: what it stands on by code, and the question that is asked of it, if any can be. */
export interface Listed extends Values {
  readonly code: string
  readonly dependsOn: readonly string[]
  readonly probe?: Asked
  /** What else is asked of it. */
  readonly beside?: readonly Asked[]
}

/** Where things really are on this machine. */
export interface Ground {
  /** The practice floor's folder and first port. */
  readonly floor: string
  readonly floorPort: number
  readonly database: { readonly host: string; readonly port: number }
}

const timeoutMs = 1_000

/** Two bad readings make it down, so that a kill is an alarm within two intervals. */
const twice: Hysteresis = { downAfter: { n: 2, m: 2 }, upAfter: 2 }
/** A file does not come and go. */
const once: Hysteresis = { downAfter: { n: 1, m: 1 }, upAfter: 1 }

const gigabyte = 1_000_000_000

/** What carries the practice floor. Only what stands on this machine can be asked; the rest is honestly unknown. */
export const surroundings = ({ floor, database }: Ground): readonly Listed[] => [
  {
    code: 'ups-1',
    name: '机房 UPS',
    kind: 'host',
    criticality: 'important',
    dependsOn: [],
    product: '20 kVA 在线式 UPS',
    vendorContact: 'UPS 厂商 服务热线 021-5555-0120',
    note: '满载可支撑 40 分钟;每季度做一次放电测试。',
  },
  {
    code: 'core-switch',
    name: '核心交换机',
    kind: 'network',
    criticality: 'trading',
    dependsOn: ['ups-1'],
    product: '48 口万兆交换机',
    installedVersion: '7.1.064',
    vendorContact: '网络集成商 周工 021-5555-0132',
  },
  {
    code: 'line-main',
    name: '交易专线',
    kind: 'line',
    criticality: 'trading',
    dependsOn: ['core-switch'],
    product: '20 Mb/s 数字专线',
    vendorContact: '甲运营商 客户服务台 021-5555-0100',
    note: '线路编号 SH-GX-0417,通往交易所托管机房。',
  },
  {
    code: 'line-backup',
    name: '备用线路',
    kind: 'line',
    criticality: 'important',
    dependsOn: ['core-switch'],
    environment: 'standby',
    product: '10 Mb/s 数字专线',
    vendorContact: '乙运营商 客户服务台 021-5555-0200',
    note: '线路编号 SH-GX-0986;主线中断时手工切换。',
  },
  {
    code: 'host-app',
    name: '应用主机',
    kind: 'host',
    criticality: 'trading',
    host: '127.0.0.1',
    product: '机架式服务器',
    vendorContact: '服务器厂商 报修 400-555-0171',
    dependsOn: ['ups-1', 'core-switch'],
    probe: {
      name: '数据盘空间',
      settings: { kind: 'disk', path: floor, warnFreeBytes: gigabyte, downFreeBytes: gigabyte / 20, timeoutMs },
      intervalSeconds: 30,
    },
  },
  {
    code: 'host-db',
    name: '数据库主机',
    kind: 'host',
    criticality: 'important',
    host: database.host,
    product: '机架式服务器',
    vendorContact: '服务器厂商 报修 400-555-0171',
    dependsOn: ['ups-1', 'core-switch'],
  },
  {
    code: 'database',
    name: '运行数据库',
    kind: 'database',
    criticality: 'important',
    host: database.host,
    product: 'PostgreSQL',
    installedVersion: '18',
    dependsOn: ['host-db'],
    probe: { name: '端口', settings: { kind: 'tcp', ...database, timeoutMs }, intervalSeconds: 10 },
    beside: [{ name: '库容量', settings: databaseProbe, intervalSeconds: 300 }],
  },
  {
    code: 'backup-store',
    name: '备份存储',
    kind: 'service',
    criticality: 'ordinary',
    dependsOn: ['host-app'],
    product: '本机备份目录',
    host: '127.0.0.1',
    note: '每日闭市后备份结算数据;最新一份不得早于 26 小时。',
    probe: {
      name: '最新备份',
      settings: { kind: 'file', path: `${floor}/newest-backup.json`, maxAgeSeconds: 93_600, minBytes: 2, timeoutMs },
      intervalSeconds: 20,
      hysteresis: once,
    },
  },
]

/** What beyond its own neighbours on the floor a part stands on, and how much it matters. */
const standing: Record<PartCode, { on: string[]; kind: 'process' | 'gateway'; criticality: 'trading' | 'important' }> =
  {
    'quote-feed': { on: ['host-app', 'line-main'], kind: 'process', criticality: 'trading' },
    'trading-front': { on: ['host-app', 'line-main'], kind: 'process', criticality: 'trading' },
    'order-gateway': { on: ['host-app'], kind: 'gateway', criticality: 'trading' },
    'risk-control': { on: ['host-app'], kind: 'process', criticality: 'trading' },
    'bank-link': { on: ['host-app'], kind: 'gateway', criticality: 'important' },
    settlement: { on: ['host-app', 'database'], kind: 'process', criticality: 'important' },
  }

/** The six parts of the practice floor, each with what it can be told to do and its own health endpoint. */
export const floorParts = ({ floor, floorPort }: Ground): readonly Listed[] =>
  parts.map(({ code, zh, version, dependsOn }) => {
    const { on, kind, criticality } = standing[code]
    return {
      code,
      name: zh,
      kind,
      criticality,
      environment: 'practice',
      host: '127.0.0.1',
      product: '黄金会员模拟交易平台',
      installedVersion: version,
      vendorContact: '交易平台厂商 技术支持 021-5555-0188',
      dependsOn: [...dependsOn, ...on],
      actions: [
        ...(['start', 'stop', 'restart', 'status'] as const).map((verb) => tellFloor(verb, [verb, code])),
        tellFloor('fault', ['fault', code]),
        ...(code === 'settlement' ? [tellFloor('backup', ['backup'])] : []),
      ],
      probe: {
        name: '健康检查',
        settings: {
          kind: 'http',
          url: `http://127.0.0.1:${portOf(code, floorPort)}/health`,
          timeoutMs,
          status: { from: 200, to: 200 },
          verifyTls: true,
          json: { path: 'part', equals: code },
        },
        intervalSeconds: 2,
        hysteresis: twice,
      },
      beside: [
        ...(logged.has(code) ? [bugsIn(`${floor}/${code}.log`)] : []),
        ...(business[code]?.(`http://127.0.0.1:${portOf(code, floorPort)}`) ?? []),
      ],
    }
  })

/** Three bad readings: whether it runs is asked much more often, and one alarm for one fault is enough. */
const thrice: Hysteresis = { downAfter: { n: 3, m: 3 }, upAfter: 2 }

/** What goes the way of the business: a fresh quote, an order that never fills, a fen in and out again. */
const business: Partial<Record<PartCode, (url: string) => Asked[]>> = {
  'quote-feed': (url) => [
    {
      ...{ name: '行情新鲜度', intervalSeconds: 15, hysteresis: thrice },
      settings: probeSettings.parse({ kind: 'quotes', url: `${url}/quotes`, contract: 'Au(T+D)' }),
    },
  ],
  'order-gateway': (url) => [
    {
      ...{ name: '试报单', intervalSeconds: 10, hysteresis: thrice },
      settings: probeSettings.parse({ kind: 'order', url, account: 'PROBE', contract: 'mAu(T+D)', limit: 930 }),
    },
  ],
  'bank-link': (url) => [
    {
      ...{ name: '试出入金', intervalSeconds: 10, hysteresis: thrice },
      settings: probeSettings.parse({ kind: 'transfer', url, account: 'PROBE' }),
    },
  ],
}

/** Parts whose log is followed: what goes wrong there costs money before it stops anything. */
const logged: ReadonlySet<PartCode> = new Set(['order-gateway', 'settlement'])

const bugsIn = (path: string): Asked => ({
  name: '程序异常日志',
  settings: {
    kind: 'log-line',
    path,
    pattern: '^\\w*Error\\b',
    charset: 'utf-8',
    warnWhen: { op: '>', than: 0 },
    timeoutMs,
  },
  intervalSeconds: 2,
  hysteresis: once,
})

/** `program` is a name: `programs` in floor.ts says what runs. A restart may take a stop and a start, ten seconds each. */
const tellFloor = (verb: 'start' | 'stop' | 'restart' | 'status' | 'backup' | 'fault', args: string[]) => ({
  verb,
  program: 'floor',
  args,
  timeoutSeconds: 30,
})
