import type {} from '../../../platform/tables.ts'
import type { RowOf } from '../../../record/record.ts'
import type { alarm } from '../alarm/alarm.record.ts'
import type { component } from '../component/component.record.ts'
import type { event } from '../event/event.record.ts'
import type { logEntry } from '../log-entry/log-entry.record.ts'
import type { probe } from '../probe/probe.record.ts'

declare module '../../../platform/tables.ts' {
  interface Tables {
    component: RowOf<typeof component> & Hidden
    probe: RowOf<typeof probe> & Hidden
    event: RowOf<typeof event> & Hidden
    alarm: RowOf<typeof alarm> & Hidden
    logEntry: RowOf<typeof logEntry> & Hidden
  }
}
