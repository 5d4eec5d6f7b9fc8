/** The records on which a change's gates depend, and so what may be done with it. */
export const standsOn = [
  'change',
  'component',
  'run',
  'run-step',
  'runbook',
  'backup-proof',
  'freeze-window',
  'shift',
  'alarm',
]
