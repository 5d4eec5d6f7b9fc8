import type { CategoryCode } from './categories.data.ts'
import type { SupplierCode } from './models.data.ts'

export interface Planned {
  readonly name: string
  readonly kind: 'inspection' | 'replacement'
  readonly assets?: readonly string[]
  readonly category?: CategoryCode
  readonly every: number
  /** Days from the day on which a newcomer looks to one of its dates. */
  readonly around: number
  readonly supplier?: SupplierCode
  readonly instructions: string
  /** Yuan, each time. */
  readonly cost: number
  readonly result: string
  /** Left undone of late. */
  readonly isLate?: boolean
}

/** What is done again and again. */
export const plans: readonly Planned[] = [
  {
    name: 'UPS 季度巡检与放电测试',
    kind: 'inspection',
    assets: ['ups-1', 'ups-2', 'ups-sh'],
    every: 3,
    around: 9,
    supplier: 'power',
    instructions: '测电池内阻与单体电压;带载放电 15 分钟;清灰;核对告警上传。',
    cost: 3_600,
    result: '放电 15 分钟电压平稳,单体内阻均在基线的 1.2 倍以内。',
  },
  {
    name: '精密空调季度保养',
    kind: 'inspection',
    assets: ['pex-1', 'pex-2', 'pex-3'],
    every: 3,
    around: -12,
    supplier: 'power',
    instructions: '更换滤网;清洗冷凝器;查漏水检测绳;校准温湿度。',
    cost: 4_800,
    result: '滤网已换,回风温度 23.6℃,加湿正常。',
  },
  {
    name: '柴油发电机月度试机',
    kind: 'inspection',
    assets: ['generator'],
    every: 1,
    around: -6,
    supplier: 'power',
    instructions: '空载 10 分钟、带载 20 分钟;查油位、水温、启动电瓶。',
    cost: 600,
    result: '一次启动成功,带载 20 分钟水温 82℃。',
    isLate: true,
  },
  {
    name: '气体灭火系统年检',
    kind: 'inspection',
    assets: ['gas-bj', 'gas-sh'],
    every: 12,
    around: 52,
    supplier: 'power',
    instructions: '称重、压力、联动测试;取得年检报告。',
    cost: 12_000,
    result: '年检合格,报告已归档。',
  },
  {
    name: '服务器半年除尘巡检',
    kind: 'inspection',
    category: 'server',
    every: 6,
    around: -34,
    supplier: 'dell',
    instructions: '逐台查风扇、电源、磁盘告警灯与管理口日志;除尘。',
    cost: 9_200,
    result: '全部在用服务器已巡检,三台风扇积尘较多,已清理。',
  },
  {
    name: 'UPS 电池组三年更换',
    kind: 'replacement',
    assets: ['battery-1', 'battery-2', 'battery-3'],
    every: 36,
    around: 75,
    supplier: 'power',
    instructions: '整组更换,旧电池交有资质单位回收。',
    cost: 108_000,
    result: '已整组更换。',
  },
]

export interface Repaired {
  /** Days before the day on which a newcomer looks. */
  readonly ago: number
  readonly assets: readonly string[]
  readonly title: string
  readonly supplier: SupplierCode
  /** Hours until somebody came, and from then until it was mended. */
  readonly came: number
  readonly took: number
  readonly cost: number
  readonly parts?: string
  readonly result: string
  readonly outcome?: 'restricted' | 'beyond-repair'
}

/** A year of repairs, the oldest first. */
export const repairs: readonly Repaired[] = [
  repair(352, 'prn-1', '打印机频繁卡纸', 'office', 3, 2, 260, '更换搓纸轮。', '搓纸轮'),
  repair(338, 'gate-2', '门禁控制器不识别卡', 'integrator', 6, 4, 480, '更换读头。', '读头'),
  repair(311, 'pex-1', '主机房空调高压告警', 'power', 2, 6, 3_200, '清洗冷凝器并补充冷媒。', '冷媒 R410A'),
  repair(287, 'a3-1', '复合机扫描出现竖线', 'office', 20, 1, 0, '清洁扫描玻璃。'),
  repair(254, 'prn-1', '打印机定影温度异常', 'office', 5, 3, 1_180, '更换定影组件。', '定影组件'),
  repair(233, 'ups-1', 'UPS 风扇异响', 'power', 3, 4, 1_450, '更换两只风扇。', '风扇 2 只'),
  repair(201, 'pex-1', '主机房空调加湿罐结垢', 'power', 4, 5, 1_900, '更换加湿罐。', '加湿罐'),
  repair(176, 'db-trd-1', '数据库服务器磁盘预警', 'dell', 4, 2, 2_300, '热插拔更换磁盘,重建完成。', '1.92 TB 固态硬盘'),
  repair(148, 'prn-1', '打印机不能联网', 'office', 26, 1, 0, '固件升级后恢复。'),
  repair(121, 'split-2', '柜式空调不制冷', 'power', 28, 3, 650, '补充冷媒。'),
  repair(96, 'pex-1', '主机房空调压缩机跳停', 'power', 2, 9, 18_600, '更换压缩机。', '压缩机'),
  repair(73, 'prn-1', '打印机多页重叠进纸', 'office', 7, 2, 320, '更换分离垫。', '分离垫'),
  repair(58, 'ups-1', 'UPS 旁路告警', 'power', 2, 5, 2_800, '更换旁路板。', '旁路控制板'),
  repair(41, 'nvr', '视频监控主机硬盘故障', 'integrator', 9, 3, 1_260, '更换硬盘。', '6 TB 硬盘'),
  repair(
    30,
    'test-1',
    '测试服务器主板报错',
    'dell',
    4,
    6,
    0,
    '主板电容鼓包,型号已停产,无备件。',
    undefined,
    'beyond-repair',
  ),
  repair(24, 'test-2', '测试服务器内存报错', 'dell', 30, 2, 0, '交换插槽后观察一周未再现。', undefined, 'restricted'),
  repair(12, 'a3-2', '复合机进纸器异响', 'office', 4, 2, 540, '更换进纸电机。', '进纸电机'),
]

function repair(
  ago: number,
  key: string,
  title: string,
  supplier: SupplierCode,
  came: number,
  took: number,
  cost: number,
  result: string,
  parts?: string,
  outcome?: Repaired['outcome'],
): Repaired {
  return {
    ago,
    assets: [key],
    title,
    supplier,
    came,
    took,
    cost,
    result,
    ...(parts && { parts }),
    ...(outcome && { outcome }),
  }
}
