import { readFile, stat } from 'node:fs/promises'
import { BlockList, isIPv6 } from 'node:net'
import type { Service } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { rhythm } from '../../../../platform/jobs/rhythm.ts'
import { Refusal } from '../../../../record/problem.ts'
import type { SyslogSettings } from '../event-source.settings.ts'
import { messageOf, noticesOfSyslog } from '../syslog.rules.ts'
import { syslogAddress, syslogCertificate, syslogPort, syslogTlsPort } from '../syslog.settings.ts'
import { deliver, heard } from './deliver.ts'
import { type Arrived, type Listening, listenForSyslog, listenForSyslogTls } from './syslog.listen.ts'
import type { SourceRow } from './take.ts'

const turnMs = 500
/** Messages that wait for their turn; what comes beyond is let go of, and counted. */
const mostWaiting = 20_000

/** Listens where the settings say, as they say now, and takes what came twice a second. */
export const syslogService: Service = async (engine) => {
  const inbox = makeInbox()
  const plain = listener(engine)
  const tls = listener(engine)
  const turns = rhythm(turnMs, engine.log, async () => {
    const [host, port] = [engine.settings.get(syslogAddress), engine.settings.get(syslogPort)]
    await plain.keep(port === 0 ? '' : `${host} ${port}`, () => listenForSyslog({ host, port }, inbox.put))
    const [tlsPort, file] = [engine.settings.get(syslogTlsPort), engine.settings.get(syslogCertificate)]
    const wanted = tlsPort === 0 || file === '' ? '' : `${host} ${tlsPort} ${file} ${await changedAt(file)}`
    await tls.keep(wanted, async () => listenForSyslogTls({ host, port: tlsPort }, await readFile(file), inbox.put))
    await inbox.take((messages, lost) => takeMessages(engine, messages, lost))
  })
  return {
    async stop() {
      await turns.stop()
      await plain.stop()
      await tls.stop()
      await inbox.take((messages, lost) => takeMessages(engine, messages, lost))
    },
  }
}

/** One place to listen at, opened anew when `wanted` says another; empty, nowhere. */
function listener(engine: Engine) {
  let listening: Listening | null = null
  let at = ''
  return {
    async keep(wanted: string, open: () => Promise<Listening>): Promise<void> {
      if (wanted === at) return
      await listening?.stop()
      listening = null
      at = wanted
      if (wanted === '') return
      try {
        listening = await open()
      } catch (error) {
        // The port is taken, as by another copy on this machine, or the certificate is none: the log says so, once.
        engine.log.error({ err: error, at: wanted }, 'syslog cannot be taken there')
      }
    },
    stop: async () => listening?.stop(),
  }
}

/** When a file was written last; nothing where there is none. */
const changedAt = (file: string): Promise<number | ''> =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => '',
  )

/** What came and waits; it waits on where it could not be taken. */
function makeInbox() {
  let waiting: Arrived[] = []
  let lost = 0
  return {
    put(message: Arrived): void {
      if (waiting.length < mostWaiting) waiting.push(message)
      else lost += 1
    },
    async take(work: (messages: readonly Arrived[], lost: number) => Promise<void>): Promise<void> {
      const messages = waiting.slice()
      await work(messages, lost)
      waiting = waiting.slice(messages.length)
      lost = 0
    },
  }
}

/** What came since the last turn, each to the first source that knows its sender; what nobody knows is only logged. */
async function takeMessages(engine: Engine, messages: readonly Arrived[], lost: number): Promise<void> {
  if (messages.length === 0) return
  const sources = await sourcesOf(engine)
  const strangers = new Set<string>()
  for (const { from, bytes } of messages) {
    const source = sources.find(({ knows }) => knows.check(from, isIPv6(from) ? 'ipv6' : 'ipv4'))
    if (source) source.texts.push(textOf(bytes))
    else strangers.add(from)
  }
  if (strangers.size > 0) engine.log.warn({ from: [...strangers].slice(0, 20) }, 'syslog came from where no source is')
  if (lost > 0) engine.log.error({ lost }, 'syslog came faster than it could be taken')
  for (const { row, texts } of sources) await takeFrom(engine, row, texts)
}

async function takeFrom(engine: Engine, row: SourceRow, texts: readonly string[]): Promise<void> {
  if (texts.length === 0) return
  const settings = row.settings as SyslogSettings
  const told = texts
    .map((text) => ({ text, notices: noticesOfSyslog([messageOf(text)], settings, row.componentFrom) }))
    .filter(({ notices }) => notices.length > 0)
  // Most of what is logged asks for nobody's hand: that it came is enough.
  if (told.length === 0) return heard(engine, row.id)
  const read = () =>
    noticesOfSyslog(
      told.map(({ text }) => messageOf(text)),
      settings,
      row.componentFrom,
    )
  await deliver(engine, row, told.map(({ text }) => text).join('\n'), read).catch((error) => {
    if (!(error instanceof Refusal)) throw error
  })
}

interface Sender {
  readonly row: SourceRow
  readonly knows: BlockList
  /** What came of it this turn. */
  readonly texts: string[]
}

async function sourcesOf({ db }: Engine): Promise<Sender[]> {
  const rows = await db.selectFrom('eventSource').selectAll().where('kind', '=', 'syslog').orderBy('id').execute()
  return rows.map((row) => ({ row, knows: listOf((row.settings as SyslogSettings).from), texts: [] }))
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
const chinese = new TextDecoder('gb18030')

/** What is not UTF-8 is taken for what devices of these parts mostly write; a zero cannot be kept. */
function textOf(bytes: Buffer): string {
  try {
    return utf8.decode(bytes).replaceAll('\u0000', ' ')
  } catch {
    return chinese.decode(bytes).replaceAll('\u0000', ' ')
  }
}
