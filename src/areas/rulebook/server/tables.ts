import type { RowOf } from '../../../record/record.ts'
import type { attestation } from '../attestation/attestation.record.ts'
import type { audit } from '../audit/audit.record.ts'
import type { auditItem } from '../audit-item/audit-item.record.ts'
import type { auditPlan } from '../audit-plan/audit-plan.record.ts'
import type { controlException } from '../control-exception/control-exception.record.ts'
import type { controlSetting } from '../control-setting/control-setting.record.ts'
import type { finding } from '../finding/finding.record.ts'
import type { judgementSample } from '../judgement-sample/judgement-sample.record.ts'
import type { managementReview } from '../management-review/management-review.record.ts'
import type { obligation } from '../obligation/obligation.record.ts'
import type { ownControl } from '../own-control/own-control.record.ts'
import type { pack } from '../pack/pack.record.ts'
import type { policy } from '../policy/policy.record.ts'
import type { reading } from '../reading/reading.record.ts'
import type { readingCampaign } from '../reading-campaign/reading-campaign.record.ts'
import type { ruleArea } from '../rule-area/rule-area.record.ts'

declare module '../../../platform/tables.ts' {
  interface Tables {
    policy: RowOf<typeof policy> & Hidden
    readingCampaign: RowOf<typeof readingCampaign> & Hidden
    reading: RowOf<typeof reading> & Hidden
    attestation: RowOf<typeof attestation> & Hidden
    pack: RowOf<typeof pack> & Hidden
    obligation: RowOf<typeof obligation> & Hidden
    ownControl: RowOf<typeof ownControl> & Hidden
    controlSetting: RowOf<typeof controlSetting> & Hidden
    controlException: RowOf<typeof controlException> & Hidden
    audit: RowOf<typeof audit> & Hidden
    auditItem: RowOf<typeof auditItem> & Hidden
    auditPlan: RowOf<typeof auditPlan> & Hidden
    finding: RowOf<typeof finding> & Hidden
    judgementSample: RowOf<typeof judgementSample> & Hidden
    managementReview: RowOf<typeof managementReview> & Hidden
    ruleArea: RowOf<typeof ruleArea> & Hidden
  }
}
