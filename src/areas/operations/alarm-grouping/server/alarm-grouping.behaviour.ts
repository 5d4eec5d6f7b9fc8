import { behave } from '../../../../platform/behaviour.ts'
import type { RowOf } from '../../../../record/record.ts'
import { alarmGrouping } from '../alarm-grouping.record.ts'
import { groupingFaults } from '../grouping.rules.ts'

const sound = async (_tx: unknown, row: RowOf<typeof alarmGrouping>) => groupingFaults(row)

export const alarmGroupingBehaviour = behave(alarmGrouping, { guards: { create: sound, update: sound } })
