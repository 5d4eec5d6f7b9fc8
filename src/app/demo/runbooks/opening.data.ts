import type { Mark, StepInput } from '../../../areas/operations/runbook/step.rules.ts'
import { checked, single, type Timing } from './step.data.ts'

/** Minutes before the day session opens. */
const before = (minutes: number): Mark => ({ session: 'day-am', edge: 'start', offsetMinutes: -minutes })
/** Minutes after the day session has closed. */
const after = (minutes: number): Mark => ({ session: 'day-pm', edge: 'end', offsetMinutes: minutes })

export const openingDue = before(75)
export const closingDue = after(5)

/**
 * The opening: what must stand before the exchange opens at nine, in the order of true dependency. Its reverse is the
 * closing, so each step also says what it is called, and when it is due, the other way round. `probe` gives the number
 * of a component's probe.
 */
export const openingSteps = (probe: (component: string) => string): StepInput[] => [
  {
    key: 'bulletins',
    title: ['阅读交易所公告与厂商公告', 'Read the exchange’s and the vendor’s bulletins'],
    instructions: '打开交易所网站与厂商公告页,逐条阅读昨日以来的新公告;与今日交易、升级、停机有关的写入说明。',
    instructionsEn: 'Read every bulletin since yesterday; note what concerns today’s trading, upgrades or downtime.',
    expected: '新公告已读完,影响已写明。',
    expectedEn: 'All are read and what they change is written down.',
    mode: 'hand',
    evidence: 'note',
    ...single,
    deadline: before(50),
    closing: { skip: true },
  },
  {
    key: 'machine-room',
    title: ['巡视机房与供电', 'Walk through the machine room'],
    instructions: '查看温度、湿度、UPS 负载与告警灯,核心交换机指示灯。',
    instructionsEn: 'Look at temperature, humidity, UPS load and alarm lamps, and the core switch’s lights.',
    expected: '温度 18–27 ℃,无告警灯。',
    expectedEn: '18 to 27 °C and no alarm lamp.',
    mode: 'hand',
    components: ['ups-1', 'core-switch'],
    ...single,
    deadline: before(50),
    closing: {
      title: ['收市后巡视机房', 'Walk through the machine room after the close'],
      deadline: after(90),
    },
  },
  {
    key: 'line',
    title: ['检查交易专线与备用线路', 'Check the trading line and the backup line'],
    instructions: '两条线路各做一次连通测试,记录时延与丢包。',
    instructionsEn: 'Test both lines once and note delay and loss.',
    expected: '时延低于 10 毫秒,无丢包。',
    expectedEn: 'Below 10 ms, nothing lost.',
    mode: 'hand',
    components: ['line-main', 'line-backup'],
    evidence: 'note',
    ...checked,
    deadline: before(45),
    closing: { skip: true },
  },
  {
    key: 'disk',
    title: ['应用主机磁盘空间充足', 'The application host has room on its disk'],
    instructions: '由探测给出结论;不足时先清理再继续。',
    instructionsEn: 'The probe decides; if there is too little room, clear some first.',
    expected: '剩余空间高于阈值。',
    expectedEn: 'More room than the threshold.',
    mode: 'probe',
    components: ['host-app'],
    probe: probe('host-app'),
    ...single,
    needs: ['machine-room'],
    deadline: before(45),
    closing: { skip: true },
  },
  start('feed', 'quote-feed', ['行情源', 'quote feed'], ['bulletins', 'line', 'disk'], [40, 75], probe),
  start('bank', 'bank-link', ['银行转账', 'bank link'], ['bulletins', 'disk'], [40, 60], probe),
  start('front', 'trading-front', ['交易前置', 'trading front'], ['feed'], [35, 65]),
  ready('front-ready', 'trading-front', ['交易前置', 'trading front'], ['front'], 30, probe),
  start('gateway', 'order-gateway', ['报单网关', 'order gateway'], ['front-ready'], [25, 55]),
  ready('gateway-ready', 'order-gateway', ['报单网关', 'order gateway'], ['gateway'], 20, probe),
  start('risk', 'risk-control', ['风控', 'risk control'], ['gateway-ready'], [15, 45], probe),
  start('settlement', 'settlement', ['结算', 'settlement'], ['front-ready', 'bank'], [15, 45], probe),
  {
    key: 'trial',
    title: ['试报单与出入金核对', 'Try an order and a transfer'],
    instructions: '用测试账户报一笔 mAu(T+D) 最小手数限价单并撤单,入金 1 元再出金 1 元,核对余额。',
    instructionsEn: 'With the test account place and cancel one smallest mAu(T+D) order; pay in 1 CNY and out again.',
    expected: '委托有编号、可撤,余额不变。',
    expectedEn: 'The order is numbered and cancelled; the balance is as before.',
    mode: 'hand',
    components: ['order-gateway', 'bank-link'],
    evidence: 'note',
    ...checked,
    needs: ['risk', 'settlement'],
    deadline: before(8),
    closing: {
      title: ['生成日终结算单并核对资金', 'Make the day’s statement and reconcile the money'],
      instructions: '生成当日结算单,成交笔数与交易所清单核对,资金与银行对账。',
      instructionsEn: 'Make the statement; reconcile fills with the exchange’s list and money with the bank.',
      expected: '笔数、资金两项相符。',
      expectedEn: 'Fills and money agree.',
      deadline: after(35),
    },
  },
  {
    key: 'sign-off',
    title: ['开市确认', 'Confirm that we can open'],
    instructions: '值班员通报各系统状态,复核员核对全部步骤后签字,通知交易业务部可以开市。',
    instructionsEn: 'The operator reports; the checker goes through all steps and signs; trading is told.',
    expected: '双岗确认,交易业务部已收到通知。',
    expectedEn: 'Both have confirmed and trading has been told.',
    mode: 'hand',
    evidence: 'note',
    ...checked,
    needs: ['trial'],
    deadline: before(3),
    onFailure: { retry: true, waive: false },
    closing: {
      title: ['闭市确认,停止接单', 'Confirm the close and stop taking orders'],
      instructions: '确认日盘已结束、无在途委托,通知交易业务部停止接单。',
      instructionsEn: 'The session is over and no order is on its way; tell trading that none is taken any more.',
      expected: '无在途委托。',
      expectedEn: 'No order is on its way.',
      earliest: after(0),
      deadline: after(15),
    },
  },
]

