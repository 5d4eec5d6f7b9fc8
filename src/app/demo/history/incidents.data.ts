import type { incident } from '../../../areas/service/incident/incident.record.ts'
import type { LinkKind } from '../../../platform/sides/link.ts'
import type { ValuesOf, VerbOf } from '../../../record/record.ts'
import type { Login } from '../people.ts'
import type { When } from './agenda.ts'
import { badDayAgo } from './alarms.data.ts'
import type { FileName } from './files.ts'

type Values = ValuesOf<typeof incident>

/** What somebody did with an incident: a verb with its values, words under it, or a link to another one. */
export type Move = readonly [When, Login, VerbOf<typeof incident> | 'update', Values?] | readonly [When, Login, Said]
export type Said =
  /** A login in braces names that person. */
  | { readonly say: string; readonly isPrivate?: true }
  | { readonly attach: FileName }
  | { readonly link: LinkKind; readonly to: string }

export interface PastIncident {
  readonly key: string
  readonly at: When
  readonly by: Login
  /** Opened from this alarm; else it was reported in these words. */
  readonly alarm?: string
  readonly report?: Values
  /** Code of the component it is about, where somebody reported it. */
  readonly component?: string
  /** Who looks after it; goes with every `assign`. */
  readonly assignee: Login
  readonly moves: readonly Move[]
}

const bad = (time: string): When => [badDayAgo, time]

