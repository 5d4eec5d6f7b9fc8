import type { Words } from '../../../../record/words.ts'
import { useCall } from '../../../../web/client/hooks.ts'
import type { Advice } from '../../advisory-meeting/advice.rules.ts'
import type { Gate } from '../../change/gates.rules.ts'
import type { Freeze } from '../../change/window.rules.ts'
import { standsOn } from './stands-on.ts'

export interface Reached {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly criticality: 'trading' | 'important' | 'ordinary'
  readonly environment: string
  readonly distance: number
}

export interface Clashing {
  readonly number: string
  readonly title: string
  readonly state: string
  readonly from: string
  readonly to: string
  readonly same: readonly string[]
  readonly related: readonly string[]
}

/** What a change, planned or not yet, would touch and meet. */
export interface Around {
  readonly affected: readonly Reached[]
  readonly services: readonly { readonly id: string; readonly number: string; readonly name: string }[]
  readonly trading: boolean
  readonly freezes: readonly Freeze[] | null
  readonly clashes: readonly Clashing[]
}

export interface RunStanding {
  readonly number: string
  readonly title: string | null
  readonly titleEn: string | null
  readonly state: 'in-progress' | 'finished' | 'aborted'
  readonly settled: number
  readonly total: number
}

/** Where an advisory board looked at a change or will. */
export interface Board {
  readonly number: string
  readonly title: string
  readonly meeting: 'planned' | 'in-session' | 'held' | 'cancelled'
  readonly startsAt: string
  readonly state: 'on-agenda' | 'advised' | 'taken-off' | 'lapsed'
  readonly advice: Advice | null
  readonly said: string | null
  readonly conditions: string | null
  readonly dropReason: string | null
}

export interface Standing extends Around {
  readonly gates: readonly Gate[]
  readonly reasons: readonly { readonly points: number; readonly text: Words }[]
  readonly crew: readonly {
    readonly post: string
    readonly people: readonly { readonly id: string; readonly name: string }[]
  }[]
  readonly backups: readonly { readonly name: string; readonly takenAt: string | null; readonly proof: string | null }[]
  readonly boards: readonly Board[]
  readonly run: RunStanding | null
  readonly rollbackRun: RunStanding | null
  readonly configuration: readonly {
    readonly title: string
    readonly number: string | null
    readonly is: 'stands' | 'drifts' | 'unclear' | 'waits'
  }[]
  readonly since: { readonly alarms: number; readonly incidents: number } | null
}

export const useStanding = (id: string) => useCall<Standing>(`/changes/${id}/standing`, {}, standsOn)
