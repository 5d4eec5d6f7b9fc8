import type { PlaceKind } from '../../../areas/assets/location/place.rules.ts'

export interface Place {
  readonly code: string
  readonly name: string
  readonly kind: PlaceKind
  readonly in?: string
  readonly height?: number
}

const rack = (code: string, room: string): Place => ({
  code,
  name: `机柜 ${code.split('-').at(-1)}`,
  kind: 'rack',
  in: room,
  height: 42,
})

const desks = (room: string, name: string, count: number): Place[] =>
  Array.from({ length: count }, (_, i) => {
    const no = String(i + 1).padStart(2, '0')
    return { code: `${room}-${no}`, name: `${name} ${no} 号工位`, kind: 'desk', in: room }
  })

/** Both sites, each place after what it stands in. */
export const places: readonly Place[] = [
  { code: 'BJ', name: '北京总部', kind: 'site' },
  { code: 'BJ-A', name: '恒信大厦 A 座', kind: 'building', in: 'BJ' },
  { code: 'BJ-MR', name: '主机房(12 层)', kind: 'room', in: 'BJ-A' },
  ...['A01', 'A02', 'A03', 'A04', 'B01', 'B02', 'B03', 'B04'].map((one) => rack(`BJ-MR-${one}`, 'BJ-MR')),
  { code: 'BJ-PW', name: '配电间(12 层)', kind: 'room', in: 'BJ-A' },
  { code: 'BJ-OC', name: '监控室(12 层)', kind: 'room', in: 'BJ-A' },
  ...desks('BJ-OC', '监控室', 6),
  { code: 'BJ-WR', name: '弱电间(11 层)', kind: 'room', in: 'BJ-A' },
  rack('BJ-WR-W01', 'BJ-WR'),
  { code: 'BJ-TR', name: '交易大厅(11 层)', kind: 'room', in: 'BJ-A' },
  ...desks('BJ-TR', '交易', 28),
  { code: 'BJ-RK', name: '风险管理部(11 层)', kind: 'room', in: 'BJ-A' },
  ...desks('BJ-RK', '风控', 12),
  { code: 'BJ-OF', name: '综合办公区(12 层)', kind: 'room', in: 'BJ-A' },
  ...desks('BJ-OF', '办公', 34),
  { code: 'BJ-M1', name: '第一会议室', kind: 'room', in: 'BJ-A' },
  { code: 'BJ-M2', name: '第二会议室', kind: 'room', in: 'BJ-A' },
  { code: 'BJ-ST', name: '备件库房', kind: 'room', in: 'BJ-A' },
  { code: 'BJ-ST-1', name: '库房货架 1', kind: 'cabinet', in: 'BJ-ST' },
  { code: 'BJ-ST-2', name: '库房货架 2', kind: 'cabinet', in: 'BJ-ST' },
  { code: 'BJ-AR', name: '档案室', kind: 'room', in: 'BJ-A' },
  { code: 'BJ-AR-1', name: '档案柜 1', kind: 'cabinet', in: 'BJ-AR' },
  { code: 'SH', name: '上海灾备中心', kind: 'site' },
  { code: 'SH-MR', name: '托管机房 3 号间', kind: 'room', in: 'SH' },
  ...['C01', 'C02', 'C03'].map((one) => rack(`SH-MR-${one}`, 'SH-MR')),
  { code: 'SH-OF', name: '备用操作室', kind: 'room', in: 'SH' },
  ...desks('SH-OF', '备用', 8),
]
