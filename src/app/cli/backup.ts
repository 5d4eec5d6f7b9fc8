import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { backup } from '../../platform/backup/backup.ts'
import { prove, restore, restoreFiles } from '../../platform/backup/restore.ts'
import type { Config } from '../config.ts'
import { registry } from '../records.ts'
import { withDatabase } from './database.ts'

/** `touchstone backup FOLDER`: saves everything and proves it by restoring it into a scratch database. */
export async function runBackup(config: Config, argv: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { 'no-proof': { type: 'boolean', default: false } },
  })
  const now = new Date().toISOString()
  const to = resolve(positionals[0] ?? `touchstone-backup-${now.slice(0, 19).replaceAll(/[-:]/g, '')}`)
  return withDatabase(config, async (url) => {
    const manifest = await backup({ url, home: config.home, to, now })
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    say(
      `已备份 ${manifest.tables.length} 张表 ${rows} 行、${manifest.files.length} 个文件:${to}`,
      `Saved ${manifest.tables.length} tables, ${rows} rows, ${manifest.files.length} files: ${to}`,
    )
    if (values['no-proof']) return 0
    const proved = await prove(to, url, registry, `touchstone_proof_${process.pid}`)
    say(
      `恢复验证通过:${proved.rows} 行,日志 ${proved.entries} 条相符`,
      `Proved by restoring it: ${proved.rows} rows, ${proved.entries} journal entries fit`,
    )
    return 0
  })
}

/** `touchstone restore FOLDER`: puts a backup into an empty database, and its files into the data folder. */
export async function runRestore(config: Config, argv: readonly string[]): Promise<number> {
  const [from] = parseArgs({ args: [...argv], allowPositionals: true }).positionals
  if (!from) throw new Error('Say which backup: touchstone restore FOLDER')
  return withDatabase(config, async (url) => {
    const { tables, rows, files, entries } = await restore(resolve(from), url, registry)
    await restoreFiles(resolve(from), config.home)
    say(
      `已恢复 ${tables} 张表 ${rows} 行、${files} 个文件;日志 ${entries} 条相符`,
      `Restored ${tables} tables, ${rows} rows, ${files} files; ${entries} journal entries fit`,
    )
    return 0
  })
}

const say = (zh: string, en: string): void => console.log(`${zh} · ${en}`)
