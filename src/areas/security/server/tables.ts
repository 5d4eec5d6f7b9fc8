import type {} from '../../../platform/tables.ts'
import type { RowOf } from '../../../record/record.ts'
import type { accessGrant } from '../access-grant/access-grant.record.ts'
import type { accessReview } from '../access-review/access-review.record.ts'
import type { accessReviewItem } from '../access-review-item/access-review-item.record.ts'
import type { accessRight } from '../access-right/access-right.record.ts'
import type { accessSystem } from '../access-system/access-system.record.ts'
import type { accountList } from '../account-list/account-list.record.ts'
import type { classReview } from '../class-review/class-review.record.ts'
import type { custody } from '../custody/custody.record.ts'
import type { dataClass } from '../data-class/data-class.record.ts'
import type { dutySeparation } from '../duty-separation/duty-separation.record.ts'
import type { evidence } from '../evidence/evidence.record.ts'
import type { logCheck } from '../log-check/log-check.record.ts'
import type { risk } from '../risk/risk.record.ts'
import type { riskAcceptance } from '../risk-acceptance/risk-acceptance.record.ts'
import type { riskAssessment } from '../risk-assessment/risk-assessment.record.ts'
import type { riskMatrix } from '../risk-matrix/risk-matrix.record.ts'
import type { scan } from '../scan/scan.record.ts'
import type { scanLine } from '../scan-line/scan-line.record.ts'
import type { securityIncident } from '../security-incident/security-incident.record.ts'
import type { securityReport } from '../security-report/security-report.record.ts'
import type { systemAccount } from '../system-account/system-account.record.ts'
import type { trainingCourse } from '../training-course/training-course.record.ts'
import type { trainingRecord } from '../training-record/training-record.record.ts'
import type { undertaking } from '../undertaking/undertaking.record.ts'
import type { undertakingText } from '../undertaking-text/undertaking-text.record.ts'
import type { vulnerability } from '../vulnerability/vulnerability.record.ts'

declare module '../../../platform/tables.ts' {
  interface Tables {
    accessGrant: RowOf<typeof accessGrant> & Hidden
    accessRight: RowOf<typeof accessRight> & Hidden
    accessSystem: RowOf<typeof accessSystem> & Hidden
    accountList: RowOf<typeof accountList> & Hidden
    systemAccount: RowOf<typeof systemAccount> & Hidden
    accessReview: RowOf<typeof accessReview> & Hidden
    accessReviewItem: RowOf<typeof accessReviewItem> & Hidden
    dutySeparation: RowOf<typeof dutySeparation> & Hidden
    risk: RowOf<typeof risk> & Hidden
    riskAcceptance: RowOf<typeof riskAcceptance> & Hidden
    riskAssessment: RowOf<typeof riskAssessment> & Hidden
    riskMatrix: RowOf<typeof riskMatrix> & Hidden
    scan: RowOf<typeof scan> & Hidden
    scanLine: RowOf<typeof scanLine> & Hidden
    vulnerability: RowOf<typeof vulnerability> & Hidden
    classReview: RowOf<typeof classReview> & Hidden
    custody: RowOf<typeof custody> & Hidden
    dataClass: RowOf<typeof dataClass> & Hidden
    evidence: RowOf<typeof evidence> & Hidden
    logCheck: RowOf<typeof logCheck> & Hidden
    securityIncident: RowOf<typeof securityIncident> & Hidden
    securityReport: RowOf<typeof securityReport> & Hidden
    trainingCourse: RowOf<typeof trainingCourse> & Hidden
    trainingRecord: RowOf<typeof trainingRecord> & Hidden
    undertaking: RowOf<typeof undertaking> & Hidden
    undertakingText: RowOf<typeof undertakingText> & Hidden
  }
}
