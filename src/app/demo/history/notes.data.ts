import type { Login } from '../people.ts'
import type { When } from './agenda.ts'
import { badDayAgo } from './alarms.data.ts'

/** Lines that people wrote in the operations log by hand. */
export interface PastNote {
  readonly at: When
  readonly by: Login
  readonly text: string
  readonly severity?: 'warning'
  readonly component?: string
}

export const pastNotes: readonly PastNote[] = [
  {
    at: [badDayAgo, '08:12:00'],
    by: 'operator',
    severity: 'warning',
    component: 'line-main',
    text: '08:05 交易专线中断,行情、前置、网关、风控相继告警,同一原因。值班工程师已在处理,见故障记录。',
  },
  {
    at: [badDayAgo, '09:06:00'],
    by: 'checker',
    text: '经备用线路按时开市。开市流程第 3 步免除主线检查(双人签字),交易前置启动晚于最晚时间。',
  },
  {
    at: [badDayAgo, '15:52:00'],
    by: 'engineer',
    component: 'line-main',
    text: '主线 14:55 恢复,收市后已切回,30 分钟无丢包。',
  },
  { at: [10, '11:35:00'], by: 'operator', text: '上午交易时段平稳。网关响应缓慢一次,详见告警,未影响报单。' },
  { at: [10, '15:35:00'], by: 'operator', text: '日盘结束,全天委托 412 笔,成交 187 笔。' },
  { at: [9, '09:05:00'], by: 'operator', text: '开市正常,行情首笔 09:00:00 到达。' },
  { at: [9, '16:20:00'], by: 'engineer', component: 'host-app', text: '应用主机日志轮转已配置,剩余空间 61%。' },
  {
    at: [8, '10:21:30'],
    by: 'operator',
    severity: 'warning',
    component: 'order-gateway',
    text: '10:14 至 10:20 报单网关中断,已恢复。中断期间交易业务部改用电话登记,共 2 笔,恢复后补报。',
  },
  { at: [8, '16:00:00'], by: 'manager', text: '收市后召开复盘会,参会:陈志远、李晓峰、王丽娟。结论见故障记录。' },
  { at: [7, '08:32:00'], by: 'operator', text: '交易前置启动较晚:主机补丁后首次启动,加载合约用时较长。开市未受影响。' },
  { at: [6, '08:00:00'], by: 'engineer', text: '李晓峰今日请假,由本人代值班操作岗,已报赵敏同意。' },
  { at: [6, '11:25:00'], by: 'engineer', component: 'bank-link', text: '出入金较慢,已请交易业务部提示客户耐心等待。' },
  { at: [5, '08:05:00'], by: 'operator', component: 'bank-link', text: '银行签到首次失败,银行开放渠道后重做成功。' },
  { at: [5, '13:50:00'], by: 'checker', component: 'quote-feed', text: '行情中断约 40 秒,自行恢复,期间无报单。' },
  { at: [4, '08:20:00'], by: 'checker', text: '备用线路检查本日免除,主线两次测试正常,依据见流程步骤。' },
  { at: [4, '15:40:00'], by: 'operator', text: '日盘结束,全天委托 389 笔,成交 173 笔。' },
  {
    at: [3, '11:32:00'],
    by: 'operator',
    component: 'risk-control',
    text: '风控重启一次,期间网关按规定拒绝新开仓委托。',
  },
  { at: [2, '08:55:00'], by: 'manager', text: '王丽娟今日外出培训,复核岗由本人担任。' },
  { at: [2, '16:25:00'], by: 'operator', component: 'settlement', text: '结算较慢一次,备份改在结算单核对之后开始。' },
  { at: [1, '10:57:00'], by: 'operator', component: 'quote-feed', text: '行情源响应缓慢约 8 分钟,已转工程师分析。' },
  {
    at: [1, '17:25:00'],
    by: 'engineer',
    text: '开市、备份流程第二版今日批准:自下一交易日起用命令启动并由探测确认,不再手工逐台操作。',
  },
]
