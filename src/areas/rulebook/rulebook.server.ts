import type { AreaServer } from '../../platform/area.ts'
import { attestationBehaviour } from './attestation/server/attestation.behaviour.ts'
import { auditSample } from './audit/audit.settings.ts'
import { auditBehaviour } from './audit/server/audit.behaviour.ts'
import { auditProgress } from './audit/server/progress.beside.ts'
import { auditItemBehaviour } from './audit-item/server/audit-item.behaviour.ts'
import { planYear } from './audit-plan/server/year.beside.ts'
import { controlItems, controlPage } from './control/server/control.queries.ts'
import { tellHolders, tellHoldersCrontab } from './control/server/digest.task.ts'
import { hearChanges } from './control/server/hear.ts'
import { controlPreview } from './control/server/preview.query.ts'
import { rulebookHistory, rulebookPage } from './control/server/rulebook.queries.ts'
import { controlService } from './control/server/service.ts'
import { controlExceptionBehaviour } from './control-exception/server/control-exception.behaviour.ts'
import { controlSettingBehaviour } from './control-setting/server/control-setting.behaviour.ts'
import { answerDays, raiseDays, relapseDays } from './finding/finding.settings.ts'
import { findingBoard } from './finding/server/board.query.ts'
import { findingBehaviour } from './finding/server/finding.behaviour.ts'
import {
  reopenFindings,
  reopenFindingsCrontab,
  watchFindings,
  watchFindingsCrontab,
} from './finding/server/watch.task.ts'
import { sampleHourly } from './judgement-sample/sample.settings.ts'
import { sampleJudgements, sampleJudgementsCrontab } from './judgement-sample/server/sample.task.ts'
import { managementReviewBehaviour } from './management-review/server/management-review.behaviour.ts'
import { coverage } from './obligation/server/coverage.query.ts'
import { obligationBehaviour } from './obligation/server/obligation.behaviour.ts'
import { ownControlBehaviour } from './own-control/server/own-control.behaviour.ts'
import { ownControlPreview } from './own-control/server/preview.beside.ts'
import { loadPacksCrontab, loadPacksTask, packService } from './pack/server/load.task.ts'
import { packBehaviour } from './pack/server/pack.behaviour.ts'
import { policyComparison } from './policy/server/comparison.query.ts'
import { policyBehaviour } from './policy/server/policy.behaviour.ts'
import { readPolicyDocument } from './policy/server/read-document.command.ts'
import { myReadings } from './reading/server/mine.query.ts'
import { readingBehaviour } from './reading/server/reading.behaviour.ts'
import { remindReaders, remindReadersCrontab } from './reading/server/remind.task.ts'
import { gatherReadings, hearMoves } from './reading-campaign/server/gather.task.ts'
import { campaignProgress } from './reading-campaign/server/progress.beside.ts'
import { readingCampaignBehaviour } from './reading-campaign/server/reading-campaign.behaviour.ts'
import { areaService, hearPolicies } from './rule-area/server/areas.ts'
import { turnTheDay, turnTheDayCrontab } from './server/day.task.ts'
import './server/tables.ts'

export const rulebookServer: AreaServer = {
  code: 'rulebook',
  behaviours: [
    policyBehaviour,
    readingCampaignBehaviour,
    readingBehaviour,
    attestationBehaviour,
    packBehaviour,
    obligationBehaviour,
    ownControlBehaviour,
    controlSettingBehaviour,
    controlExceptionBehaviour,
    auditBehaviour,
    auditItemBehaviour,
    findingBehaviour,
    managementReviewBehaviour,
  ],
  queries: [
    policyComparison,
    rulebookPage,
    rulebookHistory,
    controlPage,
    controlItems,
    controlPreview,
    myReadings,
    coverage,
    findingBoard,
  ],
  besides: [campaignProgress, ownControlPreview, auditProgress, planYear],
  commands: [readPolicyDocument],
  follows: [hearChanges, hearMoves, hearPolicies],
  tasks: {
    'turn-rulebook-day': turnTheDay,
    'gather-readings': gatherReadings,
    'remind-readers': remindReaders,
    'tell-holders': tellHolders,
    'load-packs': loadPacksTask,
    'reopen-findings': reopenFindings,
    'watch-findings': watchFindings,
    'sample-judgements': sampleJudgements,
  },
  crontab: [
    turnTheDayCrontab,
    remindReadersCrontab,
    tellHoldersCrontab,
    loadPacksCrontab,
    reopenFindingsCrontab,
    watchFindingsCrontab,
    sampleJudgementsCrontab,
  ],
  services: [controlService, packService, areaService],
  settings: [auditSample, answerDays, relapseDays, raiseDays, sampleHourly],
}