/** A part started by command, stopped on the way back; where it names a probe, that must agree either way. */
function start(
  key: string,
  component: string,
  [zh, en]: [string, string],
  needs: string[],
  [open, close]: Timing,
  probe?: (component: string) => string,
): StepInput {
  return {
    key,
    title: [`启动${zh}`, `Start the ${en}`],
    ...checked,
    instructions: `执行启动命令,等待输出“ready”;失败时查看输出,处理后重试。`,
    instructionsEn: 'Run the start command and wait for “ready”; if it fails read what it said, mend it, try again.',
    expected: `${zh}启动成功。`,
    expectedEn: `The ${en} runs.`,
    mode: 'command',
    components: [component],
    action: 'start',
    needs,
    deadline: before(open),
    ...(probe ? { proof: probe(component) } : {}),
    closing: {
      title: [`停止${zh}`, `Stop the ${en}`],
      instructions: '确认没有其他系统仍在使用,再执行停止命令。',
      instructionsEn: 'Make sure that nothing uses it any more, then run the stop command.',
      expected: `${zh}已停止。`,
      expectedEn: `The ${en} has stopped.`,
      deadline: after(close),
    },
  }
}

/** Closed by the part's own health endpoint. On the way back the stop itself is enough. */
function ready(
  key: string,
  component: string,
  [zh, en]: [string, string],
  needs: string[],
  open: number,
  probe: (component: string) => string,
): StepInput {
  return {
    key,
    title: [`${zh}就绪`, `The ${en} is ready`],
    ...single,
    instructions: '由健康检查给出结论,不能手工置为完成。',
    instructionsEn: 'The health check decides; it cannot be called done by hand.',
    expected: `${zh}的健康检查返回就绪。`,
    expectedEn: `The ${en}’s health check says ready.`,
    mode: 'probe',
    components: [component],
    probe: probe(component),
    needs,
    deadline: before(open),
    closing: { skip: true },
  }
}
