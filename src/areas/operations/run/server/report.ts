import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import { canonical, digestOf } from '../../../../platform/write/canonical.ts'
import { notFound } from '../../../../record/problem.ts'
import { stepsOfRun } from '../../run-step/server/order.ts'
import { shownParameters } from './given.ts'

export const outputDigest = (output: string): string => createHash('sha256').update(output).digest('hex')

/**
 * All that a run was: its steps as planned, who did and checked what, when, on what evidence. Persons are ids, so that
 * the digest does not change when somebody's name does.
 */
export async function compileReport(db: Kysely<Tables>, id: string) {
  const run = await db.selectFrom('run').selectAll().where('id', '=', id).executeTakeFirst()
  if (!run) throw notFound()
  const runbooks = await db
    .selectFrom('runbook')
    .select(['id', 'number', 'code', 'edition', 'approvedBy', 'approvedAt'])
    .where('id', 'in', [run.runbook, ...(run.mirrored ? [run.mirrored] : [])])
    .orderBy('number')
    .execute()
  const rows = await stepsOfRun(db, id)
  const ids = rows.map((step) => step.id)
  const attempts = await db.selectFrom('stepAttempt').selectAll().where('step', 'in', ids).orderBy('n').execute()
  const signatures = await db
    .selectFrom('signature')
    .select(['recordId', 'verb', 'person', 'at', 'method', 'digest'])
    .where('recordId', 'in', [id, ...ids])
    .orderBy('at')
    .orderBy('id')
    .execute()
  const signed = (record: string) =>
    signatures
      .filter(({ recordId }) => recordId === record)
      .map(({ verb, person, at, method, digest }) => ({ verb, person, at, method, digest: digest.toString('hex') }))
  const tried = (step: string) =>
    attempts
      .filter((attempt) => attempt.step === step)
      .map(({ n, round, componentCode, action, program, args, outcome, exitCode, launchedAt, endedAt, output }) => ({
        n,
        round,
        component: componentCode,
        action,
        program,
        args,
        outcome,
        exitCode,
        launchedAt,
        endedAt,
        outputDigest: outputDigest(output),
      }))
  const { number, title, titleEn, kind, tradingDay, state, createdBy, createdAt, finishedBy, finishedAt } = run
  const parameters = await shownParameters(db, run)
  return {
    // Only where something was given: what was signed before runbooks asked for anything says nothing of it.
    ...(parameters.length > 0 ? { parameters } : {}),
    run: { id, number, title, titleEn, kind, tradingDay, state, createdBy, createdAt, finishedBy, finishedAt },
    runbooks: runbooks.map(({ id: _id, ...runbook }) => runbook),
    steps: rows.map((step) => ({ ...contentOf(step), attempts: tried(step.id), signatures: signed(step.id) })),
    signatures: signed(id),
  }
}

export type Report = Awaited<ReturnType<typeof compileReport>>

/** SHA-256 in hex over the report's canonical text. */
export const digestOfReport = (report: Report): string => digestOf(canonical(report)).toString('hex')

function contentOf(step: Awaited<ReturnType<typeof stepsOfRun>>[number]) {
  const { journalN: _n, journalHead: _head, version: _version, updatedAt: _at, updatedBy: _by, ...content } = step
  return content
}
