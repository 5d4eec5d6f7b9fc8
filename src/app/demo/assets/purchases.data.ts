import type { Login } from '../people.ts'
import type { CategoryCode } from './categories.data.ts'
import type { ModelCode, SupplierCode } from './models.data.ts'

export interface Wanted {
  readonly what: string
  readonly of?: CategoryCode
  readonly model?: ModelCode
  readonly count: number
  readonly unit: string
  /** Yuan before tax. */
  readonly price: number
  readonly tax?: number
  readonly warranty?: number
}

/** What became of a purchase, so many trading days after the step before. */
export type Step =
  | { readonly is: 'submit' | 'order' }
  | { readonly is: 'agree'; readonly by: Login }
  | { readonly is: 'refuse'; readonly by: Login; readonly because: string }
  /** Counts by line; `on` for what came in before the journal begins. */
  | { readonly is: 'receive'; readonly counts: readonly number[]; readonly note: string; readonly on?: string }
  | { readonly is: 'back'; readonly counts: readonly number[]; readonly note: string }
  /** Counts by line, at what was ordered but for `more` yuan. */
  | { readonly is: 'invoice'; readonly code: string; readonly counts: readonly number[]; readonly more?: number }
  | { readonly is: 'accept'; readonly code: string; readonly because: string }
  | { readonly is: 'pay'; readonly code: string }
  /** What was found when it was held against the order. */
  | { readonly is: 'check'; readonly found: string }
  | { readonly is: 'settle' | 'cancel'; readonly because: string }

export interface Bought {
  readonly title: string
  readonly reason: string
  readonly by: Login
  /** Trading days before today on which it is asked for. */
  readonly ago: number
  /** Days from then until it is needed. */
  readonly within?: number
  readonly lines: readonly Wanted[]
  /** Yuan with tax and days of delivery; the chosen one first, its amount that of the lines. */
  readonly quotes?: readonly (readonly [supplier: SupplierCode, amount: number | null, days: number])[]
  readonly supplier?: SupplierCode
  readonly because?: string
  readonly steps: readonly (readonly [days: number, step: Step])[]
}

const submit = [0, { is: 'submit' }] as const
const agree = (days: number, by: Login = 'manager') => [days, { is: 'agree', by }] as const
const order = [1, { is: 'order' }] as const
const receive = (days: number, note: string, ...counts: number[]) => [days, { is: 'receive', counts, note }] as const
const invoice = (days: number, code: string, ...counts: number[]) => [days, { is: 'invoice', code, counts }] as const
const check = (days: number, found: string) => [days, { is: 'check', found }] as const
const pay = (days: number, code: string) => [days, { is: 'pay', code }] as const

const disk = { what: '2.4 TB 10K SAS 硬盘', count: 12, unit: '块', price: 1_950 }

