import '../../server/tables.ts'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Task } from '../../../../platform/area.ts'
import { digestOfFile } from '../../../../platform/backup/manifest.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { asSystem } from '../../../../record/actor.ts'
import { instantAt, msOf } from '../../../../record/time.ts'
import type { MethodSettings } from '../../backup-plan/method.settings.ts'
import { takeReport } from './take.ts'

/** A file that was written to in the last minute may not be whole yet, milliseconds. */
const quietMs = 60_000

/** Looks into the folders of plans whose copies nobody reports: the newest file is a run. */
export const lookForBackups: Task = async (engine) => {
  const plans = await engine.db
    .selectFrom('backupPlan')
    .select(['id', 'settings'])
    .where('state', '=', 'effective')
    .orderBy('id')
    .execute()
  for (const { id, settings } of plans)
    await look(engine, id, settings as MethodSettings).catch((error) =>
      engine.log.error({ err: error, plan: id }, 'The folder of a backup plan could not be looked into'),
    )
}

async function look(engine: Engine, plan: string, settings: MethodSettings): Promise<void> {
  if (settings.is === 'restic' || settings.watch === undefined) return
  const newest = await newestIn(settings.folder, settings.watch)
  if (!newest || msOf(engine.clock.now()) - newest.mtimeMs < quietMs) return
  const { name, mtimeMs, size } = newest
  const key = `${name} ${Math.floor(mtimeMs)} ${size}`.slice(-200)
  const known = await engine.db
    .selectFrom('backupRun')
    .select('id')
    .where('plan', '=', plan)
    .where('key', '=', key)
    .executeTakeFirst()
  if (known) return
  const sha256 = await digestOfFile(join(settings.folder, name))
  const at = instantAt(Math.floor(mtimeMs))
  await engine.inTx(asSystem('backup-plans'), (tx) =>
    takeReport(
      tx,
      plan,
      { key, startedAt: at, endedAt: at, exitCode: 0, location: name, bytes: size, sha256, modifiedAt: at, totals: [] },
      'folder',
    ),
  )
}

async function newestIn(folder: string, pattern: string) {
  const names = patternOf(pattern)
  const found = await readdir(folder, { withFileTypes: true })
  const files = await Promise.all(
    found
      .filter((one) => one.isFile() && names.test(one.name))
      .map(async ({ name }) => ({ name, ...(await sized(join(folder, name))) })),
  )
  return files.sort((a, b) => b.mtimeMs - a.mtimeMs)[0]
}

const sized = async (path: string) => {
  const { mtimeMs, size } = await stat(path)
  return { mtimeMs, size }
}

const patternOf = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
  )

export const lookForBackupsCrontab = '*/5 * * * * look-for-backups'
