import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { resolveAlarm } from '../../alarm/server/raise.ts'
import { writeLog } from '../../log-entry/server/log.ts'
import { logReview } from '../log-review.record.ts'
import { lateReviewKey } from './draw-up.ts'
import { standsAsShown } from './figures.ts'
import { logReviewPaper } from './paper.ts'

type Row = RowOf<typeof logReview>

/** Nobody signs for what was tampered with. */
async function stillStands({ db }: Tx, { startsOn, endsOn, reviewed, digest }: Row): Promise<Fault[]> {
  if (await standsAsShown(db, { from: startsOn, to: endsOn }, reviewed, digest)) return []
  return [
    fault(
      'reviewed',
      'changed',
      '日志与生成复核时不一致,不能签字。请核验日志完整性。',
      'The log is not as it was when this was drawn up. Verify it before anybody signs.',
    ),
  ]
}

async function signed(tx: Tx, { id, number, title, titleEn }: Row): Promise<void> {
  await resolveAlarm(tx, lateReviewKey(id), ['已签字。', 'Signed.'])
  await writeLog(tx, {
    kind: 'duty',
    text: [`${title} 已签字。`, `${titleEn ?? title}: signed.`],
    about: { record: logReview.name, id, number },
  })
}

export const logReviewBehaviour = behave(logReview, {
  guards: { sign: stillStands },
  effects: { sign: signed },
  paper: logReviewPaper,
})