/** A year's purchases, one in each state and some on the way. */
export const bought: readonly Bought[] = [
  {
    title: '交易室显示器更换',
    reason: '六个席位的显示器使用超过五年,亮度衰减,盘中看不清报价。',
    by: 'business',
    ago: 58,
    within: 30,
    lines: [
      {
        what: 'Dell U2723QE 27 寸显示器',
        of: 'monitor',
        model: 'u27',
        count: 6,
        unit: '台',
        price: 2_480,
        warranty: 36,
      },
    ],
    supplier: 'office',
    steps: [
      submit,
      agree(1),
      order,
      receive(6, 'SH20260914-2', 6),
      check(1, '六台逐台点亮,无坏点,型号与订单一致。'),
      invoice(1, '26112000000714365211', 6),
      pay(8, '26112000000714365211'),
    ],
  },
  {
    title: '测试环境服务器 2 台',
    reason: '撮合网关升级须有与生产同型号的测试环境;现有两台已停止维保。',
    by: 'engineer',
    ago: 52,
    within: 45,
    lines: [
      { what: 'Dell PowerEdge R750', of: 'server', model: 'r750', count: 2, unit: '台', price: 52_000, warranty: 36 },
      { what: '上架与安装调试', count: 1, unit: '次', price: 3_000, tax: 6 },
    ],
    quotes: [
      ['dell', null, 20],
      ['integrator', 118_900, 45],
      ['network', 126_400, 30],
    ],
    because: '报价高 1,800 元,但原厂 20 天到货,赶得上十月升级窗口,且含三年 7×24 上门。',
    steps: [
      submit,
      agree(1),
      order,
      receive(9, 'DL-88213', 2, 0),
      receive(2, '验收单 20260928', 0, 1),
      check(1, '两台通电自检通过,配置与订单一致,序列号已登记。'),
      [2, { is: 'invoice', code: '26112000000723098814', counts: [2, 1], more: 900 }],
      [2, { is: 'accept', code: '26112000000723098814', because: '加急运费 900 元,事先口头同意,已补说明。' }],
      pay(6, '26112000000723098814'),
    ],
  },
  {
    title: '办公笔记本电脑 10 台',
    reason: '新员工入职与到期更换。',
    by: 'engineer',
    ago: 24,
    within: 30,
    lines: [
      { what: 'Lenovo ThinkPad T14', of: 'laptop', model: 't14', count: 10, unit: '台', price: 6_980, warranty: 36 },
    ],
    quotes: [
      ['office', null, 15],
      ['integrator', 80_200, 20],
      ['network', 82_500, 15],
    ],
    steps: [
      submit,
      agree(1),
      order,
      receive(8, 'LC-1107', 6),
      invoice(1, '26112000000791120356', 6),
      [1, { is: 'invoice', code: '26112000000791120377', counts: [4] }],
    ],
  },
  {
    title: '核心交换机更新(北京)',
    reason: '两台核心交换机进入停产支持期,端口已用 92%,明年扩容无余量。',
    by: 'engineer',
    ago: 15,
    within: 35,
    lines: [
      {
        what: 'Huawei CE6857F-48S6CQ',
        of: 'network',
        model: 'ce6857',
        count: 2,
        unit: '台',
        price: 98_000,
        warranty: 60,
      },
      { what: '100G 光模块', count: 8, unit: '只', price: 2_600 },
    ],
    quotes: [
      ['network', null, 40],
      ['integrator', 251_000, 35],
      ['dell', 262_300, 60],
    ],
    steps: [submit, agree(1), agree(2, 'director'), order],
  },
  {
    title: 'UPS 电池组更换',
    reason: '灾备中心 UPS 电池组到期,年度放电测试只撑 27 分钟,低于 40 分钟的要求。',
    by: 'engineer',
    ago: 6,
    within: 30,
    lines: [
      { what: 'Shoto 6-FMX-100 电池', of: 'ups', model: 'battery', count: 1, unit: '组', price: 38_400, warranty: 36 },
    ],
    quotes: [
      ['power', null, 10],
      ['integrator', 45_800, 15],
      ['office', 46_200, 20],
    ],
    steps: [submit, agree(1)],
  },
  {
    title: '审计取证工作站',
    reason: '专项审计须离线分析成交明细,现有笔记本内存不足。',
    by: 'auditor',
    ago: 1,
    within: 20,
    lines: [
      {
        what: 'HP Z2 工作站,64 GB 内存',
        of: 'terminal',
        model: 'z2',
        count: 1,
        unit: '台',
        price: 14_600,
        warranty: 36,
      },
    ],
    supplier: 'office',
    steps: [submit],
  },
  {
    title: '交易终端扩容 6 席',
    reason: '白银新品种上线,新增六个盯盘席位。',
    by: 'business',
    ago: 4,
    within: 25,
    lines: [
      {
        what: 'HP Z2 Tower G9 交易终端',
        of: 'terminal',
        model: 'z2',
        count: 6,
        unit: '台',
        price: 11_800,
        warranty: 36,
      },
      {
        what: 'Dell U2723QE 27 寸显示器',
        of: 'monitor',
        model: 'u27',
        count: 12,
        unit: '台',
        price: 2_480,
        warranty: 36,
      },
    ],
    because: '与现有席位同型号,协议供货,无需另行询价。',
    steps: [submit, agree(1)],
  },
  {
    title: '会议室投影更换',
    reason: '投影偏色,远程会议看不清图表。',
    by: 'business',
    ago: 1,
    within: 20,
    lines: [{ what: '65 寸会议平板', of: 'phone', model: 'room', count: 1, unit: '台', price: 16_900, warranty: 24 }],
    steps: [],
  },
  {
    title: '稽核部门双屏改造',
    reason: '希望每人两块屏幕。',
    by: 'auditor',
    ago: 33,
    lines: [{ what: 'Dell P2422H 24 寸显示器', of: 'monitor', model: 'p24', count: 8, unit: '台', price: 1_080 }],
    steps: [
      submit,
      [2, { is: 'refuse', by: 'manager', because: '本年度未列此项。先用库存的四块显示器,其余明年编入预算。' }],
    ],
  },
  {
    title: '值班室打印机',
    reason: '值班日志打印。',
    by: 'operator',
    ago: 29,
    lines: [{ what: 'HP M428fdw', of: 'printer', model: 'm428', count: 1, unit: '台', price: 2_690 }],
    steps: [submit, agree(1), [2, { is: 'cancel', because: '值班日志改为电子签阅,不再打印。' }]],
  },
  {
    title: '存储备件硬盘',
    reason: '生产存储热备盘只剩一块。',
    by: 'engineer',
    ago: 45,
    within: 20,
    lines: [disk, { what: '硬盘托架', count: 4, unit: '个', price: 120 }],
    quotes: [
      ['integrator', null, 12],
      ['dell', 28_300, 20],
      ['network', 27_900, 15],
    ],
    steps: [
      submit,
      agree(1),
      order,
      receive(5, 'HT-0931', 10, 4),
      [1, { is: 'back', counts: [1], note: '一块上电异响,退换。' }],
      [6, { is: 'settle', because: '该型号停产,余下三块不再到货。' }],
      invoice(2, '26112000000745500192', 9, 4),
      pay(5, '26112000000745500192'),
    ],
  },
  {
    title: '网线与布线辅材',
    reason: '五楼工位调整。',
    by: 'operator',
    ago: 40,
    lines: [
      { what: '六类成品跳线 3 米', count: 60, unit: '根', price: 12.5 },
      { what: '理线架', count: 6, unit: '个', price: 48 },
    ],
    supplier: 'network',
    steps: [
      submit,
      agree(1),
      order,
      receive(3, 'XW-5520', 60, 6),
      check(0, '数量相符,抽测十根跳线合格。'),
      invoice(0, '26112000000750001234', 60, 6),
      pay(4, '26112000000750001234'),
    ],
  },
]

