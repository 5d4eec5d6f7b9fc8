import { z } from 'zod'
import { isSilence, type SnmpClient, snmpClient, text } from '../../../../../platform/snmp/snmp.ts'
import type { SnmpSettings } from '../../kinds/network.settings.ts'
import { type CheckContext, down, type Finding, noteOf, timedOut, unknown } from './check.ts'
import { compared } from './compare.ts'
import { type Counted, rateOf } from './rate.rules.ts'

const sysUpTime = '1.3.6.1.2.1.1.3.0'
const ifEntry = '1.3.6.1.2.1.2.2.1'
const ifXEntry = '1.3.6.1.2.1.31.1.1.1'
const ifOperStatus = `${ifEntry}.8`
const ifName = `${ifXEntry}.1`

/** Columns whose counters make the measure (RFC 2863): octets by 64 bits, which 10 Gb/s do not turn over within a check. */
const columns: Readonly<Record<SnmpSettings['measure'], readonly string[]>> = {
  in: [`${ifXEntry}.6`],
  out: [`${ifXEntry}.10`],
  errors: [`${ifEntry}.14`, `${ifEntry}.20`],
}

const carried = z.object({
  device: z.string(),
  name: z.string(),
  measure: z.string(),
  /** The interface's number, which a device may give to another when it starts anew. */
  index: z.string(),
  uptime: z.number(),
  counters: z.array(z.string()),
})
type Carried = z.infer<typeof carried>

/** How much goes through an interface, or how often it errs, since the check before; the value is Mbit/s, or errors in a second. */
export async function snmpCheck(settings: SnmpSettings, context: CheckContext): Promise<Finding> {
  const access = await context.device(settings.device)
  if (access === null) return unknown('unknown device')
  const client = snmpClient(access.device, access.keys, { timeoutMs: Math.floor(context.limitMs), retries: 0 })
  context.signal.addEventListener('abort', () => client.close(), { once: true })
  try {
    return await measured(settings, client, beforeOf(settings, context.carry))
  } catch (error) {
    return context.signal.aborted || isSilence(error) ? timedOut : down(noteOf(error))
  } finally {
    client.close()
  }
}

/** What was read of the same thing before. */
function beforeOf({ device, name, measure }: SnmpSettings, carry: unknown): Carried | null {
  const read = carried.safeParse(carry)
  if (!read.success) return null
  const same = read.data.device === device && read.data.name === name && read.data.measure === measure
  return same ? read.data : null
}

async function measured(settings: SnmpSettings, client: SnmpClient, before: Carried | null): Promise<Finding> {
  const { device, name, measure } = settings
  const known = before && (await read(settings, client, before.index))
  const index = known ? before.index : await indexOf(client, name)
  const found = known ?? (index === null ? null : await read(settings, client, index))
  if (index === null || !found) return unknown(`no interface ${name}`)
  if (found.counters.includes(null)) return unknown(measure === 'errors' ? 'no error counters' : 'no 64-bit counters')
  const now: Counted = { uptime: found.uptime, counters: found.counters as bigint[] }
  const carry: Carried = { device, name, measure, index, uptime: now.uptime, counters: now.counters.map(String) }
  if (found.status !== up) return { ...down('interface not up'), carry }
  const rate =
    before?.index === index
      ? rateOf({ uptime: before.uptime, counters: before.counters.map(BigInt) }, now)
      : 'counting from here'
  if (rate === 'too soon') return unknown(rate)
  return { ...(typeof rate === 'string' ? unknown(rate) : judged(settings, rate)), carry }
}

/** ifOperStatus: up. */
const up = 1

function judged(settings: SnmpSettings, perSecond: number): Finding {
  const [value, unit] = settings.measure === 'errors' ? [perSecond, '/s'] : [(perSecond * 8) / 1e6, 'Mbit/s']
  const round = Number(value.toPrecision(4))
  return compared(settings, round, `${round} ${unit}`)
}

interface Found {
  readonly uptime: number
  readonly status: number
  readonly counters: readonly (bigint | null)[]
}

/** An interface by its number; null where that is not the one of this name. */
async function read({ name, measure }: SnmpSettings, client: SnmpClient, index: string): Promise<Found | null> {
  const asked = [sysUpTime, ifName, ifOperStatus, ...columns[measure]].map((oid, at) =>
    at === 0 ? oid : `${oid}.${index}`,
  )
  const [uptime, called, status, ...counters] = await client.get(asked)
  if (text(called) !== name) return null
  return { uptime: Number(uptime), status: Number(status), counters: counters.map(counterOf) }
}

async function indexOf(client: SnmpClient, name: string): Promise<string | null> {
  const cells = await client.walk(ifName)
  return cells.find(({ value }) => text(value) === name)?.oid.slice(ifName.length + 1) ?? null
}

/** Counters of 64 bits come as their bytes. */
function counterOf(value: unknown): bigint | null {
  if (typeof value === 'number') return BigInt(value)
  return Buffer.isBuffer(value) ? BigInt(`0x${value.toString('hex') || '0'}`) : null
}
