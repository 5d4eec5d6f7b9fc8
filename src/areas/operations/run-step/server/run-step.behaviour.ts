import { z } from 'zod'
import { action, behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault, Refusal } from '../../../../record/problem.ts'
import { any, post, role } from '../../../../record/rule.ts'
import type { Words } from '../../../../record/words.ts'
import { resolveAlarm } from '../../alarm/server/raise.ts'
import { latestReadings } from '../../probe/server/results.ts'
import { agrees } from '../evidence.rules.ts'
import { runStep } from '../run-step.record.ts'
import { disagrees, isSatisfied, stillRunning } from '../run-step.rules.ts'
import { lastAttempts, queueAttempts } from './attempts.ts'
import { loadBlockers, type RunStepRow, releaseFollowers } from './order.ts'
import { logStep } from './say.ts'

type Guard = (tx: Tx, row: RunStepRow) => Promise<readonly Fault[]>
type Effect = (tx: Tx, row: RunStepRow) => Promise<void>

/** Key of the alarm of a late step. */
export const lateKey = (step: { readonly id: string }): string => `late:${step.id}`

const inProgress: Guard = async (tx, row) => {
  const run = await tx.db.selectFrom('run').select('state').where('id', '=', row.run).executeTakeFirst()
  return run?.state === 'in-progress' ? [] : [fault('', 'run-ended', '本次执行已经结束。', 'The run has ended.')]
}

/** Guards one after the other: the first that finds something speaks. */
const guarded =
  (...guards: Guard[]): Guard =>
  async (tx, row) => {
    for (const guard of guards) {
      const faults = await guard(tx, row)
      if (faults.length > 0) return faults
    }
    return []
  }

/** A person calls a step done: its command must have succeeded everywhere, and its proof agree since it began. */
const proven: Guard = async (tx, row) => {
  if (tx.actor.kind === 'system') return [] // it has just asked itself
  if (row.mode === 'command') {
    const attempts = await lastAttempts(tx.db, row)
    const missing = attempts.filter(({ outcome }) => outcome !== 'ok').map(({ componentCode }) => componentCode)
    if (attempts.length < row.components.length || missing.length > 0)
      return [
        fault(
          '',
          'command-not-done',
          `命令尚未全部成功:${missing.join('、')}。`,
          `The command has not succeeded everywhere yet: ${missing.join(', ')}.`,
        ),
      ]
  }
  return row.mode === 'hand' || row.mode === 'command' ? proofFaults(tx, row) : []
}

async function proofFaults(tx: Tx, row: RunStepRow): Promise<Fault[]> {
  if (row.probe === null) return []
  const number = row.plan.proof ?? ''
  const reading = (await latestReadings(tx.db, [row.probe])).get(row.probe)
  if (!reading || reading.startedAt < Date.parse(row.startedAt ?? row.createdAt))
    return [
      fault(
        '',
        'not-probed',
        `探测「${number}」在步骤开始后尚无结果,请稍候。`,
        `Probe ${number} has not answered since the step began; wait a moment.`,
      ),
    ]
  return agrees(row.plan, reading.outcome) ? [] : [disagrees(number, reading.outcome, reading.note)]
}

const notRunning: Guard = async (tx, row) => {
  const running = (await lastAttempts(tx.db, row)).some(({ state }) => state !== 'ended')
  return tx.actor.kind === 'person' && running ? [stillRunning] : []
}

const command: Effect = async (tx, row) => {
  if (row.mode === 'command') await queueAttempts(tx, row)
}

/** The step counts now: those that waited for it may begin, and if it was late it no longer is. */
const satisfied: Effect = async (tx, row) => {
  if (!isSatisfied(row)) return
  await releaseFollowers(tx, row.run)
  if (row.lateAt !== null) await resolveAlarm(tx, lateKey(row), ['步骤已完成。', 'The step is done.'])
}

const log =
  (what: (row: RunStepRow) => Words, severity?: 'info' | 'warning' | 'critical'): Effect =>
  (tx, row) =>
    logStep(tx, row, what(row), severity)

const inTurn =
  (...effects: Effect[]): Effect =>
  async (tx, row) => {
    for (const effect of effects) await effect(tx, row)
  }

const because = (row: RunStepRow): Words => [`:${row.failure}`, `: ${row.failure}`]

/** Asks the step's probe again without waiting for its rhythm. */
const ask = action(runStep, {
  allow: any(post('makerPost'), post('checkerPost'), role('manager')),
  summary: 'Ask the step’s own probe now',
  input: z.strictObject({}),
  output: z.object({ asked: z.boolean() }),
  async run(tx, row) {
    if (row.probe === null) throw new Refusal('guarded', ['此步骤没有探测。', 'This step has no probe.'])
    await tx.job('ask-step-probe', { step: row.id, probe: row.probe }, { key: `ask-step-probe:${row.id}` })
    return { asked: true }
  },
})

export const runStepBehaviour = behave(runStep, {
  guards: {
    start: guarded(inProgress, loadBlockers),
    'take-over': inProgress,
    done: guarded(inProgress, proven),
    check: inProgress,
    reject: inProgress,
    fail: guarded(inProgress, notRunning),
    confirm: inProgress,
    retry: inProgress,
    waive: inProgress,
    'confirm-waive': inProgress,
    'refuse-waive': inProgress,
    override: inProgress,
    'confirm-override': inProgress,
    'refuse-override': inProgress,
  },
  effects: {
    start: inTurn(
      command,
      log(() => ['开始', 'started']),
    ),
    'take-over': log(() => ['接手', 'taken over']),
    done: inTurn(
      satisfied,
      log(({ note }) => (note ? [`完成。${note}`, `done. ${note}`] : ['完成', 'done'])),
    ),
    confirm: inTurn(
      satisfied,
      log(() => ['经查看,确认已完成', 'looked at and confirmed as done']),
    ),
    check: inTurn(
      satisfied,
      log(() => ['复核签字', 'checked and signed']),
    ),
    reject: log((row) => [`复核退回${because(row)[0]}`, `sent back by the checker${because(row)[1]}`], 'warning'),
    fail: log((row) => [`失败${because(row)[0]}`, `failed${because(row)[1]}`], 'warning'),
    'time-out': log((row) => [`超时${because(row)[0]}`, `timed out${because(row)[1]}`], 'warning'),
    lose: log((row) => [`结果不明${because(row)[0]}`, `outcome unknown${because(row)[1]}`], 'critical'),
    retry: inTurn(
      command,
      log(() => ['重做', 'tried again']),
    ),
    waive: log(({ waiveReason }) => [`申请免除:${waiveReason}`, `waiver asked for: ${waiveReason}`], 'warning'),
    'confirm-waive': inTurn(
      satisfied,
      log(() => ['免除(双人签字)', 'waived, with two signatures'], 'warning'),
    ),
    'refuse-waive': log(() => ['不同意免除', 'waiver refused']),
    override: log(
      ({ overrideReason }) => [`申请越序:${overrideReason}`, `override asked for: ${overrideReason}`],
      'warning',
    ),
    'confirm-override': log(() => ['同意越序(双人签字)', 'order overridden, with two signatures'], 'warning'),
    'refuse-override': log(() => ['不同意越序', 'override refused']),
  },
  actions: { ask },
})
