import './tables.ts'
import type { AreaPart } from '../../../platform/area.ts'
import { beginReviews, beginReviewsCrontab } from '../class-review/server/begin.task.ts'
import { classReviewBehaviour } from '../class-review/server/class-review.behaviour.ts'
import { custodyBehaviour } from '../custody/server/custody.behaviour.ts'
import { assetHandling } from '../data-class/server/handling.beside.ts'
import { evidenceBehaviour } from '../evidence/server/evidence.behaviour.ts'
import { checkLogs, checkLogsCrontab } from '../log-check/server/check.task.ts'
import { declaredSecurity } from '../security-incident/server/declared.beside.ts'
import { securityIncidentBehaviour } from '../security-incident/server/security-incident.behaviour.ts'
import { watchSecurity, watchSecurityCrontab } from '../security-incident/server/watch.task.ts'
import { securityReportBehaviour } from '../security-report/server/security-report.behaviour.ts'
import { remindTraining, remindTrainingCrontab } from '../training-course/server/remind.task.ts'
import { trainingRecordBehaviour } from '../training-record/server/training-record.behaviour.ts'
import { gatherUndertakings, hearJoiners } from '../undertaking/server/gather.task.ts'
import { remindUndertakings, remindUndertakingsCrontab } from '../undertaking/server/remind.task.ts'
import { undertakingBehaviour } from '../undertaking/server/undertaking.behaviour.ts'
import { undertakingTextBehaviour } from '../undertaking-text/server/undertaking-text.behaviour.ts'

/** The server side of security incidents, classes of data, undertakings and training. */
export const protectionServer = {
  behaviours: [
    securityIncidentBehaviour,
    securityReportBehaviour,
    evidenceBehaviour,
    custodyBehaviour,
    classReviewBehaviour,
    undertakingTextBehaviour,
    undertakingBehaviour,
    trainingRecordBehaviour,
  ],
  besides: [declaredSecurity, assetHandling],
  follows: [hearJoiners],
  tasks: {
    'watch-security-incidents': watchSecurity,
    'begin-class-reviews': beginReviews,
    'gather-undertakings': gatherUndertakings,
    'remind-undertakings': remindUndertakings,
    'check-logs': checkLogs,
    'remind-training': remindTraining,
  },
  crontab: [
    watchSecurityCrontab,
    beginReviewsCrontab,
    remindUndertakingsCrontab,
    checkLogsCrontab,
    remindTrainingCrontab,
  ],
} as const satisfies AreaPart
