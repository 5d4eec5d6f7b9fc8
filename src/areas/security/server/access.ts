import type { AreaPart } from '../../../platform/area.ts'
import { emergencyAccessHours } from '../access-grant/access-grant.settings.ts'
import { whoCanDoWhat } from '../access-grant/server/access.query.ts'
import { accessGrantBehaviour } from '../access-grant/server/access-grant.behaviour.ts'
import { askForAccess } from '../access-grant/server/ask.command.ts'
import { endGrant, endGrants, endGrantsCrontab } from '../access-grant/server/end.task.ts'
import { accessReviewBehaviour } from '../access-review/server/access-review.behaviour.ts'
import { hearMovers } from '../access-review/server/moves.ts'
import { reviewProgress } from '../access-review/server/progress.beside.ts'
import { remindReviewers, remindReviewersCrontab } from '../access-review/server/remind.task.ts'
import { accessReviewItemBehaviour } from '../access-review-item/server/access-review-item.behaviour.ts'
import { accessRightBehaviour } from '../access-right/server/access-right.behaviour.ts'
import { accessSystemBehaviour } from '../access-system/server/access-system.behaviour.ts'
import { accountsIntake } from '../account-list/server/lists.intake.ts'
import { takeAccounts, takeAccountsCrontab } from '../account-list/server/nightly.task.ts'
import { uploadList } from '../account-list/server/upload.command.ts'
import { dutySeparationBehaviour } from '../duty-separation/server/duty-separation.behaviour.ts'
import { settleSeparation } from '../duty-separation/server/settle.task.ts'
import { accountsOfSystem } from '../system-account/server/accounts.beside.ts'
import { hearStanding, standAccounts } from '../system-account/server/hear.ts'
import { systemAccountBehaviour } from '../system-account/server/system-account.behaviour.ts'

/** The server side of systems, grants, accounts as they are, and reviews of them. */
export const accessServer: AreaPart = {
  behaviours: [
    accessGrantBehaviour,
    accessRightBehaviour,
    accessSystemBehaviour,
    dutySeparationBehaviour,
    systemAccountBehaviour,
    accessReviewBehaviour,
    accessReviewItemBehaviour,
  ],
  besides: [accountsOfSystem, reviewProgress],
  queries: [whoCanDoWhat],
  commands: [askForAccess, uploadList],
  intakes: [accountsIntake],
  follows: [hearStanding, hearMovers],
  tasks: {
    'take-accounts': takeAccounts,
    'stand-accounts': standAccounts,
    'remind-reviewers': remindReviewers,
    'end-access-grant': endGrant,
    'end-access-grants': endGrants,
    'settle-separation': settleSeparation,
  },
  crontab: [endGrantsCrontab, takeAccountsCrontab, remindReviewersCrontab],
  settings: [emergencyAccessHours],
}