export const pastIncidents: readonly PastIncident[] = [
  {
    key: 'line-cut',
    alarm: 'line-cut',
    at: bad('08:07:30'),
    by: 'operator',
    assignee: 'engineer',
    moves: [
      [bad('08:07:50'), 'operator', 'assign'],
      [bad('08:08:10'), 'engineer', 'start'],
      [
        bad('08:10:20'),
        'engineer',
        { say: '主线两端光功率为零,乙机房侧正常:线路断,不是设备。已报甲运营商,工单 30962。' },
      ],
      [bad('08:14:00'), 'operator', { say: '已通知交易业务部:开市可能推迟,先按电话委托准备。孙嘉怡接听。' }],
      [bad('08:22:40'), 'engineer', { say: '运营商回复:施工挖断光缆,抢修至少三小时。已请赵敏批准切换到备用线路。' }],
      [bad('08:24:10'), 'engineer', { say: '赵敏电话同意切换。备线带宽减半,行情只收本所合约。' }],
      [bad('08:41:30'), 'engineer', { say: '备线切换完成,行情与前置恢复;网关进程已停,按流程重启。' }],
      [bad('08:53:20'), 'engineer', { say: '网关、风控就绪,试报单成功。九点前可以开市。' }],
      [
        bad('15:48:00'),
        'engineer',
        'resolve',
        {
          cause: '运营商施工挖断光缆,主线中断 6 小时 50 分;网关在前置失联后按设计退出。',
          resolution: '08:41 切换备用线路,08:52 重启网关;主线 14:55 恢复,收市后切回并测试 30 分钟无丢包。',
        },
      ],
      [bad('17:20:00'), 'manager', 'close'],
    ],
  },
  {
    key: 'gateway-slow',
    alarm: 'gateway-slow',
    at: [10, '09:44:10'],
    by: 'operator',
    assignee: 'engineer',
    moves: [
      [[10, '09:44:40'], 'operator', 'assign'],
      [[10, '09:46:00'], 'engineer', 'start'],
      [[10, '09:51:30'], 'engineer', { say: '网关日志级别为调试,磁盘写入占满。先改回信息级别,不必重启。' }],
      [[10, '09:57:10'], 'engineer', { say: '响应已回到 3 毫秒,继续观察半小时。' }],
      [
        [10, '10:31:00'],
        'engineer',
        'resolve',
        {
          cause: '周末排查问题时把网关日志级别调为调试,未改回。',
          resolution: '日志级别改回信息;把“恢复日志级别”写入排查后的检查项。',
        },
      ],
      [[10, '16:40:00'], 'checker', 'close'],
    ],
  },
  {
    key: 'disk-low',
    alarm: 'disk-low',
    at: [9, '14:08:20'],
    by: 'operator',
    assignee: 'engineer',
    moves: [
      [[9, '14:08:50'], 'operator', 'assign'],
      [[9, '14:15:00'], 'engineer', 'start'],
      [[9, '14:16:10'], 'engineer', 'update', { impact: 'medium', urgency: 'medium' }],
      [[9, '14:40:00'], 'engineer', { say: '占用最多的是 30 天以前的行情日志,约 41 GB;先压缩移走,再清理。' }],
      [
        [9, '15:05:00'],
        'engineer',
        'resolve',
        { cause: '行情日志没有轮转。', resolution: '移走并清理旧日志;配置每日轮转,保留 30 天。' },
      ],
      [[9, '16:45:00'], 'manager', 'close'],
    ],
  },
  {
    key: 'gateway-down',
    alarm: 'gateway-down',
    at: [8, '10:14:55'],
    by: 'operator',
    assignee: 'engineer',
    moves: [
      [[8, '10:15:05'], 'operator', 'assign'],
      [[8, '10:15:20'], 'engineer', 'start'],
      [[8, '10:15:40'], 'operator', { say: '已电话通知交易业务部暂停报单,孙嘉怡接听。' }],
      [[8, '10:17:30'], 'engineer', { say: '进程已退出,日志末尾为内存不足。交易前置正常,准备重启网关。' }],
      [[8, '10:18:10'], 'engineer', { attach: '网关日志末尾.log' }],
      [[8, '10:20:50'], 'engineer', { say: '网关已重启并就绪,复核员在场核对。试报单成功,已通知恢复报单。' }],
      [[8, '10:26:00'], 'manager', { say: '中断 6 分 35 秒,期间无在途委托。收市后复盘,请厂商给出书面说明。' }],
      [[8, '10:31:00'], 'engineer', { attach: '网关内存.png' }],
      [[8, '10:33:00'], 'engineer', { say: '{manager} 内存从 8 点起一路上升,见附图;不是突发的量。' }],
      [[8, '10:40:00'], 'engineer', { link: 'relates-to', to: 'gateway-slow' }],
      [
        [8, '10:52:00'],
        'engineer',
        'resolve',
        {
          cause: '网关会话缓存不释放,长时间运行后内存耗尽。',
          resolution: '重启网关恢复;修复版本发布之前,每日收市后停止、次日开市重新启动。',
        },
      ],
      [[8, '17:10:00'], 'manager', 'close'],
    ],
  },
  {
    key: 'print',
    at: [7, '10:20:00'],
    by: 'business',
    assignee: 'engineer',
    component: 'settlement',
    report: {
      title: '结算单打印客户名称乱码',
      description: '昨日结算单有 3 位客户姓名中的生僻字打印为方框,其余正常。',
      impact: 'low',
      urgency: 'medium',
    },
    moves: [
      [[7, '10:32:00'], 'operator', 'assign'],
      [[7, '13:40:00'], 'engineer', 'start'],
      [[7, '14:05:00'], 'engineer', { say: '打印字体缺少扩展区汉字。换用国标字体后在测试环境正常。' }],
      [
        [7, '14:08:00'],
        'engineer',
        { say: '{manager} 同一模板还用于对账单,需一并替换;在通知客户之前先不对外说。', isPrivate: true },
      ],
      [[7, '14:12:00'], 'business', { say: '试打了一份,三位客户姓名都正确,谢谢。' }],
      [
        [7, '14:20:00'],
        'engineer',
        'resolve',
        { cause: '结算单模板所用字体缺字。', resolution: '模板改用 GB 18030 字体,补打 3 份结算单。' },
      ],
      [[7, '15:10:00'], 'business', 'close'],
    ],
  },
  {
    key: 'bank-slow',
    alarm: 'bank-slow',
    at: [6, '11:05:00'],
    by: 'engineer',
    assignee: 'engineer',
    moves: [
      [[6, '11:05:30'], 'engineer', 'assign'],
      [[6, '11:06:00'], 'engineer', 'start'],
      [[6, '11:20:00'], 'engineer', { say: '我方到银行前置的网络正常,慢在银行侧。已电话报障。' }],
      [[6, '11:21:00'], 'engineer', 'wait', { waitingFor: '银行科技部排查前置机,工单 8841。' }],
      [[6, '14:42:00'], 'engineer', 'resume'],
      [
        [6, '15:00:00'],
        'engineer',
        'resolve',
        { cause: '银行侧前置机负载均衡有一台节点异常。', resolution: '银行摘除异常节点后恢复,已取得书面说明。' },
      ],
      [[5, '09:40:00'], 'manager', 'close'],
    ],
  },
  {
    key: 'database-slow',
    at: [5, '16:35:00'],
    by: 'operator',
    assignee: 'engineer',
    component: 'database',
    report: {
      title: '月度统计任务占用运行数据库',
      description: '16:08 至 16:30 数据库响应缓慢,与月度统计任务时间一致。告警已解除,请调整任务时间。',
      impact: 'low',
      urgency: 'low',
    },
    moves: [
      [[5, '16:36:00'], 'operator', 'assign'],
      [[4, '10:10:00'], 'engineer', 'start'],
      [
        [4, '11:05:00'],
        'engineer',
        'resolve',
        { cause: '统计任务排在备份时段。', resolution: '统计任务改到 21:30,并限制并发。' },
      ],
    ],
  },
  {
    key: 'line-loss',
    at: [4, '08:06:00'],
    by: 'operator',
    assignee: 'engineer',
    component: 'line-backup',
    report: {
      title: '备用线路丢包',
      description: '开市前检查发现备用线路丢包 12%,主线正常。已报乙运营商,工单 20417。',
      impact: 'medium',
      urgency: 'medium',
    },
    moves: [
      [[4, '08:07:00'], 'operator', 'assign'],
      [[4, '09:20:00'], 'engineer', 'start'],
      [[4, '09:35:00'], 'engineer', 'wait', { waitingFor: '乙运营商更换光模块,工单 20417。' }],
      [[3, '09:28:00'], 'engineer', { attach: '线路丢包.csv' }],
      [[3, '09:30:00'], 'engineer', { say: '运营商已更换模块,丢包降到 0.3%,仍高于标准。要求继续排查,暂不关闭。' }],
      [[1, '10:05:00'], 'engineer', { say: '今日三次测试无丢包。等运营商书面报告,观察满一周再解决。' }],
    ],
  },
  {
    key: 'risk-down',
    alarm: 'risk-down',
    at: [3, '10:32:20'],
    by: 'operator',
    assignee: 'engineer',
    moves: [
      [[3, '10:32:40'], 'operator', 'assign'],
      [[3, '10:33:00'], 'engineer', 'start'],
      [[3, '10:35:50'], 'engineer', { say: '风控与网关之间的连接断开后没有重连,重启风控恢复。' }],
      [
        [3, '10:50:00'],
        'engineer',
        'resolve',
        { cause: '风控断线后不重连。', resolution: '重启风控;已向厂商提出缺陷。' },
      ],
      [[2, '13:20:00'], 'operator', 'reopen'],
      [[2, '13:21:00'], 'operator', { say: '风控日志又出现一次断线,30 秒后自行恢复,未触发告警。重新打开。' }],
      [[2, '13:40:00'], 'engineer', { link: 'relates-to', to: 'gateway-down' }],
      [[1, '14:30:00'], 'engineer', { say: '厂商确认缺陷,修复包预计下周提供,先在测试环境验证。' }],
    ],
  },
  {
    key: 'settlement-slow',
    alarm: 'settlement-slow',
    at: [2, '15:55:00'],
    by: 'operator',
    assignee: 'engineer',
    moves: [
      [[2, '15:55:20'], 'operator', 'assign'],
      [[2, '15:57:00'], 'engineer', 'start'],
      [
        [2, '16:20:00'],
        'engineer',
        'resolve',
        { cause: '结算与备份同时读写同一磁盘。', resolution: '备份推迟到结算单核对完成之后开始。' },
      ],
    ],
  },
  {
    key: 'feed-slow',
    alarm: 'feed-slow',
    at: [1, '10:49:00'],
    by: 'operator',
    assignee: 'engineer',
    moves: [
      [[1, '10:49:20'], 'operator', 'assign'],
      [[1, '10:50:00'], 'engineer', 'start'],
      [[1, '11:10:00'], 'engineer', { say: '响应已恢复。抓包显示慢的时段行情量是平时的 3 倍,正在分析队列长度。' }],
    ],
  },
  {
    key: 'terminal',
    at: [1, '11:05:00'],
    by: 'business',
    assignee: 'engineer',
    component: 'quote-feed',
    report: {
      title: '行情终端有时延迟一两秒',
      description: '上午 10:45 到 10:55 之间,两台行情终端的 Au(T+D) 报价比手机行情慢一两秒,之后正常。',
      impact: 'medium',
      urgency: 'medium',
      affectsTrading: true,
    },
    moves: [
      [[1, '11:12:00'], 'operator', 'assign'],
      [[1, '11:13:00'], 'operator', { link: 'relates-to', to: 'feed-slow' }],
      [[1, '11:14:00'], 'operator', { say: '时间与行情源响应缓慢的告警一致,已关联,一并处理。' }],
    ],
  },
  {
    key: 'ups',
    at: [1, '16:50:00'],
    by: 'checker',
    assignee: 'engineer',
    component: 'ups-1',
    report: {
      title: 'UPS 电池自检提示容量下降',
      description: '巡视时面板提示 2 号电池组容量 82%,无告警。建议安排放电测试并询价更换。',
      impact: 'medium',
      urgency: 'low',
    },
    moves: [],
  },
]
