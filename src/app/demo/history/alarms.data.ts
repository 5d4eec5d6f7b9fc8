import type { Words } from '../../../record/words.ts'
import type { Login } from '../people.ts'
import type { When } from './agenda.ts'

/** What a probe once raised, who took it, and when it was over. */
export interface PastAlarm {
  /** By which incidents name it. */
  readonly key: string
  readonly component: string
  readonly at: When
  readonly verdict: 'slow' | 'down'
  /** Where nothing asks the component: how somebody else's monitoring said it, and that it is over. */
  readonly said?: Words
  /** What the check found. */
  readonly found: string
  readonly acknowledged?: readonly [When, Login]
  /** Resolved by itself once the cause was gone. */
  readonly cleared?: When
  /** Or by a person, who said why. */
  readonly resolved?: readonly [When, Login, string]
}

/** One that was taken a minute later and passed: the even tenor of two months. */
const passing = (
  days: number,
  begun: string,
  over: string,
  component: string,
  verdict: PastAlarm['verdict'],
  found: string,
): PastAlarm => ({
  ...{ key: `${component}-${days}`, component, verdict, found, at: [days, begun] },
  acknowledged: [[days, begun.replace(/:\d\d$/, ':58')], days % 3 === 0 ? 'engineer' : 'operator'],
  cleared: [days, over],
})

/** What went by in the weeks before: the bank's link every other Monday, the feed at times, a disk once a month. */
const earlier: readonly PastAlarm[] = [
  passing(43, '10:12:20', '10:31:02', 'bank-link', 'slow', 'HTTP 200, 2050 ms'),
  passing(41, '13:44:08', '13:46:30', 'quote-feed', 'down', 'timeout after 1000 ms'),
  passing(38, '15:52:31', '16:20:10', 'settlement', 'slow', 'HTTP 200, 1620 ms'),
  passing(36, '09:21:07', '09:27:44', 'order-gateway', 'slow', 'HTTP 200, 1310 ms'),
  passing(34, '10:08:14', '10:40:52', 'bank-link', 'slow', 'HTTP 200, 2380 ms'),
  passing(31, '14:02:19', '14:05:06', 'quote-feed', 'down', 'timeout after 1000 ms'),
  passing(29, '11:15:30', '13:05:12', 'host-app', 'slow', '9.1 % free'),
  passing(26, '09:47:03', '09:55:38', 'risk-control', 'slow', 'HTTP 200, 1490 ms'),
  passing(24, '10:19:41', '10:52:27', 'bank-link', 'slow', 'HTTP 200, 2160 ms'),
  passing(22, '13:36:12', '13:38:59', 'quote-feed', 'down', 'timeout after 1000 ms'),
  passing(19, '16:02:44', '16:21:20', 'settlement', 'slow', 'HTTP 200, 1710 ms'),
  passing(17, '09:33:26', '09:39:15', 'order-gateway', 'slow', 'HTTP 200, 1270 ms'),
  passing(13, '10:22:08', '10:49:31', 'bank-link', 'slow', 'HTTP 200, 2290 ms'),
]

/** Trading days ago: the line to the exchange was cut before the opening, and everything that stands on it cried out. */
export const badDayAgo = 15

const stormed = (
  component: string,
  verdict: PastAlarm['verdict'],
  found: string,
  begun: string,
  over: string,
): PastAlarm => ({
  ...{ key: `storm-${component}`, component, verdict, found, at: [badDayAgo, begun], cleared: [badDayAgo, over] },
})

const badDay: readonly PastAlarm[] = [
  {
    key: 'line-cut',
    component: 'line-main',
    said: ['交易专线中断:运营商侧光缆被挖断', 'The trading line is cut: the carrier’s fibre was dug up'],
    ...{ verdict: 'down', found: '', at: [badDayAgo, '08:05:40'] },
    acknowledged: [[badDayAgo, '08:06:50'], 'operator'],
    resolved: [[badDayAgo, '08:41:20'], 'engineer', '备用线路切换完成,08:41 起行情与交易均走备线;主线由运营商抢修。'],
  },
  stormed('quote-feed', 'down', 'timeout after 1000 ms', '08:05:52', '08:41:50'),
  stormed('trading-front', 'down', 'timeout after 1000 ms', '08:06:04', '08:43:10'),
  stormed('order-gateway', 'down', 'ECONNREFUSED', '08:06:10', '08:52:12'),
  stormed('risk-control', 'down', 'ECONNREFUSED', '08:06:16', '08:52:40'),
  stormed('settlement', 'slow', 'HTTP 200, 3900 ms', '08:06:31', '08:44:05'),
]

export const pastAlarms: readonly PastAlarm[] = [
  ...earlier,
  ...badDay,
  {
    key: 'gateway-slow',
    component: 'order-gateway',
    verdict: 'slow',
    found: 'HTTP 200, 1840 ms',
    at: [10, '09:42:06'],
    acknowledged: [[10, '09:42:51'], 'operator'],
    cleared: [10, '09:58:20'],
  },
  {
    key: 'disk-low',
    component: 'host-app',
    verdict: 'slow',
    found: '6.2 % free',
    at: [9, '14:05:30'],
    acknowledged: [[9, '14:07:12'], 'operator'],
    cleared: [9, '15:02:30'],
  },
  {
    key: 'gateway-down',
    component: 'order-gateway',
    verdict: 'down',
    found: 'ECONNREFUSED',
    at: [8, '10:14:09'],
    acknowledged: [[8, '10:14:38'], 'operator'],
    cleared: [8, '10:20:44'],
  },
  {
    key: 'bank-slow',
    component: 'bank-link',
    verdict: 'slow',
    found: 'HTTP 200, 2210 ms',
    at: [6, '11:02:18'],
    acknowledged: [[6, '11:03:40'], 'engineer'],
    cleared: [6, '14:40:02'],
  },
  {
    key: 'feed-blink',
    component: 'quote-feed',
    verdict: 'down',
    found: 'timeout after 1000 ms',
    at: [5, '13:47:51'],
    cleared: [5, '13:48:29'],
  },
  {
    key: 'database-slow',
    component: 'database',
    verdict: 'slow',
    found: '980 ms',
    at: [5, '16:08:10'],
    acknowledged: [[5, '16:09:05'], 'operator'],
    resolved: [[5, '16:31:00'], 'operator', '月度统计任务占用数据库,任务结束后恢复;已请工程师将任务改到夜间。'],
  },
  {
    key: 'feed-night',
    component: 'quote-feed',
    verdict: 'down',
    found: 'timeout after 1000 ms',
    at: [4, '22:47:12'],
    acknowledged: [[4, '22:58:40'], 'engineer'],
    cleared: [4, '23:06:05'],
  },
  {
    key: 'risk-down',
    component: 'risk-control',
    verdict: 'down',
    found: 'HTTP 503',
    at: [3, '10:31:26'],
    acknowledged: [[3, '10:31:58'], 'operator'],
    cleared: [3, '10:36:10'],
  },
  {
    key: 'settlement-slow',
    component: 'settlement',
    verdict: 'slow',
    found: 'HTTP 200, 3050 ms',
    at: [2, '15:52:40'],
    acknowledged: [[2, '15:54:02'], 'operator'],
    cleared: [2, '16:10:12'],
  },
  {
    key: 'feed-slow',
    component: 'quote-feed',
    verdict: 'slow',
    found: 'HTTP 200, 1320 ms',
    at: [1, '10:47:33'],
    acknowledged: [[1, '10:48:20'], 'operator'],
    cleared: [1, '10:55:12'],
  },
]
