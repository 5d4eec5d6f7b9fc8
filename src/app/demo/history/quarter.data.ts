import type { Login } from '../people.ts'
import type { ServiceCode } from '../services.ts'

/** A kind of trouble that comes again and again in a firm, with what is done about it. */
export interface Trouble {
  readonly title: string
  readonly service: ServiceCode
  /** Code of the component it is about. */
  readonly component?: string
  readonly impact: 'high' | 'medium' | 'low'
  readonly urgency: 'high' | 'medium' | 'low'
  /** How often, against the others. */
  readonly often: number
  /** Minutes of work. */
  readonly takes: readonly [least: number, most: number]
  readonly by: Login
  readonly resolution: string
  readonly waitsFor?: string
}

export const troubles: readonly Trouble[] = [
  {
    title: '交易终端登录失败,提示会话已存在',
    service: 'trading',
    component: 'trading-front',
    impact: 'medium',
    urgency: 'high',
    often: 7,
    takes: [6, 45],
    by: 'operator',
    resolution: '清除残留会话后登录正常。',
  },
  {
    title: '成交回报延迟数秒',
    service: 'trading',
    component: 'order-gateway',
    impact: 'high',
    urgency: 'medium',
    often: 4,
    takes: [15, 150],
    by: 'engineer',
    resolution: '网关队列积压,调整批量参数后恢复。',
  },
  {
    title: '风控参数页面打开慢',
    service: 'trading',
    component: 'risk-control',
    impact: 'low',
    urgency: 'medium',
    often: 3,
    takes: [40, 240],
    by: 'engineer',
    resolution: '补建索引,页面两秒内打开。',
    waitsFor: '厂商确认索引方案',
  },
  {
    title: '客户反映撤单未成功',
    service: 'trading',
    component: 'order-gateway',
    impact: 'medium',
    urgency: 'medium',
    often: 4,
    takes: [20, 120],
    by: 'engineer',
    resolution: '核对报单流水:撤单前已成交,已向业务说明。',
  },
  {
    title: '行情终端个别合约不刷新',
    service: 'quotes',
    component: 'quote-feed',
    impact: 'medium',
    urgency: 'medium',
    often: 6,
    takes: [8, 70],
    by: 'operator',
    resolution: '重新订阅合约后恢复。',
  },
  {
    title: '历史行情下载缺一个交易日',
    service: 'quotes',
    component: 'quote-feed',
    impact: 'low',
    urgency: 'low',
    often: 3,
    takes: [60, 400],
    by: 'engineer',
    resolution: '从备份补录缺失的分钟线并核对。',
    waitsFor: '交易所补发数据文件',
  },
  {
    title: '打印机卡纸',
    service: 'terminals',
    impact: 'low',
    urgency: 'low',
    often: 7,
    takes: [10, 60],
    by: 'operator',
    resolution: '清理搓纸轮,试打正常。',
  },
  {
    title: '电脑开机蓝屏',
    service: 'terminals',
    impact: 'medium',
    urgency: 'medium',
    often: 4,
    takes: [40, 260],
    by: 'engineer',
    resolution: '更换内存条,重装驱动。',
    waitsFor: '备件到货',
  },
  {
    title: '办公软件提示许可过期',
    service: 'terminals',
    impact: 'low',
    urgency: 'medium',
    often: 4,
    takes: [15, 90],
    by: 'engineer',
    resolution: '重新激活许可。',
  },
  {
    title: '双屏只亮一块',
    service: 'terminals',
    impact: 'low',
    urgency: 'medium',
    often: 3,
    takes: [10, 80],
    by: 'operator',
    resolution: '更换视频线。',
  },
  {
    title: '邮件退信,提示附件过大',
    service: 'mail',
    impact: 'low',
    urgency: 'low',
    often: 5,
    takes: [8, 60],
    by: 'operator',
    resolution: '改用文件交换区发送,并告知附件上限。',
  },
  {
    title: '收不到交易所通知邮件',
    service: 'mail',
    impact: 'medium',
    urgency: 'medium',
    often: 3,
    takes: [25, 180],
    by: 'engineer',
    resolution: '将发件域加入信任名单,补收三封。',
  },
  {
    title: '密码过期无法登录',
    service: 'accounts',
    impact: 'low',
    urgency: 'high',
    often: 8,
    takes: [5, 30],
    by: 'operator',
    resolution: '核实身份后重置,要求首次登录修改。',
  },
  {
    title: '新岗位看不到持仓报表',
    service: 'accounts',
    impact: 'low',
    urgency: 'medium',
    often: 4,
    takes: [20, 200],
    by: 'engineer',
    resolution: '按岗位补授报表权限,部门负责人已同意。',
    waitsFor: '部门负责人确认权限',
  },
  {
    title: '会议室无线网络时断时续',
    service: 'network',
    impact: 'low',
    urgency: 'medium',
    often: 4,
    takes: [30, 300],
    by: 'engineer',
    resolution: '调整信道并升级接入点固件。',
  },
  {
    title: '备用专线丢包告警',
    service: 'network',
    component: 'line-backup',
    impact: 'medium',
    urgency: 'low',
    often: 3,
    takes: [60, 420],
    by: 'engineer',
    resolution: '运营商更换光模块,丢包消失。',
    waitsFor: '运营商派单处理',
  },
]

/** The one that comes back every week or so, until somebody looks for its cause. */
export const recurring: Trouble = {
  title: '行情源内存增长,行情推送变慢',
  service: 'quotes',
  component: 'quote-feed',
  impact: 'high',
  urgency: 'medium',
  often: 1,
  takes: [12, 40],
  by: 'engineer',
  resolution: '重启行情源后恢复;内存增长原因待厂商定位。',
}

/** Where in the building: it makes tickets of one kind differ. */
export const whereabouts = [
  '交易一部',
  '交易二部',
  '风险管理部',
  '三楼大厅',
  '五楼东侧',
  '前台',
  '会议室',
  '结算组',
] as const

/** What the week was like that everybody remembers: so many trading days ago. */
export const badWeek = { from: 33, to: 29, reason: '网关升级后' } as const
