import type { Tx } from '../../../../platform/tx.ts'
import type { ValuesOf } from '../../../../record/record.ts'
import { joinGroup } from '../../alarm-grouping/server/group.ts'
import { policyOf } from '../../escalation-policy/server/policy.ts'
import { silenceFor } from '../../silence/server/find.ts'
import type { Heard } from '../../silence/silence.rules.ts'
import { alarm } from '../alarm.record.ts'
import { heardOf } from '../alarm.rules.ts'
import { announce, beginEscalation } from './announce.ts'
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

/** A warning that is critical now: no silence or group of warnings keeps it quiet, and a policy may mean it that did not. */
export async function becameWorse(tx: Tx, row: AlarmRow): Promise<AlarmRow> {
  if (row.state !== 'firing') return row
  if (row.quiet === null) return row.escalation === null ? beginEscalation(tx, row) : row
  const silence = row.quiet === 'silenced' ? await silenceFor(tx, heardOf(row)) : null
  if (silence) return tx.update(alarm, row.id, { silence })
  return announce(tx, await tx.update(alarm, row.id, { quiet: null, silence: null }))
}
