import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import pino from 'pino'
import { migrate } from '../platform/db/migrate.ts'
import { lockHome } from '../platform/db/postgres/lock.ts'
import { startPostgres } from '../platform/db/postgres/supervisor.ts'
import type { Engine } from '../platform/engine.ts'
import { scannerOf } from '../platform/files/scan.ts'
import { readPrograms } from '../platform/process/programs.ts'
import { address } from '../platform/settings/house.ts'
import { bringUp } from './bring-up.ts'
import type { Config } from './config.ts'
import { storeOf } from './files.config.ts'
import { isLoopback } from './loopback.ts'
import { openEngine } from './open.ts'
import { addressOf, serve } from './serve.ts'

/** Says what it does, in both languages, one line each. */
const say = (zh: string, en: string): void => console.log(`${zh} · ${en}`)

/**
 * Starts the product: database, migrations, demo firm on a first start, server. Resolves with what ends it all in
 * order; throws one sentence when it cannot start, leaving nothing running.
 */
export const start = (config: Config): Promise<{ stop(): Promise<void> }> =>
  bringUp(async (ends) => {
    const lock = lockHome(config.home)
    ends(() => lock.release())
    const url = config.databaseUrl ?? (await embedded(config, ends))
    const { applied } = await migrate(url)
    if (applied.length > 0)
      say(`数据库已就绪(${applied.length} 个迁移)`, `Database ready (${applied.length} migrations)`)

    const floor = join(config.home, 'floor')
    await mkdir(floor, { recursive: true })
    const log = pino({ level: 'info' }, pino.destination({ dest: join(config.home, 'touchstone.log'), mkdir: true }))
    const demo = config.demo ? await import('./demo/demo.ts') : undefined
    const programs = {
      ...(await readPrograms(join(config.home, 'programs.json'))),
      ...demo?.programs(floor, config.floorPort),
    }
    const { engine, close } = await openEngine({
      home: config.home,
      url,
      files: storeOf(config.files, config.home),
      ...(config.files.scan && { scan: scannerOf(config.files.scan, programs) }),
      log,
      programs,
      signIn: config.signIn,
      defaults: { [address.key]: config.signIn.address ?? addressOf(config.host, config.port) },
    })
    ends(close)

    const password = await demo?.prepare({ engine, config, say })
    await refuseDemoBeyondLoopback(engine, config)
    if (demo) ends(() => demo.stopFloor(floor, config.floorPort))
    const serving = await serve(engine, config)
    ends(() => serving.stop())
    tell(serving.address, serving.setUpCode, password)
    return {}
  })

async function embedded(config: Config, ends: (end: () => Promise<void>) => void): Promise<string> {
  say('正在启动内置 PostgreSQL', 'Starting the embedded PostgreSQL')
  const postgres = await startPostgres({ home: config.home, say: ([zh, en]) => say(zh, en) })
  if (postgres.tookOver) say('接管了上次留下的 PostgreSQL', 'Took over the PostgreSQL that was left running')
  ends(() => postgres.stop())
  return postgres.url
}

/** Demo accounts have a password that was printed on a screen: as long as they exist, only this machine may connect. */
async function refuseDemoBeyondLoopback(engine: Engine, { host }: Config): Promise<void> {
  if (isLoopback(host)) return
  const demo = await engine.db
    .selectFrom('account')
    .select('login')
    .where('demo', '=', true)
    .where('disabledAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (demo)
    throw new Error(`There are demo accounts (${demo.login}, …): the server listens on 127.0.0.1 only, not on ${host}.`)
}

function tell(address: string, setUpCode: string | null, password: string | undefined): void {
  console.log('')
  say(`试金石已启动:${address}`, `Touchstone is at ${address}`)
  if (setUpCode) say(`首位管理员的一次性代码:${setUpCode}`, `One-time code for the first administrator: ${setUpCode}`)
  if (password) {
    say('演示账号', 'Demo sign-ins')
    console.log('  operator  checker  engineer  manager  business  auditor  admin')
    say(`密码:${password}`, `Password: ${password}`)
  }
  say('按 Ctrl-C 停止', 'Stop with Ctrl-C')
}
