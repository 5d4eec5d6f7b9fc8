import { readFile, stat } from 'node:fs/promises'
import type { Service } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { rhythm } from '../../../../platform/jobs/rhythm.ts'
import { Refusal } from '../../../../record/problem.ts'
import type { SyslogSettings } from '../event-source.settings.ts'
import { messageOf, noticesOfSyslog } from '../syslog.rules.ts'
import { syslogAddress, syslogCertificate, syslogPort, syslogTlsPort } from '../syslog.settings.ts'
import { deliver, heard } from './deliver.ts'
import { type Known, knownSenders, listener, makeInbox } from './inbox.ts'
import { type Arrived, listenForSyslog, listenForSyslogTls } from './syslog.listen.ts'
import type { SourceRow } from './take.ts'

const turnMs = 500

/** Listens where the settings say, as they say now, and takes what came twice a second. */
export const syslogService: Service = async (engine) => {
  const inbox = makeInbox<Arrived>()
  const plain = listener(engine, 'syslog')
  const tls = listener(engine, 'syslog')
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

/** When a file was written last; nothing where there is none. */
const changedAt = (file: string): Promise<number | ''> =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => '',
  )

interface Sender extends Known {
  /** What came of it this turn. */
  readonly texts: string[]
}

/** What came since the last turn, each to the first source that knows its sender; what nobody knows is only logged. */
async function takeMessages(engine: Engine, messages: readonly Arrived[], lost: number): Promise<void> {
  if (messages.length === 0) return
  const sources = (await knownSenders(engine, 'syslog')).map((one): Sender => ({ ...one, texts: [] }))
  const strangers = new Set<string>()
  for (const { from, bytes } of messages) {
    const source = sources.find(({ knows }) => knows(from))
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
