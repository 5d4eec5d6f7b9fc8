import type { Login } from '../people.ts'
import type { When } from './agenda.ts'

/** What a probe once raised, who took it, and when it was over. */
export interface PastAlarm {
  /** By which incidents name it. */
  readonly key: string
  readonly component: string
  readonly at: When
  readonly verdict: 'slow' | 'down'
  /** What the check found. */
  readonly found: string
  readonly acknowledged?: readonly [When, Login]
  /** Resolved by itself once the cause was gone. */
  readonly cleared?: When
  /** Or by a person, who said why. */
  readonly resolved?: readonly [When, Login, string]
}

export const pastAlarms: readonly PastAlarm[] = [
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
