import type { AreaPart } from '../../../platform/area.ts'
import { discoveryDifferenceBehaviour } from '../discovery-difference/server/discovery-difference.behaviour.ts'
import { askDue, askDueCrontab, askTarget, snmpTargetBehaviour } from '../snmp-target/server/snmp-target.behaviour.ts'
import { importCycloneDx } from '../software/server/cyclonedx.ts'
import { agents } from './server/agents.ts'
import { compareDiscovery, discoveryBehaviour } from './server/discovery.behaviour.ts'
import { takeReport } from './server/report.command.ts'
import { discoveryRetentions, takeReports } from './server/take.task.ts'
import { findVanished, findVanishedCrontab, vanishedDays } from './server/vanished.task.ts'
import { waitingDifferences } from './server/waiting.query.ts'

/** What finds machines and what is installed on them, for the area's server. */
export const discoveryServer: AreaPart = {
  behaviours: [discoveryBehaviour, discoveryDifferenceBehaviour, snmpTargetBehaviour],
  queries: [waitingDifferences],
  commands: [takeReport, importCycloneDx],
  texts: agents,
  tasks: {
    'take-discovery-reports': takeReports,
    'compare-discovery': compareDiscovery,
    'find-vanished-machines': findVanished,
    'ask-snmp-due': askDue,
    'ask-snmp': askTarget,
  },
  crontab: [findVanishedCrontab, askDueCrontab],
  settings: [vanishedDays],
  retentions: discoveryRetentions,
}
