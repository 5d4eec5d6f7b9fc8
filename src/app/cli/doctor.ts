import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import { livingCopies } from '../../platform/copies.ts'
import { draft } from '../../platform/db/draft.ts'
import { diskStore } from '../../platform/files/store.ts'
import { type Finding, healthOf } from '../../platform/health/health.ts'
import type { Config } from '../config.ts'
import { openEngine } from '../open.ts'
import { registry } from '../records.ts'
import { withDatabase } from './database.ts'

const signs: Readonly<Record<Finding['level'], string>> = { ok: '✓', warning: '!', bad: '✗' }

/** `touchstone doctor`: looks at everything the house stands on; 1 when something is bad. */
export async function runDoctor(config: Config): Promise<number> {
  const found = [nodeVersion(), homeFolder(config.home)]
  await withDatabase(config, async (url) => {
    const { engine, close } = await openEngine({ url, files: diskStore(join(config.home, 'files')), poolSize: 2 })
    try {
      const missing = await draft(engine.db, registry)
      found.push({
        code: 'migrations',
        level: missing.length === 0 ? 'ok' : 'bad',
        text: [
          `数据库与声明相差 ${missing.length} 处`,
          `The database lacks ${missing.length} things that are declared`,
        ],
      })
      // Where no server runs, nobody is to watch.
      const served = (await livingCopies(engine.db)).some((copy) => copy !== engine.copy)
      found.push(...(await healthOf(engine, config.home)).filter(({ code }) => served || code !== 'evaluators'))
    } finally {
      await close()
    }
  })
  for (const { level, text } of found) console.log(`${signs[level]} ${text[0]} · ${text[1]}`)
  return found.some(({ level }) => level === 'bad') ? 1 : 0
}

const leastNode = 20

function nodeVersion(): Finding {
  const major = Number(process.versions.node.split('.')[0])
  return {
    code: 'node',
    level: major >= leastNode ? 'ok' : 'bad',
    text: [`Node ${process.versions.node}`, `Node ${process.versions.node}`],
  }
}

function homeFolder(home: string): Finding {
  try {
    accessSync(home, constants.W_OK)
    return { code: 'home', level: 'ok', text: [`数据目录 ${home}`, `Data folder ${home}`] }
  } catch {
    return {
      code: 'home',
      level: 'bad',
      text: [`数据目录不可写:${home}`, `The data folder cannot be written: ${home}`],
    }
  }
}
