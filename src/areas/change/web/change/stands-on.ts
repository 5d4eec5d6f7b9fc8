/** The records on which a change's gates depend, and so what may be done with it. */
export const standsOn = [
  'change',
  'component',
  'run',
  'run-step',
  'runbook',
  'restore-test',
  'freeze-window',
  'shift',
  'alarm',
  'config-check',
  'config-checklist',
  'advisory-meeting',
  'advisory-item',
]
