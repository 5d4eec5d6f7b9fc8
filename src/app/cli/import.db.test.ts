import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBook, readingOf } from '../../platform/transfer/sheet/open.ts'
import type { PersonActor } from '../../record/actor.ts'
import type { Lang } from '../../record/words.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { importInto } from './import.ts'
import { langOfTerminal } from './lang.ts'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))

let app: TestApp
let folder: string
const logins: Record<string, string> = {}
beforeAll(async () => {
  app = await testApp()
  folder = await mkdtemp(join(tmpdir(), 'touchstone-import-'))
  for (const role of ['operator', 'business']) logins[role] = await loginOf(await app.person(role))
})
afterAll(async () => {
  await app?.close()
  await rm(folder, { recursive: true, force: true })
})

async function loginOf({ id }: PersonActor): Promise<string> {
  const [found] = await app.sql<{ login: string }>('select login from account where person = $1', [id])
  return found?.login ?? ''
}

const count = async () => Number((await app.sql<{ n: string }>('select count(*) as n from incident'))[0]?.n)

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

/** `touchstone import …`, as the operator, on the engine that is open. */
async function run(words: readonly string[], { lang = 'zh' as Lang, as = 'operator', stopped = false } = {}) {
  const said: string[] = []
  const progress: string[] = []
  const stop = new AbortController()
  if (stopped) stop.abort()
  const code = await importInto(app.engine, [...words, '--as', logins[as] ?? as], {
    lang,
    stop: stop.signal,
    say: (text) => said.push(text),
    progress: (text) => progress.push(text),
  })
  return { code, said, progress }
}

const mixed = ['标题,影响面,紧急度', '线路中断,高,高', '门禁失灵,极高,低', ',低,低', '打印机卡纸,低,低'].join('\n')

describe('a file with faults', () => {
  it('is told of row by row, each with its cell, and nothing of it is written', async () => {
    const path = await file('mixed.csv', mixed)
    const before = await count()
    const { code, said, progress } = await run(['incidents', path, '--failed', join(folder, 'failed.xlsx')])
    expect(said[0]).toBe('已检查 4 行:新建 2,修改 0,不变 0,有误 2')
    expect(said[1]).toMatch(/^第 3 行 B3 影响面:/)
    expect(said[2]).toMatch(/^第 4 行.*必填/)
    expect(said[3]).toContain('有 2 行不符合要求,全部未导入')
    expect(progress).toContain('4 / 4')
    expect(code).toBe(1)
    expect(await count()).toBe(before)

    const bytes = await readFile(join(folder, 'failed.xlsx'))
    const book = await openBook(bytes, readingOf(bytes))
    const rows: string[][] = []
    for await (const chunk of book.rows(0))
      for (const { cells } of chunk) rows.push(cells.map((one) => one?.text ?? ''))
    expect(rows.map(([title]) => title ?? '')).toEqual(['标题', '门禁失灵', ''])
    expect(rows[1]?.at(-1)).toContain('影响面')
  })

  it('gives its good rows where they are wanted, as the person whose import it is', async () => {
    const { code, said } = await run(['incidents', await file('mixed.csv', mixed), '--good'], { lang: 'en' })
    expect(said.at(0)).toBe('Checked 4 rows: 2 new, 0 to change, 0 unchanged, 2 at fault')
    expect(said.at(1)).toMatch(/^Row 3, B3 影响面: /)
    expect(said.at(-1)).toBe('Imported: 2 created, 0 changed')
    expect(code).toBe(1)
    const [entry] = await app.sql(
      "select actor_name, via from journal where record = 'incident' and verb = 'create' order by id desc limit 1",
    )
    expect(entry).toEqual({ actor_name: '值班员', via: 'work:import' })
  })
})

