import type { Area } from '../../record/registry.ts'
import { accessGrant } from './access-grant/access-grant.record.ts'
import { accessGrantWords } from './access-grant/access-grant.words.ts'
import { accessRight } from './access-right/access-right.record.ts'
import { accessRightWords } from './access-right/access-right.words.ts'
import { accessSystem } from './access-system/access-system.record.ts'
import { accessSystemWords } from './access-system/access-system.words.ts'
import { dutySeparation } from './duty-separation/duty-separation.record.ts'
import { dutySeparationWords } from './duty-separation/duty-separation.words.ts'

/** Who may do what and why, what could go wrong, what did, and what is known to be weak. */
export const security: Area = {
  code: 'security',
  words: ['安全', 'Security'],
  records: [
    { record: accessGrant, words: accessGrantWords },
    { record: accessSystem, words: accessSystemWords },
    { record: accessRight, words: accessRightWords },
    { record: dutySeparation, words: dutySeparationWords },
  ],
}
