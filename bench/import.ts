import { execFile } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import Excel from 'exceljs'
import { openEngine } from '../src/app/open.ts'
import { asset } from '../src/areas/assets/asset/asset.record.ts'
import { assetCategory } from '../src/areas/assets/asset-category/asset-category.record.ts'
import { location } from '../src/areas/assets/location/location.record.ts'
import { person } from '../src/areas/organisation/person/person.record.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { startPostgres } from '../src/platform/db/postgres/supervisor.ts'
import type { Engine } from '../src/platform/engine.ts'
import { diskStore } from '../src/platform/files/store.ts'
import { importFile } from '../src/platform/transfer/import/whole.ts'
import { asSystem, type PersonActor } from '../src/record/actor.ts'
import type { AnyRecord } from '../src/record/record.ts'
import { makeAnybody } from './anybody.ts'

/**
 * Workbooks of 100,000 people and of 100,000 assets, each into an empty list and then once more: the check and the writing, with the
 * most memory that the process ever held.
 */
const rows = Number(process.env['BENCH_ROWS'] ?? 100_000)

interface Sheet {
  readonly record: AnyRecord
  readonly heading: readonly string[]
  row(n: number, code: string): readonly (string | number)[]
}

const sheets: Readonly<Record<string, Sheet>> = {
  people: {
    record: person,
    heading: ['工号', '姓名', '邮箱', '电话', '语言', '角色'],
    row: (n, code) => [code, `员工${n}`, `p${n}@example.com`, `021-${code}`, n % 2 ? '中文' : 'en', '值班员'],
  },
  assets: {
    record: asset,
    heading: ['资产编号', '名称', '类别', '序列号', '位置', '主机名', '采购日期', '原值', '登记时的状态'],
    row: (n, code) => [
      ...[`SRV-${code}`, `服务器 ${n}`, '服务器', `SN${code}X`, `机房 ${(n % 50) + 1}`, `host-${code}`],
      ...['2024-03-05', 10_000 + (n % 700), n % 9 ? '在用' : '库存'],
    ],
  },
}

async function main(): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'touchstone-bench-'))
  await chmod(home, 0o711)
  const database = await startPostgres({ home })
  try {
    await migrate(database.url)
    const { engine, close } = await openEngine({ url: database.url, home, files: diskStore(join(home, 'files')) })
    try {
      const actor = await begin(engine)
      for (const name of Object.keys(sheets)) {
        const path = join(home, `${name}.xlsx`)
        // In a process of its own: what it takes to write a workbook is not what it takes to read one.
        await promisify(execFile)(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), name, path])
        console.log(`${name}: ${rows} rows, ${((await stat(path)).size / 1e6).toFixed(1)} MB`)
        await measure(engine, actor, name, path)
      }
    } finally {
      await close()
    }
  } finally {
    await database.stop()
    await rm(home, { recursive: true, force: true })
  }
}

async function write(name: string, path: string): Promise<void> {
  const { heading, row } = sheets[name] as Sheet
  const book = new Excel.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: false })
  const sheet = book.addWorksheet(name)
  sheet.addRow([...heading]).commit()
  for (let n = 1; n <= rows; n++) sheet.addRow([...row(n, String(n).padStart(6, '0'))]).commit()
  await book.commit()
}

/** Whoever may do all, and what the sheets name. */
async function begin(engine: Engine): Promise<PersonActor> {
  await engine.inTx(asSystem('bench'), async (tx) => {
    await tx.create(assetCategory, { code: 'server', name: '服务器', nameEn: 'Server', kind: 'hardware' })
    for (let n = 1; n <= 50; n++) await tx.create(location, { code: `R${n}`, name: `机房 ${n}`, kind: 'room' })
  })
  return makeAnybody(engine, 'work:import')
}

async function measure(engine: Engine, actor: PersonActor, name: string, path: string): Promise<void> {
  for (const time of ['first', 'again']) {
    let mark = performance.now()
    const seconds = () => {
      const passed = (performance.now() - mark) / 1000
      mark = performance.now()
      return passed.toFixed(1)
    }
    const summary = await importFile(engine, (sheets[name] as Sheet).record, actor, {
      name: `${name}.xlsx`,
      bytes: createReadStream(path),
      which: 'all',
      checked: ({ create, unchanged, fault }) =>
        console.log(`${time}: checked in ${seconds()} s (${create} new, ${unchanged} unchanged, ${fault} at fault)`),
    })
    console.log(`${time}: written in ${seconds()} s`, summary.applied, `${peakMb()} MB at most`)
  }
}

/** The most memory this process ever held. */
const peakMb = (): number => Math.round(process.resourceUsage().maxRSS / 1024)

const [, script = '', name, path] = process.argv
if (import.meta.url === pathToFileURL(script).href) await (name && path ? write(name, path) : main())
