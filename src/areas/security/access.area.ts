import type { Area } from '../../record/registry.ts'
import { accessGrant } from './access-grant/access-grant.record.ts'
import { accessGrantWords } from './access-grant/access-grant.words.ts'
import { accessReview } from './access-review/access-review.record.ts'
import { accessReviewWords } from './access-review/access-review.words.ts'
import { accessReviewItem } from './access-review-item/access-review-item.record.ts'
import { accessReviewItemWords } from './access-review-item/access-review-item.words.ts'
import { accessRight } from './access-right/access-right.record.ts'
import { accessRightWords } from './access-right/access-right.words.ts'
import { accessSystem } from './access-system/access-system.record.ts'
import { accessSystemWords } from './access-system/access-system.words.ts'
import { accountList } from './account-list/account-list.record.ts'
import { accountListWords } from './account-list/account-list.words.ts'
import { dutySeparation } from './duty-separation/duty-separation.record.ts'
import { dutySeparationWords } from './duty-separation/duty-separation.words.ts'
import { systemAccount } from './system-account/system-account.record.ts'
import { systemAccountWords } from './system-account/system-account.words.ts'

/** Who may do what where, the accounts as they are, and whether both still agree. */
export const access: Area['records'] = [
  { record: accessGrant, words: accessGrantWords },
  { record: accessSystem, words: accessSystemWords },
  { record: accessRight, words: accessRightWords },
  { record: systemAccount, words: systemAccountWords },
  { record: accountList, words: accountListWords },
  { record: accessReview, words: accessReviewWords },
  { record: accessReviewItem, words: accessReviewItemWords },
  { record: dutySeparation, words: dutySeparationWords },
]
