import type { Area } from '../../record/registry.ts'
import { attestation } from './attestation/attestation.record.ts'
import { attestationWords } from './attestation/attestation.words.ts'
import { controlException } from './control-exception/control-exception.record.ts'
import { controlExceptionWords } from './control-exception/control-exception.words.ts'
import { controlSetting } from './control-setting/control-setting.record.ts'
import { controlSettingWords } from './control-setting/control-setting.words.ts'
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
  ],
}