describe('a file without fault', () => {
  it('is tried without being written, then written whole; the same again changes nothing', async () => {
    const path = await file('good.csv', 'title,impact\n机房漏水,high\n空调停机,low\n')
    const before = await count()
    expect(await run(['incidents', path, '--dry-run'])).toMatchObject({
      code: 0,
      said: [/新建 2/, /试运行/].map(matching),
    })
    expect(await count()).toBe(before)
    expect(await run(['incidents', path])).toMatchObject({ code: 0, said: [/新建 2/, /^已导入:新建 2/].map(matching) })
    expect(await count()).toBe(before + 2)
    expect((await run(['incidents', path])).said).toEqual([/不变 2/, /新建 0,修改 0/].map(matching))
    expect(await count()).toBe(before + 2)
  })

  it('is understood as a mapping says: where its heading is, which columns fill what', async () => {
    const path = await file('odd.csv', '某表,,\n描述,级别,备注\n光纤松动,high,x\n')
    const mapping = (value: object) => file('mapping.json', JSON.stringify(value))
    const right = { headerRow: 2, fields: { 描述: 'title', B: 'impact', 备注: null } }
    const { code, said } = await run(['incidents', path, '--mapping', await mapping(right)])
    expect({ code, said }).toMatchObject({ code: 0, said: [/新建 1/, /^已导入/].map(matching) })
    expect(await app.sql("select impact from incident where title = '光纤松动'")).toEqual([{ impact: 'high' }])

    const wrong = { headerRow: 2, fields: { 描述: 'title', 等级: 'impact' } }
    const refused = await run(['incidents', path, '--mapping', await mapping(wrong)])
    expect(refused.code).toBe(2)
    expect(refused.said.join('\n')).toContain('没有「等级」这一列')
  })
})

describe('what cannot begin', () => {
  it.each([
    ['a list that is not there', async () => run(['nonsense', await file('a.csv', 'a\n1')]), '没有列表'],
    ['a file that is not there', () => run(['incidents', '/nonexistent.csv']), '读不到文件'],
    [
      'somebody who is not there',
      async () => run(['incidents', await file('a.csv', mixed)], { as: 'nobody' }),
      '没有账号',
    ],
    ['somebody who may not', async () => run(['house-settings', await file('a.csv', mixed)]), '不能导入'],
    ['no table', async () => run(['incidents', await file('empty.csv', '')]), ''],
    [
      'an option that is none',
      async () => run(['incidents', await file('a.csv', mixed), '--explode']),
      'touchstone import',
    ],
    ['half of it', () => run(['incidents']), 'touchstone import'],
  ])('is %s: said, and 2', async (_what, go, words) => {
    const { code, said } = await go()
    expect(said.join('\n')).toContain(words)
    expect(code).toBe(2)
  })

  it('is said in the language of the terminal', () => {
    expect(langOfTerminal({ LANG: 'en_US.UTF-8' })).toBe('en')
    expect(langOfTerminal({ LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN.UTF-8' })).toBe('zh')
    expect(langOfTerminal({ LANG: 'C.UTF-8' })).toBe('zh')
  })
})

it('stops before it begins, and writes nothing', async () => {
  const before = await count()
  const path = await file('stopped.csv', 'title\n不该写入')
  expect(await run(['incidents', path], { stopped: true })).toMatchObject({ code: 1, said: [matching(/^已停止/)] })
  expect(await count()).toBe(before)
})

it('stops at Ctrl-C between two handfuls, says how much is done, and leaves nothing half', async () => {
  const rows = Array.from({ length: 5_000 }, (_, n) => `第 ${n} 次,low`)
  const path = await file('many.csv', ['title,impact', ...rows].join('\n'))
  const before = await count()
  const words = ['import', 'incidents', path, '--good', '--as', logins['operator'] ?? '']
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...words], {
    env: { ...process.env, DATABASE_URL: app.url, TOUCHSTONE_HOME: folder, LC_ALL: 'en_US.UTF-8' },
  })
  let said = ''
  let stopped = false
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += String(chunk)
      if (stopped || !said.includes('Checked 5000 rows')) return
      stopped = child.kill('SIGINT')
    })
  const [code] = await once(child, 'close')
  const done = /Stopped; (\d+) had been created/.exec(said)
  expect(said).toContain('Checked 5000 rows: 5000 new')
  expect(done, said).not.toBeNull()
  expect(Number(done?.[1])).toBeLessThan(5_000)
  expect((await count()) - before).toBe(Number(done?.[1]))
  expect(code).toBe(1)
}, 120_000)

const matching = (text: RegExp) => expect.stringMatching(text)
