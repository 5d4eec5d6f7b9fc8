import type { Tx } from '../../../../platform/tx.ts'
import { digestOf } from '../../../../platform/write/canonical.ts'
import { createAll } from '../../../../platform/write/create-all.ts'
import { dayAway } from '../../../../record/time.ts'
import { auditItem } from '../../audit-item/audit-item.record.ts'
import type { Control } from '../../control/control.rules.ts'
import { controlIn } from '../../control/server/held.ts'
import { dawnIn } from '../../dawn.rules.ts'
import { auditSample } from '../audit.settings.ts'
import { drawFrom } from './draw.ts'
import { type AuditRow, editionsOf } from './scope.ts'

/** Nobody knows it before fieldwork opens, and everybody afterwards. */
export const seedOf = (number: string, openedAt: string): string =>
  digestOf(`${number} ${openedAt}`).toString('hex').slice(0, 16)

const byHand = { stood: 'manual' as const, kept: 0, broken: 0, excepted: 0, unknown: 0, sample: [] }

/** The checklist: of every clause in scope each control as it stood on the date, with a sample; a clause without one by hand. */
export async function drawUpChecklist(tx: Tx, row: AuditRow): Promise<void> {
  const end = dawnIn(tx.zone)(dayAway(row.asOf, 1))
  const draw = { end, seed: row.seed as string, size: row.sampleSize ?? tx.settings.get(auditSample) }
  const drawn = new Map<string, Awaited<ReturnType<typeof drawFrom>>>()
  const lines = []
  for (const { id: policy, area, clauses } of await editionsOf(tx, row))
    for (const clause of clauses) {
      const known: Control[] = []
      for (const id of clause.controls) known.push(...[await controlIn(tx, id)].filter((one) => one !== undefined))
      const about = {
        ...{ audit: row.id, auditors: row.auditors, policy, area, clause: clause.key, heading: clause.heading },
        ...{ headingEn: clause.headingEn ?? null, text: clause.text, textEn: clause.textEn ?? null },
      }
      if (known.length === 0) lines.push({ ...about, ...byHand, position: lines.length + 1 })
      for (const control of known) {
        const one = drawn.get(control.id) ?? (await drawFrom(tx, control, draw))
        drawn.set(control.id, one)
        lines.push({ ...about, ...one, control: control.id, position: lines.length + 1 })
      }
    }
  await createAll(tx.as('rulebook'), auditItem, lines)
}
