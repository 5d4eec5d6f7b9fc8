import { useCall } from '../../../../web/client/hooks.ts'
import type { Refs } from '../../../../web/client/types.ts'
import type { Around } from '../../alarm/around.rules.ts'

/** What stands around an alarm: its runbook, who was told and who is next, and its like of the past. */
export const useAround = (id: string) =>
  useCall<Around & { readonly refs: Refs }>(`/alarms/${id}/around`, {}, ['alarm', 'incident', 'escalation-policy'])
