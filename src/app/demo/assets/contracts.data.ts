import type { SupplierCode } from './models.data.ts'

/** A contract of the demo firm: its last day so many days from today, and for how many months it runs. */
export interface Agreed {
  readonly title: string
  readonly code: string
  readonly supplier: SupplierCode
  readonly kind: 'purchase' | 'maintenance' | 'lease' | 'line' | 'software' | 'service'
  readonly amount: number
  readonly endsIn: number | null
  readonly months: number
  readonly notice: number
  readonly renews?: number
  readonly owner?: 'manager' | 'engineer'
  /** Keys of the register. */
  readonly assets?: readonly string[]
  /** It is drawn up anew, so many months before it ends. */
  readonly next?: 'draft' | 'in-force'
}

export const agreed: readonly Agreed[] = [
  {
    ...{ title: '黄金会员交易系统维护合同', code: 'HT-IT-2026-003', supplier: 'platform', kind: 'software' },
    ...{ amount: 486_000, endsIn: 211, months: 12, notice: 60, owner: 'manager' },
    assets: ['trd-sys', 'gw-sys', 'quote-sys', 'risk-sys', 'query-sys', 'adapter-sys', 'set-sys'],
  },
  {
    ...{ title: '数据库服务器原厂延保', code: 'HT-IT-2025-041', supplier: 'integrator', kind: 'maintenance' },
    ...{ amount: 168_000, endsIn: 38, months: 12, notice: 45 },
    assets: ['db-trd-1', 'db-trd-2', 'db-set-1', 'db-set-2', 'db-rpt', 'db-dr-1', 'db-dr-2'],
  },
  {
    ...{ title: '网络与安全设备维保', code: 'HT-IT-2025-017', supplier: 'network', kind: 'maintenance' },
    ...{ amount: 92_400, endsIn: -26, months: 12, notice: 60, next: 'in-force' },
    assets: ['core-sh', 'fw-sh', 'rt-sh', 'rt-1', 'rt-2', 'fw-1', 'fw-2'],
  },
  {
    ...{ title: '机房 UPS 与精密空调维保', code: 'HT-IT-2025-009', supplier: 'power', kind: 'maintenance' },
    ...{ amount: 58_000, endsIn: 96, months: 12, notice: 90 },
    assets: ['ups-sh'],
  },
  {
    ...{ title: '交易专线(主)租用', code: 'HT-IT-2024-022', supplier: 'carrierA', kind: 'line' },
    ...{ amount: 216_000, endsIn: 152, months: 24, notice: 30, renews: 12 },
    assets: ['line-main'],
  },
  {
    ...{ title: '交易专线(备)租用', code: 'HT-IT-2024-023', supplier: 'carrierB', kind: 'line' },
    ...{ amount: 168_000, endsIn: 20, months: 24, notice: 30, renews: 12 },
    assets: ['line-backup'],
  },
  {
    ...{ title: '京沪数据专线租用', code: 'HT-IT-2026-011', supplier: 'carrierA', kind: 'line' },
    ...{ amount: 342_000, endsIn: 330, months: 12, notice: 60 },
    assets: ['line-dr'],
  },
  {
    ...{ title: '办公终端采购框架协议', code: 'HT-XZ-2026-004', supplier: 'office', kind: 'purchase' },
    ...{ amount: 600_000, endsIn: 63, months: 12, notice: 30, owner: 'manager', next: 'draft' },
  },
  {
    ...{ title: '虚拟化平台软件支持', code: 'HT-IT-2025-030', supplier: 'integrator', kind: 'software' },
    ...{ amount: 74_000, endsIn: -9, months: 12, notice: 45 },
    assets: ['virt-sys'],
  },
  {
    ...{ title: '网络安全等级保护测评服务', code: 'HT-IT-2026-015', supplier: 'integrator', kind: 'service' },
    ...{ amount: 118_000, endsIn: 243, months: 12, notice: 0, owner: 'manager' },
  },
  {
    ...{ title: '信息系统驻场运维服务', code: 'HT-IT-2023-008', supplier: 'integrator', kind: 'service' },
    ...{ amount: 420_000, endsIn: null, months: 36, notice: 90, owner: 'manager' },
  },
]

/** A licence of the demo firm: what was bought of it, its first day so many months back, and who has it. */
export interface Licensed {
  readonly name: string
  readonly supplier: SupplierCode
  readonly metric: 'seat' | 'user' | 'device' | 'core'
  readonly overuse?: 'warn'
  /** Of products as discovery names them. */
  readonly software?: readonly string[]
  readonly bought: readonly {
    readonly quantity: number
    readonly since: number
    readonly endsIn?: number
    readonly reference: string
    readonly cost?: number
    readonly contract?: string
  }[]
  readonly people?: readonly string[]
  readonly devices?: readonly (string | readonly [key: string, cores: number])[]
}

const employees = (first: number, count: number) => Array.from({ length: count }, (_, n) => String(first + n))

export const licensed: readonly Licensed[] = [
  {
    ...{ name: '办公套件(年度订阅)', supplier: 'office', metric: 'user', overuse: 'warn' },
    software: ['WPS Office', 'Microsoft Office Professional Plus 2019'],
    bought: [
      { quantity: 24, since: 9, endsIn: 74, reference: 'WPS-2026-1182', cost: 16_800 },
      { quantity: 6, since: 4, endsIn: 74, reference: 'WPS-2026-3077', cost: 4_200 },
    ],
    people: [...employees(4_001, 10), ...employees(4_201, 10), ...employees(4_301, 4)],
  },
  {
    ...{ name: '数据库企业版', supplier: 'integrator', metric: 'core' },
    software: ['Oracle Database'],
    bought: [
      { quantity: 64, since: 25, reference: 'CSI 2204-7781', cost: 1_920_000 },
      { quantity: 16, since: 12, endsIn: -18, reference: 'CSI 2409-1120', cost: 96_000 },
    ],
    devices: [
      ['db-trd-1', 24],
      ['db-trd-2', 24],
      ['db-set-1', 12],
      ['db-dr-1', 16],
    ],
  },
  {
    ...{ name: '服务器防病毒', supplier: 'integrator', metric: 'device' },
    software: ['奇安信天擎'],
    bought: [{ quantity: 12, since: 7, endsIn: 158, reference: 'AV-SRV-0612', cost: 21_600 }],
    devices: ['db-rpt', 'db-dr-1', 'db-dr-2', 'db-set-1', 'db-set-2', 'vmhost-1', 'vmhost-2', 'vmhost-3'],
  },
  {
    ...{ name: '虚拟化平台', supplier: 'integrator', metric: 'core' },
    bought: [
      { quantity: 192, since: 34, reference: 'VS-88104', cost: 240_000 },
      { quantity: 64, since: 11, endsIn: 29, reference: 'VS-90877', contract: 'HT-IT-2025-030' },
    ],
    devices: ['vmhost-1', 'vmhost-2', 'vmhost-3', 'vmhost-4', 'vmhost-5', 'vmhost-6'].map((key) => [key, 32] as const),
  },
  {
    ...{ name: '流程图绘制软件', supplier: 'office', metric: 'seat' },
    bought: [{ quantity: 5, since: 19, reference: 'DRAW-5', cost: 9_500 }],
    people: ['engineer', 'manager', 'operator'],
  },
]
