import '../../server/tables.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/tx.ts'
import { fault, invalid, Refusal } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { instantAt, minuteMs, msOf } from '../../../../record/time.ts'
import type { Words } from '../../../../record/words.ts'
import { backupPlan } from '../../backup-plan/backup-plan.record.ts'
import { runIsGood, runIsOver, tell, type Wrong } from '../../server/alarms.ts'
import { backupRun } from '../backup-run.record.ts'
import { type Finding, judge } from '../judge.rules.ts'
import type { ReadReport } from '../report.schema.ts'

type Plan = RowOf<typeof backupPlan>
type Run = RowOf<typeof backupRun>

/** So many good copies before say what is usual. */
const usualOf = 10
const skewMs = 5 * minuteMs
const mostNote = 4_000

/**
 * Takes what is reported of one run, as part of the caller's transaction: the run that was due at its time, or one beside the plan.
 * Said again it changes nothing.
 */
export async function takeReport(
  tx: Tx,
  planId: string,
  report: ReadReport,
  reportedBy: 'program' | 'folder',
): Promise<{ run: Run; text: Words | null }> {
  // Locked first: what is said twice at once is one run.
  const plan = await tx.lock(backupPlan, planId)
  if (plan.state === 'ended') throw new Refusal('wrong-state', ended)
  if (msOf(report.startedAt) > msOf(tx.now) + skewMs) throw invalid([fromTheFuture])
  const known = await knownRun(tx, plan, report)
  const begun =
    known.state === 'expected' || known.state === 'missed'
      ? await tx.act(backupRun, known.id, 'begin', {
          ...{ key: report.key, reportedBy, startedAt: report.startedAt },
        })
      : known
  if (begun.state !== 'running' || report.endedAt === undefined) return { run: begun, text: null }
  return endRun(tx, plan, begun, { ...report, endedAt: report.endedAt, exitCode: report.exitCode ?? null })
}

/** By its key; else the time it was due at, nearest to when it began; else a new one. */
async function knownRun(tx: Tx, plan: Plan, { key, startedAt }: ReadReport): Promise<Run> {
  const found = await tx.db
    .selectFrom('backupRun')
    .selectAll()
    .where('plan', '=', plan.id)
    .where('key', '=', key)
    .executeTakeFirst()
  if (found) return found as Run
  const [early, late] = [-1, 1].map((sign) => instantAt(msOf(startedAt) + sign * plan.graceMinutes * minuteMs))
  const due = await tx.db
    .selectFrom('backupRun')
    .selectAll()
    .where('plan', '=', plan.id)
    .where('state', 'in', ['expected', 'missed'])
    .where('dueAt', '>=', early as string)
    .where('dueAt', '<=', late as string)
    .orderBy(sql`abs(extract(epoch from due_at - ${startedAt}::timestamptz))`)
    .executeTakeFirst()
  return (due as Run | undefined) ?? expectRun(tx, plan, null)
}

/** A run that is due, or that begins beside the plan. */
export const expectRun = (tx: Tx, plan: Plan, dueAt: string | null): Promise<Run> =>
  tx.create(backupRun, {
    title: plan.name,
    plan: plan.id,
    component: plan.component,
    dueAt,
  })

type Over = Pick<ReadReport, 'location' | 'bytes' | 'sha256' | 'modifiedAt' | 'totals' | 'note'> & {
  endedAt: string
  exitCode: number | null
}

/** A run is over: judged, its alarms told or resolved, and the plan says how it stands. */
export async function endRun(tx: Tx, plan: Plan, run: Run, over: Over): Promise<{ run: Run; text: Words }> {
  const { location = null, bytes = null, sha256 = null, modifiedAt = null, note = null, ...rest } = over
  const startedAt = run.startedAt as string
  const copy = { exitCode: over.exitCode, startedAt, bytes, same: sha256 ?? location, modifiedAt }
  const { finding, text } = judge(copy, await goodBefore(tx, plan.id, startedAt), plan)
  const settled = await tx.act(backupRun, run.id, finding === 'failed' ? 'fail' : 'succeed', {
    ...{ ...rest, totals: [...rest.totals], location, bytes, sha256, modifiedAt, finding },
    note: note?.slice(-mostNote).replaceAll('\u0000', '').toWellFormed().trim() || null,
  })
  await runIsOver(tx, plan.id)
  if (await isNewest(tx, plan.id, startedAt)) await stand(tx, plan, settled, finding, text)
  return { run: settled, text }
}

const wrongOf: Readonly<Record<Exclude<Finding, 'good'>, Wrong>> = {
  failed: 'failed',
  empty: 'failed',
  shrunken: 'size',
  grown: 'size',
  unchanged: 'unchanged',
}

async function stand(tx: Tx, plan: Plan, run: Run, finding: Finding, text: Words): Promise<void> {
  await tx.update(backupPlan, plan.id, {
    standing: finding,
    ...(finding === 'good' && { lastGoodAt: run.startedAt }),
  })
  if (finding === 'good') await runIsGood(tx, plan.id)
  else await tell(tx, plan, wrongOf[finding], [`${run.number} ${text[0]}`, `${run.number}: ${text[1]}`])
}

/** What is told late, of a run before one that is known, moves nothing. */
async function isNewest(tx: Tx, plan: string, startedAt: string): Promise<boolean> {
  const later = await tx.db
    .selectFrom('backupRun')
    .select('id')
    .where('plan', '=', plan)
    .where('state', 'in', ['succeeded', 'failed'])
    .where('startedAt', '>', startedAt)
    .executeTakeFirst()
  return later === undefined
}

async function goodBefore(tx: Tx, plan: string, startedAt: string) {
  const rows = await tx.db
    .selectFrom('backupRun')
    .select(['bytes', 'sha256', 'location'])
    .where('plan', '=', plan)
    .where('finding', '=', 'good')
    .where('startedAt', '<', startedAt)
    .orderBy('startedAt', 'desc')
    .limit(usualOf)
    .execute()
  return rows.map(({ bytes, sha256, location }) => ({ bytes, same: sha256 ?? location }))
}

const ended: Words = ['备份计划已终止,没有接收。', 'The plan has ended; nothing was taken.']
const fromTheFuture = fault(
  'startedAt',
  'future',
  '开始时间在将来,请校准时钟。',
  'It begins in the future: set the clock right.',
)
