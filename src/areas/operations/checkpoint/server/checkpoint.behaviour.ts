import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import type { RowOf } from '../../../../record/record.ts'
import { checkpoint } from '../checkpoint.record.ts'
import { readingFaults } from '../reading.rules.ts'

const sound = async (_tx: Tx, { readings }: RowOf<typeof checkpoint>) => readingFaults(readings)

export const checkpointBehaviour = behave(checkpoint, { guards: { create: sound, update: sound } })