/** What was bought before the journal begins, entered from the papers: with the month of the year in which it came. */
export const before: readonly { title: string; month: number; supplier: SupplierCode; price: number; what: string }[] =
  [
    { title: '机房空调年度保养', month: 2, supplier: 'power', price: 26_000, what: '精密空调保养(四台,全年)' },
    { title: '防病毒软件续订', month: 4, supplier: 'integrator', price: 48_500, what: '终端防病毒,120 点,一年' },
    {
      title: '灾备专线扩容',
      month: 5,
      supplier: 'carrierA',
      price: 72_000,
      what: '北京—上海 100M 专线,一次性与半年月租',
    },
    { title: '等级保护测评', month: 7, supplier: 'integrator', price: 88_000, what: '三级系统测评两项' },
  ]

/** The year's plan in yuan, by department and category. */
export const plans = [
  { name: '信息技术部', department: 'IT', planned: 820_000 },
  { name: '信息技术部服务器', department: 'IT', category: 'server', planned: 300_000 },
  { name: '信息技术部笔记本电脑', department: 'IT', category: 'laptop', planned: 90_000 },
  { name: '交易业务部', department: 'TRD', planned: 100_000 },
  { name: '风险管理部', department: 'RSK', planned: 60_000 },
  { name: '稽核审计部', department: 'AUD', planned: 30_000 },
] as const
