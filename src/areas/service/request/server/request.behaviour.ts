import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { personId } from '../../../../record/actor.ts'
import { fault } from '../../../../record/problem.ts'
import { dayMs } from '../../../../record/time.ts'
import { answersOf } from '../../offering/answers.rules.ts'
import { holdsOf } from '../../offering/question.rules.ts'
import { isOpenTask, tasksOf } from '../../request-task/server/order.ts'
import { dropTasks, makeTasks } from '../../request-task/server/plan.ts'
import { request } from '../request.record.ts'
import { requestReopenDays } from '../request.settings.ts'
import { answerFaults, offeringOf, orderFaults, type RequestRow } from './order.ts'

/** What follows from the offering and the answers: its name, its price, who answers for it, the answers as they are kept. */
async function fillIn(tx: Tx, row: RequestRow): Promise<void> {
  const { title, titleEn, service, cost, form } = await offeringOf(tx, row)
  const { owner, team } = await tx.db
    .selectFrom('service')
    .select(['owner', 'team'])
    .where('id', '=', service)
    .executeTakeFirstOrThrow()
  const { answers } = answersOf(form, row.answers)
  const known = { title, titleEn, service, cost, owner, team: row.team ?? team }
  await tx.as('catalogue').update(request, row.id, { ...known, answers: { ...answers } })
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** The answers are the requester's own, and stand once somebody has agreed to them. */
async function changedAnswers(tx: Tx, row: RequestRow) {
  const { answers: before } = await tx.db
    .selectFrom('request')
    .select('answers')
    .where('id', '=', row.id)
    .executeTakeFirstOrThrow()
  if (same(before, row.answers)) return []
  const me = personId(tx.actor)
  if (row.state !== 'new' || (me !== null && me !== row.createdBy))
    return [
      fault(
        'answers',
        'not-theirs',
        '申请内容只能由申请人在获批前修改。',
        'Only the requester changes them, and only before they are agreed to.',
      ),
    ]
  return answerFaults(tx, (await offeringOf(tx, row)).form, row.answers)
}

/** Some of it left out is partly done; the requester is told why. */
async function tellWhatIsMissing(tx: Tx, row: RequestRow): Promise<void> {
  const skipped = (await tasksOf(tx.db, row.id)).filter(({ state }) => state === 'skipped')
  if (skipped.length === 0) return
  const reasons = skipped.map(({ title, skipReason }) => `${title}:${skipReason}`).join('\n')
  await tx.as('fulfilment').update(request, row.id, { fulfilment: 'partly', outcome: row.outcome ?? reasons })
}

export const requestBehaviour = behave(request, {
  makers: ({ forPerson }) => [forPerson],
  guards: {
    create: orderFaults,
    update: changedAnswers,
    async fulfil(tx, row) {
      const open = (await tasksOf(tx.db, row.id)).filter(isOpenTask)
      return open.map(({ position, title, titleEn }) =>
        fault(
          `tasks.${position}`,
          'task-open',
          `任务「${title}」尚未完成。`,
          `The task “${titleEn ?? title}” is not done yet.`,
        ),
      )
    },
    async reopen(tx, row) {
      const days = tx.settings.get(requestReopenDays)
      const since = await fulfilledSince(tx, row)
      if (since === null || Date.parse(tx.now) - Date.parse(since) <= days * dayMs) return []
      return [
        fault(
          '',
          'too-late',
          `办结已超过 ${days} 天,请另行申请。`,
          `It was fulfilled more than ${days} days ago: make a new request.`,
        ),
      ]
    },
  },
  effects: {
    create: fillIn,
    async update(tx, row, before) {
      if (before && !same(before.answers, row.answers)) await fillIn(tx, row)
    },
    submit: makeTasks,
    fulfil: tellWhatIsMissing,
    cancel: (tx, row) => dropTasks(tx, row, row.cancelReason),
    reject: (tx, row) => dropTasks(tx, row, row.rejectReason),
  },
  approvals: {
    submit: {
      async rule(tx, row) {
        const { id, title, form, approval } = await offeringOf(tx, row)
        const steps = approval
          .filter(({ when }) => holdsOf(form, when, answersOf(form, row.answers).answers))
          .map(({ when: _when, ...step }) => step)
        return steps.length === 0 ? null : { id, name: title, steps }
      },
      async refused(tx, { id }, [rejectReason]) {
        await tx.act(request, id, 'reject', { rejectReason })
      },
    },
  },
})

/** As it stood before the verb: the verb empties it. */
async function fulfilledSince(tx: Tx, { id }: RequestRow): Promise<string | null> {
  const found = await tx.db.selectFrom('request').select('fulfilledAt').where('id', '=', id).executeTakeFirst()
  return found?.fulfilledAt ?? null
}
