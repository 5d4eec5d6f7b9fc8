import './server/tables.ts'
import type { AreaServer } from '../../platform/area.ts'
import { emergencyAccessHours } from './access-grant/access-grant.settings.ts'
import { whoCanDoWhat } from './access-grant/server/access.query.ts'
import { accessGrantBehaviour } from './access-grant/server/access-grant.behaviour.ts'
import { askForAccess } from './access-grant/server/ask.command.ts'
import { endGrant, endGrants, endGrantsCrontab } from './access-grant/server/end.task.ts'
import { accessReviewBehaviour } from './access-review/server/access-review.behaviour.ts'
import { hearMovers } from './access-review/server/moves.ts'
import { reviewProgress } from './access-review/server/progress.beside.ts'
import { remindReviewers, remindReviewersCrontab } from './access-review/server/remind.task.ts'
import { accessReviewItemBehaviour } from './access-review-item/server/access-review-item.behaviour.ts'
import { accessRightBehaviour } from './access-right/server/access-right.behaviour.ts'
import { accessSystemBehaviour } from './access-system/server/access-system.behaviour.ts'
import { accountsIntake } from './account-list/server/lists.intake.ts'
import { takeAccounts, takeAccountsCrontab } from './account-list/server/nightly.task.ts'
import { uploadList } from './account-list/server/upload.command.ts'
import { dutySeparationBehaviour } from './duty-separation/server/duty-separation.behaviour.ts'
import { settleSeparation } from './duty-separation/server/settle.task.ts'
import { riskMap } from './risk/server/map.query.ts'
import { riskBehaviour } from './risk/server/risk.behaviour.ts'
import { riskStanding } from './risk/server/standing.beside.ts'
import { endAcceptance, endAcceptances, endAcceptancesCrontab } from './risk-acceptance/server/end.task.ts'
import { riskAcceptanceBehaviour } from './risk-acceptance/server/risk-acceptance.behaviour.ts'
import { riskAssessmentBehaviour } from './risk-assessment/server/risk-assessment.behaviour.ts'
import { riskMatrixBehaviour } from './risk-matrix/server/risk-matrix.behaviour.ts'
import { importScan } from './scan/server/import.command.ts'
import { scanLineBehaviour } from './scan-line/server/scan-line.behaviour.ts'
import { vulnerabilityBehaviour } from './vulnerability/server/vulnerability.behaviour.ts'
import { fixWithin } from './vulnerability/vulnerability.settings.ts'
import { accountsOfSystem } from './system-account/server/accounts.beside.ts'
import { hearStanding, standAccounts } from './system-account/server/hear.ts'
import { systemAccountBehaviour } from './system-account/server/system-account.behaviour.ts'
import { together } from '../../record/together.ts'
import { protectionServer } from './server/protection.ts'

/** The server side of security, as the composition root takes it. */
export const securityServer: AreaServer = {
  code: 'security',
  behaviours: [accessGrantBehaviour, accessRightBehaviour, accessSystemBehaviour, dutySeparationBehaviour],
  queries: [whoCanDoWhat],
  commands: [askForAccess],
  behaviours: [
    accessGrantBehaviour,
    accessRightBehaviour,
    accessSystemBehaviour,
    dutySeparationBehaviour,
    systemAccountBehaviour,
    accessReviewBehaviour,
    accessReviewItemBehaviour,
  ],
  besides: [accountsOfSystem, reviewProgress],
  commands: [uploadList],
  intakes: [accountsIntake],
  follows: [hearStanding, hearMovers],
  tasks: {
    'take-accounts': takeAccounts,
    'stand-accounts': standAccounts,
    'remind-reviewers': remindReviewers,
    'end-access-grant': endGrant,
    'end-access-grants': endGrants,
    'settle-separation': settleSeparation,
  },
  crontab: [endGrantsCrontab, takeAccountsCrontab, remindReviewersCrontab],
  settings: [emergencyAccessHours],
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
  ...together([protectionServer]),
}
