/** What a prober can always reach while its own network is well: a gateway, a name server. Pure. */
import { z } from 'zod'
import type { Words } from '../../../record/words.ts'

/** One of them: asked by TCP where it has a port, by ping where it has none. */
export interface Reference {
  readonly host: string
  readonly port: number | null
}

/** An address is one: a name would fail with its name server, which says nothing of the network. */
const address = z.union([z.ipv4(), z.ipv6()])
const port = z.coerce.number().int().min(1).max(65_535)
const most = 10

export const referencesHint: Words = [
  '用逗号隔开的 IP 地址,如网关、域名服务器;可带端口(IPv6 写作 [地址]:端口),不带端口即用 Ping。',
  'IP addresses with commas between, such as a gateway and a name server; with a port where they answer by TCP ([address]:port for IPv6), else by ping.',
]

/** Reads `10.1.0.1, 10.1.0.2:53, [fd00::1]:53`; null where that is no such list. Nothing is none. */
export function readReferences(text: string): Reference[] | null {
  const parts = text
    .split(/[,,;\s]+/)
    .filter((part) => part !== '')
    .map(referenceOf)
  return parts.length > most || parts.includes(null) ? null : (parts as Reference[])
}

function referenceOf(part: string): Reference | null {
  if (address.safeParse(part).success) return { host: part, port: null }
  const [, bracketed, plain, given] = /^(?:\[(.+)\]|([^:]+)):(\d+)$/.exec(part) ?? []
  const host = bracketed ?? plain
  const read = port.safeParse(given)
  return host !== undefined && address.safeParse(host).success && read.success ? { host, port: read.data } : null
}
