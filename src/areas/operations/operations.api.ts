/** What other areas' server code may import from operations. */
export { type Cause, raiseAlarm, resolveAlarm } from './alarm/server/raise.ts'
export { type Line, writeLog } from './log-entry/server/log.ts'
export { askProbe } from './probe/server/ask.ts'
export { latestReadings } from './probe/server/results.ts'
