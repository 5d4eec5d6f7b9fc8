import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Engine } from '../../platform/engine.ts'
import type { Config } from '../config.ts'
import { buildFirm } from './firm.ts'

export { programs, stopFloor } from './floor.ts'

interface Here {
  readonly engine: Engine
  readonly config: Config
  say(zh: string, en: string): void
}

/**
 * Makes the demo firm in an empty database, by the product's own verbs; one that is there stays as people left it.
 * Answers the demo accounts' password, or undefined when the database is somebody's own.
 */
export async function prepare({ engine, config, say }: Here): Promise<string | undefined> {
  const file = join(config.home, 'demo-password')
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
  await buildFirm(engine, password, { floor: join(config.home, 'floor'), floorPort: config.floorPort })
  return password
}
