import type { ModelCode } from './models.data.ts'
import { several, type Thing, two } from './thing.ts'

/** Power, cold, and what watches over a machine room. */
export const surroundings: readonly Thing[] = [
  room('ups-1', 'ups', 'UPS 1(主机房)', 'ups20', 'BJ-PW', 58, 86_000, {
    components: ['ups-1'],
    custom: { capacity: 20, minutes: 40, 'battery-on': '2024-03-18' },
  }),
  room('ups-2', 'ups', 'UPS 2(主机房)', 'ups60', 'BJ-PW', 22, 198_000, {
    custom: { capacity: 60, minutes: 60, 'battery-on': '2025-01-20' },
  }),
  room('ups-sh', 'ups', 'UPS(灾备中心)', 'ups20', 'SH-MR', 28, 88_000, {
    custom: { capacity: 20, minutes: 45, 'battery-on': '2024-07-09' },
  }),
  ...several(3, (n) =>
    room(`battery-${n}`, 'ups', `UPS 电池组 ${n}`, 'battery', n < 3 ? 'BJ-PW' : 'SH-MR', 20, 36_000, {
      partOf: [n < 3 ? `ups-${n}` : 'ups-sh'],
    }),
  ),
  ...several(3, (n) =>
    room(`pex-${n}`, 'cooling', `精密空调 ${n}`, 'pex', n < 3 ? 'BJ-MR' : 'SH-MR', n === 1 ? 92 : 34, 128_000, {
      custom: { cooling: 35 },
      connectsTo: [n < 3 ? 'ups-2' : 'ups-sh'],
    }),
  ),
  ...several(3, (n) =>
    room(`split-${n}`, 'cooling', `柜式空调 ${n}`, 'split', ['BJ-PW', 'BJ-OC', 'BJ-ST'][n - 1] as string, 66, 11_800, {
      custom: { cooling: 12 },
    }),
  ),
  room('gas-bj', 'facility', '气体灭火系统(主机房)', 'gas', 'BJ-MR', 92, 76_000),
  room('gas-sh', 'facility', '气体灭火系统(灾备中心)', 'gas', 'SH-MR', 28, 58_000),
  room('generator', 'facility', '柴油发电机', 'generator', 'BJ', 92, 168_000),
  room('monitoring', 'facility', '动力环境监控主机', 'monitoring', 'BJ-MR-A01', 46, 42_000, {
    unit: 14,
    connectsTo: ['core-1'],
  }),
  room('nvr', 'facility', '视频监控主机', 'nvr', 'BJ-MR-A01', 46, 16_800, { unit: 5, connectsTo: ['sw-12-1'] }),
  room('kvm', 'facility', '机柜控制台', 'kvm', 'BJ-MR-A01', 46, 6_800, { unit: 16 }),
  ...several(14, (n) =>
    room(
      `camera-${n}`,
      'facility',
      `摄像机 ${two(n)}`,
      'camera',
      n <= 4 ? 'BJ-MR' : n <= 8 ? 'BJ-TR' : n <= 11 ? 'BJ-OF' : 'SH-MR',
      46,
      860,
      { partOf: ['nvr'] },
    ),
  ),
  ...several(5, (n) =>
    room(
      `gate-${n}`,
      'facility',
      `门禁控制器 ${n}`,
      'gate',
      ['BJ-MR', 'BJ-PW', 'BJ-TR', 'BJ-OC', 'SH-MR'][n - 1] as string,
      46,
      1_650,
    ),
  ),
  ...['A01', 'A02', 'A03', 'A04', 'B01', 'B02', 'B03', 'B04'].map((rack, i) =>
    room(`pdu-${rack.toLowerCase()}`, 'facility', `机柜 ${rack} 配电单元`, 'pdu', `BJ-MR-${rack}`, 92, 2_400, {
      connectsTo: [i % 2 ? 'ups-2' : 'ups-1'],
    }),
  ),
]

function room(
  key: string,
  of: 'ups' | 'cooling' | 'facility',
  name: string,
  model: ModelCode,
  at: string,
  age: number,
  cost: number,
  more: Partial<Thing> = {},
): Thing {
  return { key, of, name, model, at, age, cost, warranty: 36, supplier: 'power', owner: 'engineer', ...more }
}
