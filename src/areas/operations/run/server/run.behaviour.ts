import { sql } from 'kysely'
import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault, Refusal } from '../../../../record/problem.ts'
import { resolveAlarm } from '../../alarm/server/raise.ts'
import { writeLog } from '../../log-entry/server/log.ts'
import { isSatisfied } from '../../run-step/run-step.rules.ts'
import { runStepWords } from '../../run-step/run-step.words.ts'
import { stepsOfRun } from '../../run-step/server/order.ts'
import { lateKey } from '../../run-step/server/run-step.behaviour.ts'
import { dry } from '../../runbook/dry.rules.ts'
import type { Work } from '../../runbook/include.rules.ts'
import { checkSteps } from '../../runbook/runbook.rules.ts'
import { loadFacts } from '../../runbook/server/facts.ts'
import { type RunbookRow, stepsOf } from '../../runbook/server/steps.ts'
import { stepSchema } from '../../runbook/step.rules.ts'
import { run } from '../run.record.ts'
import { lateRunKey, makeSteps, type RunRow } from './begin.ts'
import { compileReport, digestOfReport } from './report.ts'
import { missedRunKey } from './start.ts'

const runbookOf = (tx: Tx, row: RunRow) =>
  tx.db.selectFrom('runbook').selectAll().where('id', '=', row.runbook).executeTakeFirst()

// An empty post or a lost second person shows at the step; a thing that is not there cannot be made a step of.
const fatal = ['unknown-post', 'unknown-component', 'undeclared-action', 'unknown-probe']

async function canBegin(tx: Tx, row: RunRow): Promise<readonly Fault[]> {
  const runbook = await runbookOf(tx, row)
  if (runbook?.state !== 'effective')
    return [
      fault(
        'runbook',
        'not-effective',
        '只能执行生效的流程版次。',
        'Only an effective edition of a runbook can be run.',
      ),
    ]
  if (!row.dry) await refuseSecond(tx, runbook.code, row.tradingDay)
  const { steps, faults } = await stepsOf(tx.db, runbook, row.parameters)
  if (faults.length > 0) return faults
  const facts = await loadFacts(tx.db, row.tradingDay ?? tx.now.slice(0, 10))
  return [...checkSteps(steps, facts).filter(({ code }) => fatal.includes(code)), ...steps.flatMap(tooLong)]
}

/** With what was given in it a step must still be one. */
function tooLong(step: Work, at: number): Fault[] {
  const read = stepSchema.safeParse(step)
  return read.success
    ? []
    : [
        fault(
          `steps.${at}.${read.error.issues[0]?.path.join('.') ?? ''}`,
          'too-long',
          `填入参数后,第 ${at + 1} 步过长。`,
          `With what was given step ${at + 1} is too long.`,
        ),
      ]
}

/** Starting twice, as after a lost answer, is refused with the run that is there already. */
async function refuseSecond(tx: Tx, code: string, tradingDay: string | null): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`run:${code}:${tradingDay}`}, 0))`.execute(tx.db)
  const there = await tx.db
    .selectFrom('run')
    .select(['id', 'number'])
    .where('runbookCode', '=', code)
    .where('tradingDay', tradingDay === null ? 'is' : '=', tradingDay)
    .where('state', '=', 'in-progress')
    .executeTakeFirst()
  if (!there) return
  const text = [
    `该流程本交易日已在执行中:${there.number}。`,
    `It is in progress already for this trading day: ${there.number}.`,
  ] as const
  throw new Refusal('duplicate', text, [{ path: 'runbook', code: 'duplicate', text }], {
    holder: { ...there, path: `/api/runs/${there.id}` },
  })
}

async function begin(tx: Tx, row: RunRow): Promise<void> {
  const runbook = await runbookOf(tx, row)
  if (!runbook) throw new Error(`Run ${row.id} has no runbook`)
  const { steps, mirrored, given: parameters } = await stepsOf(tx.db, runbook, row.parameters)
  const { code, kind } = runbook
  const [title, titleEn] = namesOf(row, runbook)
  const runbookCode = row.dry ? null : code
  const named = await tx.as('run').update(run, row.id, { runbookCode, title, titleEn, kind, mirrored, parameters })
  await makeSteps(tx, named, row.dry ? dry(steps) : steps)
  if (row.tradingDay && !row.dry)
    await resolveAlarm(tx, missedRunKey(code, row.tradingDay), ['已由人员开始执行。', 'It has been begun after all.'])
  await logRun(tx, named, [`开始执行(第 ${runbook.edition} 版)`, `begun (edition ${runbook.edition})`])
}

/** Wherever a dry run is named, it is said to be one. */
const namesOf = ({ dry }: RunRow, { title, titleEn }: RunbookRow): [string, string | null] =>
  dry ? [`模拟执行:${title}`, `Dry run: ${titleEn ?? title}`] : [title, titleEn]

async function canFinish(tx: Tx, row: RunRow): Promise<readonly Fault[]> {
  const open = (await stepsOfRun(tx.db, row.id)).filter((step) => !isSatisfied(step))
  return open.map((step) => {
    const [zh, en] = runStepWords.states[step.state]
    return fault(
      `steps.${step.position}`,
      'step-open',
      `第 ${step.position} 步「${step.title}」尚未了结(${zh})。`,
      `Step ${step.position} “${step.titleEn ?? step.title}” is not settled (${en.toLowerCase()}).`,
    )
  })
}

async function finish(tx: Tx, row: RunRow): Promise<void> {
  const reportDigest = digestOfReport(await compileReport(tx.db, row.id))
  await tx.as('run').update(run, row.id, { reportDigest })
  await resolveAlarm(tx, lateRunKey(row), ['执行已完成。', 'The run is finished.'])
  await logRun(tx, row, ['完成,报告已签字', 'finished, its report signed'])
}

async function abort(tx: Tx, row: RunRow): Promise<void> {
  const steps = await stepsOfRun(tx.db, row.id)
  await tx.db
    .updateTable('stepAttempt')
    .set({ state: 'ended', outcome: 'refused', endedAt: tx.now, output: '执行已中止 · the run was aborted\n' })
    .where('state', '=', 'queued')
    .where(
      'step',
      'in',
      steps.map(({ id }) => id),
    )
    .execute()
  const note = ['执行已中止。', 'The run was aborted.'] as const
  await resolveAlarm(tx, lateRunKey(row), note)
  for (const step of steps) if (step.lateAt !== null) await resolveAlarm(tx, lateKey(step), note)
  await logRun(tx, row, [`中止:${row.abortReason}`, `aborted: ${row.abortReason}`], 'warning')
}

const logRun = (tx: Tx, row: RunRow, what: readonly [string, string], severity: 'info' | 'warning' = 'info') =>
  writeLog(tx, {
    kind: 'run',
    severity,
    text: [`${row.title}:${what[0]}`, `${row.titleEn ?? row.title}: ${what[1]}`],
    about: { record: 'run', id: row.id, number: row.number },
  })

export const runBehaviour = behave(run, {
  guards: { create: canBegin, finish: canFinish },
  effects: { create: begin, finish, abort },
})
