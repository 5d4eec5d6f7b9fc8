import type { Login } from '../people.ts'
import { badDayAgo } from './alarms.data.ts'
import type { Mishap } from './pace.ts'

/** Who was on duty, by trading days ago; the others stood in when somebody was away. */
export const onDuty = (daysAgo: number): { operator: Login; checker: Login } => ({
  operator: daysAgo === 6 ? 'engineer' : 'operator',
  checker: daysAgo === 2 ? 'manager' : 'checker',
})

/** What went otherwise than planned: by trading days ago, runbook and step. */
export const mishaps: Readonly<Record<number, Readonly<Record<string, Readonly<Record<string, Mishap>>>>>> = {
  [badDayAgo]: {
    opening: {
      line: {
        failure: '主线不通,光功率为零;备线 8 ms,无丢包。已报甲运营商,工单 30962。',
        waive: '主线由运营商抢修;备线测试正常并已切换,今日只用备线开市,由赵敏批准。',
      },
      front: { heldUp: 34 },
    },
  },
  7: { opening: { front: { heldUp: 30 } } },
  5: { opening: { bank: { failure: '银行侧签到超时,返回“渠道未开放”。电话银行值班,对方 3 分钟后开放渠道。' } } },
  4: {
    opening: {
      line: {
        failure: '备用线路丢包 12%,主线正常。已报乙运营商,工单 20417。',
        waive: '主线两次测试均正常,备用线路当日由运营商抢修,不影响开市;已通知交易业务部。',
      },
    },
  },
}

/** What people wrote when they called a step done; one of each, by chance. */
export const notes: Readonly<Record<string, readonly string[]>> = {
  bulletins: [
    '交易所无新公告;厂商公告 1 条,与本版本无关。',
    '交易所公告 1 条:次周五夜盘照常。厂商无新公告。',
    '无新公告。',
    '厂商公告 2 条,均为新版本说明,已转工程师评估。',
  ],
  line: ['主线 4 ms,备线 6 ms,无丢包。', '主线 5 ms,备线 7 ms,无丢包。', '主线 4 ms,备线 8 ms,无丢包。'],
  trial: [
    '测试账户报 mAu(T+D) 1 手后撤单成功;入金 1 元、出金 1 元,余额不变。',
    '试报单编号正常,已撤;出入金核对无误。',
    '试报单、撤单、出入金均正常。',
  ],
  'sign-off': ['各系统正常,已电话通知交易业务部。', '全部步骤完成,交易业务部孙嘉怡已接到通知。', '状态正常,已通知。'],
  offsite: [
    '已复制到介质 B-07,3 个文件,大小与清单一致。',
    '已复制到介质 B-08,大小一致。',
    '已复制到介质 B-09,大小一致。',
  ],
}

/** Instead of the opening's words where the same step is done on the way back. */
export const closingNotes: Readonly<Record<string, readonly string[]>> = {
  'sign-off': ['日盘结束,无在途委托,已通知交易业务部停止接单。', '无在途委托,已通知。'],
  trial: ['结算单已生成,成交笔数与交易所一致,资金与银行相符。', '笔数、资金均相符。'],
}
