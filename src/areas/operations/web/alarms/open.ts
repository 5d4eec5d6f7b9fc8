import { useCall } from '../../../../web/client/hooks.ts'

/** An alarm that is not resolved, as `GET /api/alarms/open` and `GET /api/duty/wrong` give it. */
export interface OpenAlarm {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly state: 'firing' | 'acknowledged'
  readonly severity: 'critical' | 'warning'
  readonly title: string
  readonly titleEn: string | null
  readonly component: { readonly id: string; readonly number: string; readonly name: string } | null
  readonly aboutRecord: string | null
  readonly aboutId: string | null
  readonly firstAt: string
  readonly events: number
  readonly flapping: boolean
  readonly recoveredAt: string | null
  readonly suppressedCount: number
  readonly quiet: 'silenced' | 'grouped' | null
  readonly groupedUnder: string | null
  /** How many more are told with it, where only one of them is shown. */
  readonly grouped?: number
  readonly acknowledgedBy: { readonly id: string; readonly name: string } | null
  readonly incident: { readonly id: string; readonly number: string } | null
  readonly affects: { readonly count: number; readonly names: readonly string[]; readonly trading: boolean }
  readonly affectsTrading: boolean
}

/** All open alarms, those that need a hand first; live. */
export const useOpenAlarms = () =>
  useCall<{ count: number; firing: number; items: readonly OpenAlarm[] }>('/alarms/open', {}, [
    'alarm',
    'component',
    'incident',
  ])

/** How many alarms are open; undefined while unknown. */
export const useOpenCount = (): number | undefined => useOpenAlarms().data?.count
