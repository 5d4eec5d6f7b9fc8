import type { FieldProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { driftText, outcomeOf } from '../../config-check/judge.rules.ts'
import type { Found } from '../../config-checklist/items.rules.ts'
import { configScreenWords as words } from './words.ts'

/** What a check found, in a line: the table above shows each item. */
export function FoundShow({ row }: FieldProps) {
  const say = useSay()
  const found = (row['found'] ?? []) as Found[]
  if (found.length === 0) return <span className="ts-quiet">{say(words.never)}</span>
  const outcome = outcomeOf(found)
  if (outcome === 'drifts') return <span className="is-broken">{say(driftText(found))}</span>
  return <span>{say(outcome === 'matches' ? words.is.matches : words.after.unclear)}</span>
}
