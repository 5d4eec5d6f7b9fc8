import type { Area } from '../../record/registry.ts'
import { classReview } from './class-review/class-review.record.ts'
import { classReviewWords } from './class-review/class-review.words.ts'
import { custody } from './custody/custody.record.ts'
import { custodyWords } from './custody/custody.words.ts'
import { dataClass } from './data-class/data-class.record.ts'
import { dataClassWords } from './data-class/data-class.words.ts'
import { evidence } from './evidence/evidence.record.ts'
import { evidenceWords } from './evidence/evidence.words.ts'
import { logCheck } from './log-check/log-check.record.ts'
import { logCheckWords } from './log-check/log-check.words.ts'
import { securityIncident } from './security-incident/security-incident.record.ts'
import { securityIncidentWords } from './security-incident/security-incident.words.ts'
import { securityReport } from './security-report/security-report.record.ts'
import { securityReportWords } from './security-report/security-report.words.ts'
import { trainingCourse } from './training-course/training-course.record.ts'
import { trainingCourseWords } from './training-course/training-course.words.ts'
import { trainingRecord } from './training-record/training-record.record.ts'
import { trainingRecordWords } from './training-record/training-record.words.ts'
import { undertaking } from './undertaking/undertaking.record.ts'
import { undertakingWords } from './undertaking/undertaking.words.ts'
import { undertakingText } from './undertaking-text/undertaking-text.record.ts'
import { undertakingTextWords } from './undertaking-text/undertaking-text.words.ts'

/** What happened against the firm, how its data is handled, and what its people undertake and learn. */
export const protection: Area['records'] = [
  { record: securityIncident, words: securityIncidentWords },
  { record: securityReport, words: securityReportWords },
  { record: evidence, words: evidenceWords },
  { record: custody, words: custodyWords },
  { record: dataClass, words: dataClassWords },
  { record: classReview, words: classReviewWords },
  { record: undertakingText, words: undertakingTextWords },
  { record: undertaking, words: undertakingWords },
  { record: trainingCourse, words: trainingCourseWords },
  { record: trainingRecord, words: trainingRecordWords },
  { record: logCheck, words: logCheckWords },
]
