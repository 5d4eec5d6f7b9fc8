import { createReadStream, createWriteStream } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { basename } from 'node:path'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import type { Engine } from '../../platform/engine.ts'
import { readInput } from '../../platform/http/faults.ts'
import { failedRows, writeFailed } from '../../platform/transfer/import/failed.ts'
import type { Summary } from '../../platform/transfer/import/import.ts'
import { mappingSchema, type NamedMapping } from '../../platform/transfer/import/named.ts'
import { ownImport } from '../../platform/transfer/import/store.ts'
import { importFile } from '../../platform/transfer/import/whole.ts'
import { type Progress, Stopped } from '../../platform/work/work.ts'
import type { PersonActor } from '../../record/actor.ts'
import { Refusal } from '../../record/problem.ts'
import type { AnyRecord } from '../../record/record.ts'
import { type Lang, say, type Words } from '../../record/words.ts'
import type { Config } from '../config.ts'
import { storeOf } from '../files.config.ts'
import { openEngine } from '../open.ts'
import { withDatabase } from './database.ts'
import { checkedWords, faultWords, importedWords, nothingWritten, stoppedWords, usage } from './import.words.ts'
import { langOfTerminal } from './lang.ts'

/** What an import tells, and by what it is stopped. */
export interface Terminal {
  readonly lang: Lang
  readonly stop: AbortSignal
  say(text: string): void
  /** How far it is; each time in place of the last. */
  progress(text: string): void
}

/** `touchstone import LIST FILE`: brings a file into a list as the screen does, for the person who is named. */
export async function runImport(config: Config, argv: readonly string[]): Promise<number> {
  const stopping = new AbortController()
  const stop = () => {
    if (stopping.signal.aborted) process.exit(1)
    stopping.abort()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  try {
    return await withDatabase(config, async (url) => {
      const { engine, close } = await openEngine({ url, files: storeOf(config.files, config.home), poolSize: 4 })
      return await importInto(engine, argv, terminalOf(process.env, stopping.signal)).finally(close)
    })
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
}

/** The import itself, on an open engine; answers the exit code. What is refused before a row was looked at is 2. */
export async function importInto(engine: Engine, argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const asked = await askedOf(engine, argv)
    if (!asked) {
      terminal.say(say(usage, terminal.lang))
      return 2
    }
    return await carryOut(engine, asked, terminal)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    terminal.say(say(error.text, terminal.lang))
    for (const { path, text } of error.faults) terminal.say(`  ${path}: ${say(text, terminal.lang)}`)
    return 2
  }
}

interface Asked {
  readonly record: AnyRecord
  readonly person: PersonActor
  readonly path: string
  readonly mapping: NamedMapping | undefined
  readonly which: 'all' | 'good' | undefined
  readonly failed: string | undefined
}

const options = {
  as: { type: 'string' },
  mapping: { type: 'string' },
  failed: { type: 'string' },
  good: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
} as const

/** What is asked for; null where it is not said. Refuses what there is not: the list, the person, the files. */
async function askedOf(engine: Engine, argv: readonly string[]): Promise<Asked | null> {
  const { positionals, values } = read(argv) ?? { positionals: [], values: {} }
  const [plural, path] = positionals
  if (!plural || !path || positionals.length > 2) return null
  const entry = engine.registry.all.find(({ record }) => record.plural === plural)
  if (!entry) throw new Refusal('not-found', [`没有列表「${plural}」。`, `There is no list ${plural}.`])
  await access(path).catch(() => {
    throw noFile(path)
  })
  return {
    path,
    record: entry.record,
    person: await personOf(engine, values.as ?? userInfo().username),
    mapping: values.mapping === undefined ? undefined : await mappingIn(values.mapping),
    which: values['dry-run'] ? undefined : values.good ? 'good' : 'all',
    failed: values.failed,
  }
}

/** The words and options; null where one is none of these. */
function read(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options })
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) return null
    throw error
  }
}

async function carryOut(engine: Engine, asked: Asked, terminal: Terminal): Promise<number> {
  const { record, person, path, mapping, which, failed } = asked
  const { lang } = terminal
  let id = ''
  let outcome: Words
  let isWhole = false
  try {
    const summary = await importFile(engine, record, person, {
      name: basename(path),
      bytes: createReadStream(path),
      ...(mapping && { mapping }),
      ...(which && { which }),
      checked(found, begun) {
        id = begun
        terminal.say(say(checkedWords(found), lang))
      },
      progress: progressOn(terminal),
    })
    isWhole = summary.fault === 0
    outcome = summary.applied ? importedWords(summary.applied) : nothingWritten
  } catch (error) {
    if (error instanceof Stopped) outcome = stoppedWords(error.result as Summary | null)
    // Refused once the rows had been looked at: each fault is told below.
    else if (error instanceof Refusal && id !== '') outcome = error.text
    else throw error
  }
  if (id !== '') await tellFaults(engine, id, terminal)
  terminal.say(say(outcome, lang))
  if (id !== '' && failed !== undefined && !isWhole) {
    await writeFailedFile(engine, asked, id, failed, lang)
    terminal.say(say([`未导入的行已写入 ${failed}`, `The rows that were not imported are in ${failed}`], lang))
  }
  return isWhole ? 0 : 1
}

async function tellFaults(engine: Engine, id: string, { lang, say: tell }: Terminal): Promise<void> {
  for (const [n, faults] of await failedRows(engine, id)) for (const one of faults) tell(say(faultWords(n, one), lang))
}

async function writeFailedFile(engine: Engine, { record, person }: Asked, id: string, to: string, lang: Lang) {
  const out = new PassThrough()
  const file = await ownImport(engine.db, record.name, person.id, id)
  await Promise.all([pipeline(out, createWriteStream(to)), writeFailed(out, engine, file, lang)])
}

const progressOn = ({ stop, progress }: Terminal): Progress => ({
  async tell(done, total) {
    progress(total === undefined ? String(done) : `${done} / ${total}`)
  },
  async check() {
    if (stop.aborted) throw new Stopped()
  },
})

/** The person of a login, as they are now; refuses `not-found`. */
async function personOf(engine: Engine, login: string): Promise<PersonActor> {
  const account = await engine.db
    .selectFrom('account')
    .select('person')
    .where('login', '=', login)
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
  const person = account && (await engine.directory.actor(engine.db, account.person, 'work:import'))
  if (!person)
    throw new Refusal('not-found', [
      `没有账号「${login}」,请用 --as 指定。`,
      `There is no account ${login}; name one with --as.`,
    ])
  return person
}

async function mappingIn(path: string): Promise<NamedMapping> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw noFile(path)
  })
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    throw new Refusal('bad-json', [`${path} 不是 JSON。`, `${path} is no JSON.`])
  }
  return readInput(mappingSchema, given)
}

const noFile = (path: string) => new Refusal('not-found', [`读不到文件 ${path}。`, `The file ${path} cannot be read.`])

function terminalOf(env: NodeJS.ProcessEnv, stop: AbortSignal): Terminal {
  const { stderr } = process
  return {
    stop,
    lang: langOfTerminal(env),
    say: (text) => console.log(text),
    progress: (text) => {
      if (stderr.isTTY) stderr.write(`\r${text}\u001b[K${/^(\d+) \/ \1$/.test(text) ? '\n' : ''}`)
    },
  }
}
