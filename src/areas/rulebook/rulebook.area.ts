import type { Area } from '../../record/registry.ts'
import { controlException } from './control-exception/control-exception.record.ts'
import { controlExceptionWords } from './control-exception/control-exception.words.ts'
import { controlSetting } from './control-setting/control-setting.record.ts'
import { controlSettingWords } from './control-setting/control-setting.words.ts'
import { policy } from './policy/policy.record.ts'
import { policyWords } from './policy/policy.words.ts'

export const rulebook: Area = {
  code: 'rulebook',
  words: ['制度', 'Rulebook'],
  records: [
    { record: policy, words: policyWords },
    { record: controlException, words: controlExceptionWords },
    { record: controlSetting, words: controlSettingWords },
  ],
}
