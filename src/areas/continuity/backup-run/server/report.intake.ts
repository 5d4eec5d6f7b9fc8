import type { Intake } from '../../../../platform/area.ts'
import { readJson } from '../../../../platform/http/json-body.ts'
import { idOfToken } from '../../../../platform/secret.ts'
import { asSystem } from '../../../../record/actor.ts'
import { Refusal } from '../../../../record/problem.ts'
import { backupPlan } from '../../backup-plan/backup-plan.record.ts'
import { answerSchema, reportSchema } from '../report.schema.ts'
import { takeReport } from './take.ts'

export const backupIntake: Intake = {
  path: '/api/intake/backup',
  summary: 'Takes what a program says of a backup run, when it begins and when it is over, proved by the plan’s token.',
  output: answerSchema,
  async take(engine, token, bytes) {
    const plan = token === null ? undefined : await idOfToken(engine.db, backupPlan, token)
    if (!plan) throw new Refusal('not-signed-in', ['没有这个令牌的备份计划。', 'No backup plan has this token.'])
    const report = readJson(reportSchema, bytes)
    const { run, text } = await engine.inTx(asSystem('backup-runs'), (tx) => takeReport(tx, plan, report, 'program'))
    return { run: run.number, state: run.state, finding: run.finding, text: text && [...text] }
  },
}
