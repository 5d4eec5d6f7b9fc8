import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asSystem } from '../../record/actor.ts'
import type { TestApp } from '../../testing/app.ts'
import { workingCalendar } from '../administration/working-calendar/working-calendar.record.ts'
import { backupPlan } from './backup-plan/backup-plan.record.ts'
import { takeReport } from './backup-run/server/take.ts'
import { askForTest, restoreTasks } from './restore-test/server/test.task.ts'

/** A plan in force for a component's files, due at five in the afternoon. */
export async function planInForce(app: TestApp, component: string, folder: string, more: object = {}): Promise<string> {
  const calendar = await app.inTx(asSystem('test'), async (tx) => {
    const { id } = await tx.create(workingCalendar, {
      code: 'ALWAYS',
      name: '全天',
      kind: 'always',
      source: '值班制度',
    })
    return tx.act(workingCalendar, id, 'approve')
  })
  const { id: owner } = await app.person('engineer')
  const plan = await app.inTx(await app.person('engineer'), (tx) =>
    tx.create(backupPlan, {
      ...{ name: '结算每日备份', component, owner, calendar: calendar.id, settings: { is: 'tar', folder } },
      ...{ rule: { every: 'day', closed: 'anyway' }, at: '17:00', startsOn: '2026-11-24' },
      ...more,
    }),
  )
  await app.inTx(await app.person('manager'), (tx) => tx.act(backupPlan, plan.id, 'approve'), true)
  return plan.id
}

/** A copy of a component that was made now and is really restored. */
export async function provenCopy(app: TestApp, component: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-copy-'))
  try {
    const plan = await planInForce(app, component, folder)
    writeFileSync(join(folder, 'deals.csv'), '1\n2\n')
    execFileSync('tar', ['-cf', join(folder, 'copy.tar'), '-C', folder, 'deals.csv'])
    const sha256 = createHash('sha256')
      .update(readFileSync(join(folder, 'copy.tar')))
      .digest('hex')
    const at = app.clock.now()
    const report = {
      key: 'the-copy',
      startedAt: at,
      endedAt: at,
      exitCode: 0,
      location: 'copy.tar',
      sha256,
      totals: [],
    }
    const test = await app.inTx(asSystem('test'), async (tx) => {
      const { run } = await takeReport(tx, plan, report, 'program')
      return askForTest(tx, await tx.lock(backupPlan, plan), run)
    })
    await restoreTasks['restore-backup'](app.engine, { id: test.id } as never)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
