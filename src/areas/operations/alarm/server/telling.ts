import type { Tx } from '../../../../platform/tx.ts'
import type { ValuesOf } from '../../../../record/record.ts'
import { joinGroup } from '../../alarm-grouping/server/group.ts'
import { policyOf } from '../../escalation-policy/server/policy.ts'
import { silenceFor } from '../../silence/server/find.ts'
import type { Heard } from '../../silence/silence.rules.ts'
import { alarm } from '../alarm.record.ts'
import { heardOf } from '../alarm.rules.ts'
import { announce } from './announce.ts'
import type { AlarmRow } from './raise.ts'

interface HowTold {
  readonly values: ValuesOf<typeof alarm>
  /** What else is to be kept, once the alarm is there. */
  keep(id: string): Promise<void>
}

const nothing = async () => undefined

/** How a new alarm is told: not at all, with its group, or by itself and then along its policy. */
export async function tellingOf(tx: Tx, heard: Heard): Promise<HowTold> {
  const silence = await silenceFor(tx, heard)
  if (silence) return { values: { quiet: 'silenced', silence }, keep: nothing }
  const group = await joinGroup(tx, heard)
  if (group?.quiet) return { values: { quiet: 'grouped', groupedUnder: group.head }, keep: group.keep }
  const policy = await policyOf(tx, heard)
  return {
    values: policy ? { escalation: policy, escalationStep: 0, escalatesAt: tx.now } : {},
    keep: group?.keep ?? nothing,
  }
}

/** A warning that is critical now: a silence or a group that was for warnings no longer keeps it quiet. */
export async function becameWorse(tx: Tx, row: AlarmRow): Promise<AlarmRow> {
  if (row.state !== 'firing') return row
  if (row.quiet === null && row.escalatesAt !== null) return row
  const silence = row.quiet === 'silenced' ? await silenceFor(tx, heardOf(row)) : null
  if (silence) return silence === row.silence ? row : tx.update(alarm, row.id, { silence })
  const loud = row.quiet === null ? row : await tx.update(alarm, row.id, { quiet: null, silence: null })
  return row.quiet === null ? loud : announce(tx, loud)
}
