import { BlockList, isIPv6 } from 'node:net'
import type { Engine } from '../../../../platform/engine.ts'
import type { Listening } from './syslog.listen.ts'
import type { SourceRow } from './take.ts'

/** Messages that wait for their turn; what comes beyond is let go of, and counted. */
const mostWaiting = 20_000

/** One place to listen at, opened anew when `wanted` says another; empty, nowhere. */
export function listener({ log }: Engine, what: string) {
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
        log.error({ err: error, at: wanted }, `${what} cannot be taken there`)
      }
    },
    stop: async () => listening?.stop(),
  }
}

/** What came and waits; it waits on where it could not be taken. */
export function makeInbox<T>() {
  let waiting: T[] = []
  let lost = 0
  return {
    put(message: T): void {
      if (waiting.length < mostWaiting) waiting.push(message)
      else lost += 1
    },
    async take(work: (messages: readonly T[], lost: number) => Promise<void>): Promise<void> {
      const messages = waiting.slice()
      await work(messages, lost)
      waiting = waiting.slice(messages.length)
      lost = 0
    },
  }
}

/** A source whose senders are known by their addresses. */
export interface Known {
  readonly row: SourceRow
  knows(address: string): boolean
}

export async function knownSenders({ db }: Engine, kind: 'syslog' | 'snmp'): Promise<Known[]> {
  const rows = await db.selectFrom('eventSource').selectAll().where('kind', '=', kind).orderBy('id').execute()
  return rows.map((row) => ({ row, knows: listOf('from' in row.settings ? row.settings.from : []) }))
}

function listOf(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return (address) => list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}
