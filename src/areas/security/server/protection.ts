import './tables.ts'
import type { AreaPart } from '../../../platform/area.ts'
import { custodyBehaviour } from '../custody/server/custody.behaviour.ts'
import { evidenceBehaviour } from '../evidence/server/evidence.behaviour.ts'
import { declaredSecurity } from '../security-incident/server/declared.beside.ts'
import { securityIncidentBehaviour } from '../security-incident/server/security-incident.behaviour.ts'
import { watchSecurity, watchSecurityCrontab } from '../security-incident/server/watch.task.ts'
import { securityReportBehaviour } from '../security-report/server/security-report.behaviour.ts'

export const protectionServer = {
  behaviours: [
    securityIncidentBehaviour,
    securityReportBehaviour,
    evidenceBehaviour,
    custodyBehaviour,
  ],
  tasks: {
    'watch-security-incidents': watchSecurity,
  },
  crontab: [
    watchSecurityCrontab,
  ],
} as const satisfies AreaPart
