import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { actorName } from '../../../../record/actor.ts'
import type { RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { tellDue } from '../../../messaging/messaging.api.ts'
import { writeLog } from '../../log-entry/server/log.ts'
import { judgeRound, mayEnd } from '../../patrol-visit/server/round.ts'
import { dutyTask } from '../duty-task.record.ts'

type Task = RowOf<typeof dutyTask>

async function settled(tx: Tx, row: Task): Promise<void> {
  await judgeRound(tx, row)
  const who = actorName(tx.actor)
  const [zh, en] = row.late ? ['逾期办结', 'done late'] : ['办结', 'done']
  await say(tx, row, [`${who} ${zh}例行工作:${row.title}。`, `Periodic duty ${en} by ${who}: ${titleEn(row)}.`])
}

async function completed(tx: Tx, row: Task): Promise<void> {
  await judgeRound(tx, row)
  await say(tx, row, [
    `巡检记录已补到,例行工作办结:${row.title}(${row.dueOn})。`,
    `Its visits came in later, the periodic duty is done: ${titleEn(row)} (${row.dueOn}).`,
  ])
}

async function missed(tx: Tx, row: Task): Promise<void> {
  await judgeRound(tx, row)
  await tellDue(tx, dutyTask, row, 'miss', [
    { is: 'post', id: row.post },
    { is: 'role', code: 'manager' },
  ])
  await say(
    tx,
    row,
    [`例行工作错过:${row.title}(${row.dueOn})。`, `Periodic duty missed: ${titleEn(row)} (${row.dueOn}).`],
    'warning',
  )
}

const explained = (tx: Tx, row: Task): Promise<void> =>
  say(tx, row, [
    `${actorName(tx.actor)} 说明例行工作错过的原因:${row.title}。${row.missedReason}`,
    `${actorName(tx.actor)} said why a periodic duty was missed: ${titleEn(row)}. ${row.missedReason}`,
  ])

const titleEn = ({ title, titleEn }: Task): string => titleEn ?? title

async function say(tx: Tx, row: Task, text: Words, severity: 'info' | 'warning' = 'info'): Promise<void> {
  await writeLog(tx, { kind: 'duty', severity, text, about: { record: 'duty-task', id: row.id, number: row.number } })
}

export const dutyTaskBehaviour = behave(dutyTask, {
  guards: { done: mayEnd, attest: mayEnd },
  effects: { done: settled, attest: settled, complete: completed, miss: missed, explain: explained },
})
