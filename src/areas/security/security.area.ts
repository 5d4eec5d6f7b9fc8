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
import { risk } from './risk/risk.record.ts'
import { riskWords } from './risk/risk.words.ts'
import { riskAcceptance } from './risk-acceptance/risk-acceptance.record.ts'
import { riskAcceptanceWords } from './risk-acceptance/risk-acceptance.words.ts'
import { riskAssessment } from './risk-assessment/risk-assessment.record.ts'
import { riskAssessmentWords } from './risk-assessment/risk-assessment.words.ts'
import { riskMatrix } from './risk-matrix/risk-matrix.record.ts'
import { riskMatrixWords } from './risk-matrix/risk-matrix.words.ts'
import { scan } from './scan/scan.record.ts'
import { scanWords } from './scan/scan.words.ts'
import { scanLine } from './scan-line/scan-line.record.ts'
import { scanLineWords } from './scan-line/scan-line.words.ts'
import { vulnerability } from './vulnerability/vulnerability.record.ts'
import { vulnerabilityWords } from './vulnerability/vulnerability.words.ts'
import { systemAccount } from './system-account/system-account.record.ts'
import { systemAccountWords } from './system-account/system-account.words.ts'
import { protection } from './protection.ts'

/** Who may do what and why, what could go wrong, what did, and what is known to be weak. */
export const security: Area = {
  code: 'security',
  words: ['安全', 'Security'],
  records: [
    { record: accessGrant, words: accessGrantWords },
    { record: accessSystem, words: accessSystemWords },
    { record: accessRight, words: accessRightWords },
    { record: systemAccount, words: systemAccountWords },
    { record: accountList, words: accountListWords },
    { record: accessReview, words: accessReviewWords },
    { record: accessReviewItem, words: accessReviewItemWords },
    { record: dutySeparation, words: dutySeparationWords },
    { record: risk, words: riskWords },
    { record: riskAcceptance, words: riskAcceptanceWords },
    { record: riskAssessment, words: riskAssessmentWords },
    { record: riskMatrix, words: riskMatrixWords },
    { record: vulnerability, words: vulnerabilityWords },
    { record: scan, words: scanWords },
    { record: scanLine, words: scanLineWords },
  ],
  records: [...protection],
}
