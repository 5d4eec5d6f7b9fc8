import type { ModelCode } from './models.data.ts'
import { several, type Thing, two } from './thing.ts'

const net = (key: string, name: string, model: ModelCode, at: string, unit: number, more: Partial<Thing>): Thing => ({
  of: 'network',
  supplier: 'network',
  age: 40,
  cost: 38_600,
  warranty: 60,
  owner: 'engineer',
  classification: 'sensitive',
  ...more,
  ...{ key, name, model, at, unit, host: key },
})

const guard = (key: string, name: string, model: ModelCode, at: string, unit: number, more: Partial<Thing>): Thing =>
  net(key, name, model, at, unit, {
    of: 'security',
    cost: 118_000,
    custom: { ports: 16, firmware: 'V600R022' },
    ...more,
  })

/** What carries data: the core, the edge, the top of each rack, the floors. */
export const network: readonly Thing[] = [
  net('core-1', '核心交换机 1', 's6520', 'BJ-MR-A01', 40, {
    age: 38,
    cost: 96_800,
    address: '10.10.0.1',
    components: ['core-switch'],
    custom: { ports: 54, firmware: '7.1.064' },
    connectsTo: ['ups-1', 'ups-2'],
    backedUpBy: ['core-2'],
  }),
  net('core-2', '核心交换机 2', 's6520', 'BJ-MR-A01', 38, {
    age: 38,
    cost: 96_800,
    address: '10.10.0.2',
    custom: { ports: 54, firmware: '7.1.064' },
    connectsTo: ['ups-1', 'ups-2', 'core-1'],
  }),
  guard('fw-1', '互联网防火墙 1', 'usg', 'BJ-MR-A01', 36, {
    age: 30,
    address: '10.10.0.11',
    connectsTo: ['core-1'],
    backedUpBy: ['fw-2'],
  }),
  guard('fw-2', '互联网防火墙 2', 'usg', 'BJ-MR-A01', 35, { age: 30, address: '10.10.0.12', connectsTo: ['core-2'] }),
  guard('fw-3', '交易专网防火墙 1', 'hillstone', 'BJ-MR-A01', 34, {
    age: 26,
    address: '10.10.0.13',
    connectsTo: ['core-1'],
    backedUpBy: ['fw-4'],
  }),
  guard('fw-4', '交易专网防火墙 2', 'hillstone', 'BJ-MR-A01', 33, {
    age: 26,
    address: '10.10.0.14',
    connectsTo: ['core-2'],
  }),
  net('lb-1', '负载均衡 1', 'f5', 'BJ-MR-A01', 31, {
    age: 52,
    cost: 268_000,
    custom: { ports: 8, firmware: '15.1.8' },
    connectsTo: ['core-1'],
    backedUpBy: ['lb-2'],
  }),
  net('lb-2', '负载均衡 2', 'f5', 'BJ-MR-A01', 30, {
    age: 52,
    cost: 268_000,
    custom: { ports: 8, firmware: '15.1.8' },
    connectsTo: ['core-2'],
  }),
  net('rt-1', '专线路由器 1', 'msr', 'BJ-MR-A01', 28, {
    age: 61,
    cost: 42_500,
    warranty: 36,
    address: '10.10.0.21',
    custom: { ports: 10, firmware: '7.1.059' },
    connectsTo: ['fw-3', 'core-1'],
  }),
  net('rt-2', '专线路由器 2', 'ar', 'BJ-MR-A01', 27, {
    age: 29,
    cost: 39_800,
    address: '10.10.0.22',
    custom: { ports: 20, firmware: 'V300R022' },
    connectsTo: ['fw-4', 'core-2'],
  }),
  net('clock-1', '时间服务器', 'clock', 'BJ-MR-A01', 25, {
    age: 70,
    cost: 58_000,
    warranty: 36,
    connectsTo: ['core-1'],
  }),
  guard('ips-1', '入侵防御', 'ips', 'BJ-MR-A01', 22, { age: 33, connectsTo: ['core-1'] }),
  guard('bastion-1', '运维堡垒机', 'bastion', 'BJ-MR-A01', 20, { age: 33, cost: 86_000, connectsTo: ['core-1'] }),
  guard('audit-1', '日志审计', 'audit', 'BJ-MR-A01', 17, { age: 21, cost: 92_000, connectsTo: ['core-2'] }),
  ...['A02', 'A03', 'A04', 'B01', 'B02', 'B03', 'B04'].map((rack, i) =>
    net(`tor-${rack.toLowerCase()}`, `机柜 ${rack} 接入交换机`, i < 4 ? 'ce6857' : 's5560', `BJ-MR-${rack}`, 42, {
      age: i < 4 ? 27 : 63,
      cost: i < 4 ? 68_000 : 21_500,
      warranty: i < 4 ? 60 : 36,
      address: `10.10.1.${i + 2}`,
      custom: { ports: 48, firmware: i < 4 ? 'V200R021' : '7.1.045' },
      connectsTo: ['core-1', 'core-2'],
    }),
  ),
  ...several(6, (n) =>
    net(`sw-11-${n}`, `11 层接入交换机 ${n}`, 's5130', 'BJ-WR-W01', 30 + n, {
      age: 44,
      cost: 9_860,
      address: `10.10.2.${n}`,
      custom: { ports: 52, firmware: '7.1.070' },
      connectsTo: ['core-1', 'core-2'],
    }),
  ),
  ...several(4, (n) =>
    net(`sw-12-${n}`, `12 层接入交换机 ${n}`, 's5130', 'BJ-MR-A01', 8 + n, {
      age: 44,
      cost: 9_860,
      address: `10.10.2.${10 + n}`,
      custom: { ports: 52, firmware: '7.1.070' },
      connectsTo: ['core-1', 'core-2'],
    }),
  ),
  ...several(
    12,
    (n): Thing => ({
      key: `ap-${n}`,
      name: `无线接入点 ${two(n)}`,
      of: 'network',
      model: 'ap',
      at: n <= 5 ? 'BJ-TR' : n <= 7 ? 'BJ-RK' : n <= 10 ? 'BJ-OF' : n === 11 ? 'BJ-M1' : 'SH-OF',
      age: 44,
      cost: 1_980,
      warranty: 36,
      supplier: 'network',
      owner: 'engineer',
      custom: { ports: 1, firmware: 'R2461' },
      connectsTo: [n <= 7 ? `sw-11-${1 + (n % 6)}` : n < 12 ? `sw-12-${1 + (n % 4)}` : 'core-sh'],
    }),
  ),
  net('core-sh', '灾备核心交换机', 's6520', 'SH-MR-C01', 40, {
    age: 28,
    cost: 92_000,
    address: '10.20.0.1',
    custom: { ports: 54, firmware: '7.1.064' },
    connectsTo: ['ups-sh'],
  }),
  guard('fw-sh', '灾备防火墙', 'usg', 'SH-MR-C01', 38, { age: 28, address: '10.20.0.11', connectsTo: ['core-sh'] }),
  net('rt-sh', '灾备路由器', 'ar', 'SH-MR-C01', 36, {
    age: 28,
    cost: 39_800,
    address: '10.20.0.21',
    custom: { ports: 20, firmware: 'V300R022' },
    connectsTo: ['fw-sh', 'core-sh'],
  }),
  ...(
    [
      ['line-main', '交易专线(主)', 'SH-GX-0417', 20, '交易所托管机房', 'carrierA', ['rt-1'], ['line-main']],
      ['line-backup', '交易专线(备)', 'SH-GX-0986', 10, '交易所托管机房', 'carrierB', ['rt-2'], ['line-backup']],
      ['line-dr', '京沪数据专线', 'BJ-SH-2203', 100, '上海灾备中心', 'carrierA', ['rt-1', 'rt-sh'], []],
      ['line-net-1', '互联网出口 1', 'BJ-INT-118', 200, '互联网', 'carrierA', ['fw-1'], []],
      ['line-net-2', '互联网出口 2', 'BJ-INT-734', 100, '互联网', 'carrierB', ['fw-2'], []],
      ['line-bank', '银行转账专线', 'BJ-BK-0052', 8, '存管银行', 'carrierB', ['rt-2'], []],
    ] as const
  ).map(
    ([key, name, carrier, bandwidth, far, supplier, connectsTo, components]): Thing => ({
      ...{ key, name, supplier, connectsTo, components },
      of: 'line',
      at: 'BJ-MR',
      age: 31,
      owner: 'engineer',
      classification: 'sensitive',
      custom: { carrier, bandwidth, far },
    }),
  ),
]
