import type { Area } from '../../record/registry.ts'
import { attestation } from './attestation/attestation.record.ts'
import { attestationWords } from './attestation/attestation.words.ts'
import { audit } from './audit/audit.record.ts'
import { auditWords } from './audit/audit.words.ts'
import { auditItem } from './audit-item/audit-item.record.ts'
import { auditItemWords } from './audit-item/audit-item.words.ts'
import { auditPlan } from './audit-plan/audit-plan.record.ts'
import { auditPlanWords } from './audit-plan/audit-plan.words.ts'
import { controlException } from './control-exception/control-exception.record.ts'
import { controlExceptionWords } from './control-exception/control-exception.words.ts'
import { controlSetting } from './control-setting/control-setting.record.ts'
import { controlSettingWords } from './control-setting/control-setting.words.ts'
import { finding } from './finding/finding.record.ts'
import { findingWords } from './finding/finding.words.ts'
import { judgementSample } from './judgement-sample/judgement-sample.record.ts'
import { judgementSampleWords } from './judgement-sample/judgement-sample.words.ts'
import { managementReview } from './management-review/management-review.record.ts'
import { managementReviewWords } from './management-review/management-review.words.ts'
import { obligation } from './obligation/obligation.record.ts'
import { obligationWords } from './obligation/obligation.words.ts'
import { ownControl } from './own-control/own-control.record.ts'
import { ownControlWords } from './own-control/own-control.words.ts'
import { pack } from './pack/pack.record.ts'
import { packWords } from './pack/pack.words.ts'
import { policy } from './policy/policy.record.ts'
import { policyWords } from './policy/policy.words.ts'
import { reading } from './reading/reading.record.ts'
import { readingWords } from './reading/reading.words.ts'
import { readingCampaign } from './reading-campaign/reading-campaign.record.ts'
import { readingCampaignWords } from './reading-campaign/reading-campaign.words.ts'
import { ruleArea } from './rule-area/rule-area.record.ts'
import { ruleAreaWords } from './rule-area/rule-area.words.ts'

export const rulebook: Area = {
  code: 'rulebook',
  words: ['制度', 'Rulebook'],
  records: [
    { record: policy, words: policyWords },
    { record: readingCampaign, words: readingCampaignWords },
    { record: reading, words: readingWords },
    { record: attestation, words: attestationWords },
    { record: pack, words: packWords },
    { record: obligation, words: obligationWords },
    { record: ownControl, words: ownControlWords },
    { record: controlException, words: controlExceptionWords },
    { record: controlSetting, words: controlSettingWords },
    { record: ruleArea, words: ruleAreaWords },
    { record: auditPlan, words: auditPlanWords },
    { record: audit, words: auditWords },
    { record: auditItem, words: auditItemWords },
    { record: finding, words: findingWords },
    { record: managementReview, words: managementReviewWords },
    { record: judgementSample, words: judgementSampleWords },
  ],
}
