import type { emergencyPlan } from '../../areas/continuity/emergency-plan/emergency-plan.record.ts'
import type { StepInput } from '../../areas/operations/runbook/step.rules.ts'
import type { ValuesOf } from '../../record/record.ts'
import type { Content } from './runbooks/write.ts'

const hands = { makerPost: 'system-engineer', checkerPost: 'it-manager' } as const

const step = (
  key: string,
  title: [string, string],
  [instructions, instructionsEn]: [string, string],
  [expected, expectedEn]: [string, string],
  needs: string[] = [],
) =>
  ({
    ...{ key, title, instructions, instructionsEn, expected, expectedEn, needs, ...hands },
    mode: 'hand',
    evidence: 'note',
  }) satisfies StepInput

/** What is done when the quotes or the gateway fail: by engineers, whoever is on duty. */
export const emergencyRunbooks: readonly Content[] = [
  {
    code: 'quotes-lost',
    kind: 'drill',
    title: '行情中断应急处置',
    titleEn: 'When the quotes are lost',
    purpose: '行情源停止或停滞时,防止按旧价交易,切换并恢复行情。',
    steps: [
      step(
        'tell',
        ['通知交易与客户', 'Tell traders and customers'],
        [
          '电话告知交易业务部与客服:行情异常,暂停按现价报单。',
          'Call the traders and customer service: quotes are wrong, no orders at market.',
        ],
        ['对方复述确认。', 'They repeat it.'],
      ),
      step(
        'restart',
        ['重启行情源', 'Restart the quote feed'],
        [
          '执行行情源重启;两分钟未恢复即联系厂商并切备用线路。',
          'Restart it; where it is not back in two minutes call the vendor and switch lines.',
        ],
        ['健康检查正常,行情时间与当前一致。', 'Its health is good and quotes carry the present time.'],
        ['tell'],
      ),
    ],
  },
  {
    code: 'gateway-lost',
    kind: 'drill',
    title: '报单网关中断应急处置',
    titleEn: 'When the order gateway is lost',
    purpose: '报单网关失去响应时,保护在途委托并恢复报单。',
    steps: [
      step(
        'hold',
        ['冻结新报单', 'Hold new orders'],
        ['通知客户端暂停报单,导出在途委托清单。', 'Have clients hold their orders; export those under way.'],
        ['在途委托清单已留存。', 'The list is kept.'],
      ),
      step(
        'restart',
        ['重启报单网关', 'Restart the order gateway'],
        ['重启报单网关,核对在途委托与前置一致。', 'Restart it and hold the orders under way against the front.'],
        ['健康检查正常,委托逐笔一致。', 'Its health is good and every order agrees.'],
        ['hold'],
      ),
    ],
  },
]

type Values = Omit<
  ValuesOf<typeof emergencyPlan>,
  'components' | 'owner' | 'decider' | 'deputy' | 'runbook' | 'supplier'
>

interface Written {
  /** Codes of its components, and of its runbook where it has one. */
  readonly of: readonly string[]
  readonly runbook?: string
  /** The vendor who signed it. */
  readonly vendor?: string
  readonly values: Values & { readonly title: string; readonly scenario: string }
}

const contacts = [
  { who: '技术经理 王建国', role: '决定启动', phone: '021-5555-0101' },
  { who: '交易平台厂商 技术支持', role: '恢复系统', phone: '021-5555-0188' },
  { who: '交易业务部 值班', role: '通知客户', phone: '021-5555-0160' },
]

export const plans = {
  quotes: {
    of: ['quote-feed'],
    runbook: 'quotes-lost',
    vendor: 'platform',
    values: {
      title: '行情中断应急预案',
      titleEn: 'Quotes are lost',
      level: 'major',
      affectsTrading: true,
      scenario: '行情源停止、停滞或给出错误价格,客户端显示旧价。可能导致按失真价格成交和错误强平。',
      contacts,
      detectMinutes: 2,
      decideMinutes: 10,
      restoreMinutes: 30,
      lossMinutes: 0,
    },
  },
  gateway: {
    of: ['order-gateway'],
    runbook: 'gateway-lost',
    values: {
      title: '报单网关中断应急预案',
      titleEn: 'The order gateway is lost',
      level: 'severe',
      affectsTrading: true,
      scenario: '报单网关失去响应或拒绝连接,客户无法报单与撤单。',
      contacts,
      detectMinutes: 2,
      decideMinutes: 10,
      restoreMinutes: 20,
    },
  },
  bank: {
    of: ['bank-link'],
    values: {
      title: '银行转账中断应急预案',
      titleEn: 'Bank transfers are down',
      level: 'larger',
      scenario: '银行转账接口中断或应答超时,客户无法出入金。',
      contacts: [...contacts, { who: '存管银行 系统值班', role: '恢复接口', phone: '021-5555-0140' }],
      steps:
        '一、停止自动出入金,登记在途流水。\n二、电话联系存管银行系统值班,确认影响与预计恢复时间。\n三、公告客户改用柜台转账。\n四、恢复后逐笔核对在途流水,双方对账一致再放开。',
      detectMinutes: 5,
      decideMinutes: 20,
      restoreMinutes: 60,
      lossMinutes: 0,
      // Nobody has rehearsed it since it was agreed to.
      drillDays: 7,
    },
  },
} as const satisfies Record<string, Written>

export interface PastDrill {
  readonly ago: number
  readonly plan: keyof typeof plans
  readonly title: string
  readonly component: string
  readonly kind: 'stop' | 'refuse' | 'wrong'
  /** When each thing came about on that day. */
  readonly at: Readonly<Record<'injected' | 'alarmed' | 'decided' | 'well', string>>
  readonly found: string
  readonly marks: Readonly<Record<'alertScore' | 'commandScore' | 'handsScore' | 'speechScore' | 'planScore', number>>
  readonly conclusion: string
  readonly action?: string
}

export const pastDrills: readonly PastDrill[] = [
  {
    ago: 7,
    plan: 'gateway',
    title: '报单网关中断演练',
    component: 'order-gateway',
    kind: 'refuse',
    at: { injected: '12:05:00', alarmed: '12:05:08', decided: '12:09:30', well: '12:16:40' },
    found: 'HTTP 503',
    marks: { alertScore: 5, commandScore: 4, handsScore: 4, speechScore: 4, planScore: 5 },
    conclusion: '告警及时,决策与恢复均在目标内;在途委托逐笔一致。',
  },
  {
    ago: 4,
    plan: 'quotes',
    title: '行情停滞演练',
    component: 'quote-feed',
    kind: 'stop',
    at: { injected: '12:05:00', alarmed: '12:05:06', decided: '12:23:10', well: '12:29:00' },
    found: 'ECONNREFUSED',
    marks: { alertScore: 5, commandScore: 2, handsScore: 4, speechScore: 3, planScore: 4 },
    conclusion: '恢复用时达标;决策超时:经理在会,代理人不知自己可以决定。',
    action: '值班手册写明决定人缺席十分钟即由代理人决定,并组织学习',
  },
]
