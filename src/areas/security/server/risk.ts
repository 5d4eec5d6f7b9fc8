import type { AreaPart } from '../../../platform/area.ts'
import { riskMap } from '../risk/server/map.query.ts'
import { riskBehaviour } from '../risk/server/risk.behaviour.ts'
import { riskStanding } from '../risk/server/standing.beside.ts'
import { endAcceptance, endAcceptances, endAcceptancesCrontab } from '../risk-acceptance/server/end.task.ts'
import { riskAcceptanceBehaviour } from '../risk-acceptance/server/risk-acceptance.behaviour.ts'
import { riskAssessmentBehaviour } from '../risk-assessment/server/risk-assessment.behaviour.ts'
import { riskMatrixBehaviour } from '../risk-matrix/server/risk-matrix.behaviour.ts'
import { importScan } from '../scan/server/import.command.ts'
import { scanLineBehaviour } from '../scan-line/server/scan-line.behaviour.ts'
import { vulnerabilityBehaviour } from '../vulnerability/server/vulnerability.behaviour.ts'
import { fixWithin } from '../vulnerability/vulnerability.settings.ts'

/** The server side of what could go wrong, and of what is known to be weak. */
export const riskServer: AreaPart = {
  behaviours: [
    riskBehaviour,
    riskAcceptanceBehaviour,
    riskAssessmentBehaviour,
    riskMatrixBehaviour,
    vulnerabilityBehaviour,
    scanLineBehaviour,
  ],
  queries: [riskMap],
  besides: [riskStanding],
  commands: [importScan],
  tasks: { 'end-risk-acceptance': endAcceptance, 'end-risk-acceptances': endAcceptances },
  crontab: [endAcceptancesCrontab],
  settings: Object.values(fixWithin),
}
