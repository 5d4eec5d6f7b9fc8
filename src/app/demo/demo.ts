import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Engine } from '../../platform/engine.ts'
import type { Config } from '../config.ts'
import { nameDatabase } from './capacity.ts'
import { nameSettings } from './configuration.ts'
import { buildFirm } from './firm.ts'

export { programs, stopFloor } from './floor.ts'

interface Here {
  readonly engine: Engine
  readonly config: Config
  say(zh: string, en: string): void
}

/** Set while the firm is being made, so that half of one is never taken for whole. */
const making = 'demo-firm-in-the-making'

/**
 * Makes the demo firm in an empty database, by the product's own verbs; one that is there stays as people left it.
 * Answers the demo accounts' password, or undefined when the database is somebody's own. Throws a sentence when an
 * earlier start was ended in the middle of it.
 */
export async function prepare({ engine, config, say }: Here): Promise<string | undefined> {
  const file = join(config.home, 'demo-password')
  nameSettings(join(config.home, 'floor'))
  nameDatabase(engine.url)
  const left = await engine.db.selectFrom('setting').select('key').where('key', '=', making).executeTakeFirst()
  if (left)
    throw new Error(
      `An earlier start ended while the demo firm was being made. Remove ${config.databaseUrl ? 'the database' : config.home} and start again.`,
    )
  const account = await engine.db
    .selectFrom('account')
    .select('demo')
    .orderBy('demo', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (account) return account.demo && existsSync(file) ? (await readFile(file, 'utf8')).trim() : undefined
  const password = config.demoPassword ?? randomBytes(9).toString('base64url')
  await writeFile(file, `${password}\n`, { mode: 0o600 })
  say('正在建立演示会员', 'Making the demo firm')
  await engine.db
    .insertInto('setting')
    .values({ key: making, value: JSON.stringify(true), updatedAt: engine.clock.now() })
    .execute()
  await buildFirm(engine, password, { floor: join(config.home, 'floor'), floorPort: config.floorPort })
  await engine.db.deleteFrom('setting').where('key', '=', making).execute()
  return password
}
