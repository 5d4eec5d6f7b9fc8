import { useCall } from '../../../../web/client/hooks.ts'
import type { Advice } from '../../advisory-meeting/advice.rules.ts'
import type { Risk } from '../../change/risk.rules.ts'

export interface AgendaItem {
  readonly id: string
  readonly state: 'on-agenda' | 'advised' | 'taken-off' | 'lapsed'
  readonly because: 'waiting' | 'emergency' | 'added'
  readonly addReason: string | null
  readonly said: string | null
  readonly advice: Advice | null
  readonly conditions: string | null
  readonly dropReason: string | null
  readonly change: {
    readonly id: string
    readonly number: string
    readonly title: string
    readonly kind: 'standard' | 'normal' | 'emergency'
    readonly state: string
    readonly risk: Risk | null
    readonly reason: string
    readonly plannedStart: string | null
    readonly plannedEnd: string | null
    readonly startedAt: string | null
    readonly owner: string | null
  }
}

/** A meeting's agenda, in the order in which it is gone through. */
export const useAgenda = (meeting: string) =>
  useCall<{ items: readonly AgendaItem[] }>(`/advisory-meetings/${meeting}/agenda`, {}, [
    'advisory-meeting',
    'advisory-item',
    'change',
  ])
