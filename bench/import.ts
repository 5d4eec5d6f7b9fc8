import { execFile } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import Excel from 'exceljs'
import { openEngine } from '../src/app/open.ts'
import { roles } from '../src/app/roles.data.ts'
import { person } from '../src/areas/organisation/person/person.record.ts'
import { role } from '../src/areas/organisation/role/role.record.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { startPostgres } from '../src/platform/db/postgres/supervisor.ts'
import { diskStore } from '../src/platform/files/store.ts'
import { importFile } from '../src/platform/transfer/import/whole.ts'
import { asSystem } from '../src/record/actor.ts'

/**
 * A workbook of 100,000 rows with a code, names, dates and links, into an empty list and then once more: the check and the
 * writing, with the most memory that the process ever held.
 */
const rows = Number(process.env['BENCH_ROWS'] ?? 100_000)

async function main(): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'touchstone-bench-'))
  await chmod(home, 0o711)
  const database = await startPostgres({ home })
  try {
    await migrate(database.url)
    const path = join(home, 'people.xlsx')
    // In a process of its own: what it takes to write a workbook is not what it takes to read one.
    await promisify(execFile)(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), path])
    console.log(`${rows} rows, ${((await stat(path)).size / 1e6).toFixed(1)} MB`)
    await measure(database.url, home, path)
  } finally {
    await database.stop()
    await rm(home, { recursive: true, force: true })
  }
}

async function write(path: string): Promise<void> {
  const book = new Excel.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: false })
  const sheet = book.addWorksheet('人员')
  sheet.addRow(['工号', '姓名', '邮箱', '电话', '语言', '角色']).commit()
  for (let i = 1; i <= rows; i++) {
    const code = String(i).padStart(6, '0')
    sheet.addRow([code, `员工${i}`, `p${i}@example.com`, `021-${code}`, i % 2 ? '中文' : 'en', '值班员']).commit()
  }
  await book.commit()
}

async function measure(url: string, home: string, path: string): Promise<void> {
  const { engine, close } = await openEngine({ url, home, files: diskStore(join(home, 'files')) })
  try {
    const admin = await engine.inTx(asSystem('bench'), async (tx) => {
      const held = []
      for (const one of roles) held.push((await tx.create(role, one)).id)
      return tx.create(person, { name: 'bench', employeeNo: 'BENCH', roles: held })
    })
    const actor = await engine.directory.actor(engine.db, admin.id, 'work:import')
    if (!actor) throw new Error('Nobody to import')
    for (const time of ['first', 'again']) {
      let mark = performance.now()
      const seconds = () => {
        const passed = (performance.now() - mark) / 1000
        mark = performance.now()
        return passed.toFixed(1)
      }
      const summary = await importFile(engine, person, actor, {
        name: 'people.xlsx',
        bytes: createReadStream(path),
        which: 'all',
        checked: ({ create, unchanged, fault }) =>
          console.log(`${time}: checked in ${seconds()} s (${create} new, ${unchanged} unchanged, ${fault} at fault)`),
      })
      console.log(`${time}: written in ${seconds()} s`, summary.applied, `${peakMb()} MB at most`)
    }
  } finally {
    await close()
  }
}

/** The most memory this process ever held. */
const peakMb = (): number => Math.round(process.resourceUsage().maxRSS / 1024)

const [, script = '', path] = process.argv
if (import.meta.url === pathToFileURL(script).href) await (path ? write(path) : main())
