import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { template } from '../template.record.ts'
import { templateFaults } from '../template.rules.ts'

async function sound({ registry }: Tx, row: RowOf<typeof template>) {
  const record = registry.all.find((entry) => entry.record.name === row.record)?.record
  if (row.record !== null && !record)
    return [fault('record', 'unknown', '没有这类记录。', 'There is no such kind of record.')]
  return templateFaults(row, record ?? null)
}

export const templateBehaviour = behave(template, { guards: { create: sound, update: sound, use: sound } })
