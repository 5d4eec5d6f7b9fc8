import { fold } from '../../../record/fold.ts'
import type { Facts } from './discovery.record.ts'
import { sameHost, serialOf } from './identity.rules.ts'

/** What the register says of an asset, as people read it: its own fields, and those that the firm added by their keys. */
export interface Registered {
  readonly serial: string | null
  readonly hostname: string | null
  readonly address: string | null
  /** The model's name. */
  readonly model: string | null
  readonly custom: Readonly<Record<string, unknown>>
}

export interface Found {
  readonly serial: string | null
  readonly hostname: string | null
  readonly addresses: readonly string[]
  /** Maker and model, as the register calls them. */
  readonly model: string | null
  readonly facts: Facts
}

/** One field that reads otherwise: as the register has it (null: empty) and as it was found, both as people read them. */
export interface Difference {
  readonly field: string
  readonly registered: string | null
  readonly found: string
}

/** By what keys firms call what machines tell, among the fields they add. Cores are not compared: some count threads. */
const customKeys = {
  cpu: ['cpu', 'processor'],
  memoryGb: ['memory', 'memory-gb', 'ram'],
  diskGb: ['disk', 'disk-gb', 'storage', 'storage-gb'],
  os: ['os', 'system', 'operating-system'],
} as const

/**
 * In what a machine differs from what is registered of it. What the machine does not say is no difference; of the firm's own
 * fields those in `asked`, which are asked of this asset.
 */
export function differencesOf(registered: Registered, found: Found, asked: readonly string[]): Difference[] {
  const all: Difference[] = []
  const add = (
    field: string,
    is: string | null,
    says: string | null | undefined,
    same: (a: string, b: string) => boolean,
  ) => {
    if (says && (is === null || !same(is, says))) all.push({ field, registered: is, found: says })
  }
  add('serial', registered.serial, found.serial, (a, b) => serialOf(a) === serialOf(b) || plain(a) === plain(b))
  add('hostname', registered.hostname, found.hostname, (a, b) => sameHost(plain(a), plain(b)))
  if (!found.addresses.some((one) => one === registered.address))
    add('address', registered.address, found.addresses[0], () => false)
  add('model', registered.model, found.model, sameModel)
  for (const [fact, keys] of Object.entries(customKeys) as [keyof typeof customKeys, readonly string[]][]) {
    const key = keys.find((one) => asked.includes(one))
    const says = found.facts[fact]
    if (key === undefined || says === undefined) continue
    const is = registered.custom[key]
    add(`custom.${key}`, is === undefined || is === null ? null : String(is), String(says), sameFact)
  }
  return all
}

const plain = (text: string): string => fold(text).toLowerCase()

/** `Intel(R) Xeon(R) Gold 6330 CPU @ 2.00GHz` is a `2× Xeon Gold 6330`; numbers within a twentieth are as good as the same. */
function sameFact(one: string, other: string): boolean {
  const [a, b] = [Number(one), Number(other)]
  if (Number.isFinite(a) && Number.isFinite(b)) return Math.abs(a - b) <= Math.max(a, b) * 0.05
  const [x, y] = [words(cpuOf(one)), words(cpuOf(other))]
  return x.every((word) => y.includes(word)) || y.every((word) => x.includes(word))
}

/** With or without its maker's name before it. */
const sameModel = (one: string, other: string): boolean => {
  const [a, b] = [words(one), words(other)]
  return a.every((word) => b.includes(word)) || b.every((word) => a.includes(word))
}

const words = (text: string): string[] =>
  plain(text)
    .replace(/^\d+\s*[x×*]\s*|\s*[x×*]\s*\d+$/g, '')
    .split(/[\s,;/()]+/)
    .filter((word) => word !== '')

/** A processor without trade marks, clock and filler. */
export const cpuOf = (given: string): string =>
  fold(given.replace(/\((r|tm|c)\)|[®™]/gi, ' '))
    .replace(/\s*@\s*[\d.]+\s*[GM]Hz/i, '')
    .replace(/\b(CPU|Processor|\d+-Core)\b/gi, '')
    .replace(/\s+/g, ' ')
    .trim()

/** What memory is sold in, GB. */
const modules = [
  1, 2, 3, 4, 6, 8, 12, 16, 20, 24, 32, 40, 48, 64, 80, 96, 128, 160, 192, 256, 320, 384, 512, 768, 1024, 1536, 2048,
  3072, 4096,
]

/** Memory as sold, in GB, of what a system may use, in MB: firmware and kernel keep up to a twelfth for themselves. */
export function memoryAsSold(mb: number): number {
  const gb = mb / 1024
  const sold = modules.find((one) => one >= gb * 0.995)
  return sold !== undefined && sold * (11 / 12) <= gb ? sold : Math.round(gb * 10) / 10
}

const makers: readonly (readonly [RegExp, string])[] = [
  [/^(dell\b|戴尔)/i, 'Dell'],
  [/^(hewlett[- ]packard enterprise|hpe)\b/i, 'HPE'],
  [/^((hewlett[- ]packard|hp)\b|惠普)/i, 'HP'],
  [/^(lenovo\b|thinkpad|thinkcentre|联想)/i, 'Lenovo'],
  [/^(huawei\b|华为)/i, 'Huawei'],
  [/^(inspur\b|浪潮)/i, 'Inspur'],
  [/^((new )?h3c\b|华三|新华三)/i, 'H3C'],
  [/^(cisco\b|思科)/i, 'Cisco'],
  [/^juniper\b/i, 'Juniper'],
  [/^vmware\b/i, 'VMware'],
  [/^(qemu|red hat|openstack)\b/i, 'QEMU'],
  [/^microsoft\b/i, 'Microsoft'],
  [/^(apple\b|苹果|macbook)/i, 'Apple'],
  [/^asus/i, 'ASUS'],
  [/^super ?micro\b/i, 'Supermicro'],
  [/^(sugon\b|曙光)/i, 'Sugon'],
  [/^(zte\b|中兴)/i, 'ZTE'],
  [/^(ruijie\b|锐捷)/i, 'Ruijie'],
  [/^(sangfor\b|深信服)/i, 'Sangfor'],
  [/^(apc\b|schneider|施耐德)/i, 'APC'],
  [/^(vertiv|emerson|维谛|艾默生)/i, 'Vertiv'],
]

/** Whose a thing is, by how its name begins; null where that is not known. */
export const makerIn = (name: string): string | null =>
  makers.find(([pattern]) => pattern.test(fold(name)))?.[1] ?? null

const noModels =
  /^(to be filled by o\.e\.m\.|default string|system product name|not (specified|applicable)|none|n\/a|unknown|0+)?$/i

/** Maker and model as one says them: `Dell Inc.` and `PowerEdge R750` are a `Dell PowerEdge R750`; null for what boards say that have none. */
export function modelOf(maker: string | null | undefined, model: string | null | undefined): string | null {
  const name = fold(model ?? '')
  if (noModels.test(name)) return null
  const given = fold(maker ?? '')
  const short = makerIn(given) ?? (noModels.test(given) ? '' : given)
  return short === '' || plain(name).startsWith(plain(short)) ? name : `${short} ${name}`
}
