import { migrate } from '../../platform/db/migrate.ts'
import { openDatabase } from '../../platform/db/pool.ts'
import { findPostgres } from '../../platform/db/postgres/supervisor.ts'
import { verify } from '../../platform/write/verify.ts'
import { type Config, readConfig } from '../config.ts'
import { printDraft } from '../draft.ts'
import { registry } from '../records.ts'
import { start } from '../start.ts'
import { runAgentHere } from './agent.ts'
import { runBackup, runRestore } from './backup.ts'
import { runBackupReported } from './backup-run.ts'
import { runDoctor } from './doctor.ts'
import { runImport } from './import.ts'
import { untilStopped } from './until-stopped.ts'
import { runUser } from './user.ts'
import { runWatch } from './watch.ts'

const words: Record<
  string,
  { help: string; run(config: Config, argv: readonly string[]): Promise<number | undefined> }
> = {
  start: { help: 'start the server', run: (config) => untilStopped(() => start(config)) },
  verify: {
    help: 'hold the journal against itself, its seals and the records; name the first entry that does not fit',
    run: runVerify,
  },
  backup: { help: 'save data, files and settings to a folder, and prove it by restoring it beside', run: runBackup },
  'backup-run': { help: 'run a backup and report it: --plan PLAN --file COPY -- command …', run: runBackupReported },
  restore: { help: 'put a backup into an empty database', run: runRestore },
  user: { help: 'sign-ins, when nobody can sign in: list, add, password, disable', run: runUser },
  import: { help: 'bring a file into a list, as somebody, with every fault told', run: runImport },
  agent: { help: 'probe for a server elsewhere: --join ADDRESS --token TOKEN the first time', run: runAgentHere },
  watch: { help: 'watch a server from outside, and tell by a channel of its own what has died', run: runWatch },
  doctor: { help: 'look at everything the house stands on', run: runDoctor },
  migrate: {
    help: 'bring the database of DATABASE_URL forward',
    run: async (config) => void (await migrate(await urlOf(config))),
  },
  draft: {
    help: 'print the SQL that the database still lacks for the declarations',
    run: async (config) => printDraft(await urlOf(config)).then(() => 0),
  },
}

/**
 * `touchstone <word>`: answers 0 when it did what it says, and 1 with one sentence when not; nothing for what goes on until it is
 * stopped.
 */
export async function touchstone(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number | undefined> {
  const word = argv[0] ?? 'help'
  const chosen = Object.hasOwn(words, word) ? words[word] : undefined
  if (!chosen) {
    for (const [name, { help }] of Object.entries(words)) console.log(`  touchstone ${name.padEnd(10)} ${help}`)
    return word === 'help' ? 0 : 1
  }
  try {
    return await chosen.run(readConfig(env), argv.slice(1))
  } catch (error) {
    console.error((error as Error).message)
    if (env['TOUCHSTONE_DEBUG']) console.error(error)
    return 1
  }
}

async function runVerify(config: Config): Promise<number> {
  const { db, close } = openDatabase(await urlOf(config), { max: 2 })
  try {
    const { entries, records, seals, broken } = await verify(db, registry)
    console.log(
      `已核对 ${entries} 条日志、${records} 条记录、${seals} 个封存 · Verified ${entries} entries, ${records} records, ${seals} seals`,
    )
    if (!broken) return 0
    const where = [broken.record, broken.number ?? broken.id, broken.n && `#${broken.n}`].filter(Boolean).join(' ')
    console.log(`首个不符:${where} · First that does not fit: ${broken.what} ${where}: ${broken.why}`)
    return 1
  } finally {
    await close()
  }
}

/** The database to work on: one's own, or the embedded one of a server that is running. */
async function urlOf(config: Config): Promise<string> {
  const url = config.databaseUrl ?? (await findPostgres(config.home))
  if (!url) throw new Error('No database: set DATABASE_URL, or start the server first.')
  return url
}
