import { fold } from '../../../record/fold.ts'

/** By what a machine is known, in one form each; null or empty where it has none that tells it from others. */
export interface Identity {
  readonly serial: string | null
  readonly uuid: string | null
  readonly macs: readonly string[]
  readonly hostname: string | null
}

/** From the surest to the weakest. */
const keys = ['serial', 'uuid', 'mac', 'hostname'] as const
export type IdentityKey = (typeof keys)[number]

/** What boards say whose maker never wrote a serial number into them. */
const noSerials = new Set(
  [
    'to be filled by o.e.m.',
    'default string',
    'system serial number',
    'chassis serial number',
    'base board serial number',
    'serial number',
    'not specified',
    'not applicable',
    'not available',
    'none',
    'n/a',
    'na',
    'unknown',
    'invalid',
    'empty',
    'oem',
    'o.e.m.',
    'to be filled',
    '0123456789',
    '123456789',
    '1234567890',
  ].map((text) => text.toUpperCase()),
)

/** A serial number in its one form; null for what is none. */
export function serialOf(given: string | null | undefined): string | null {
  const text = fold(given ?? '').toUpperCase()
  if (text.length < 4 || noSerials.has(text)) return null
  return /^(.)\1*$/.test(text.replace(/[\s.-]/g, '')) ? null : text
}

/** Written into boards by the thousand: the samples of AMI's and of the SMBIOS text. */
const noUuids = new Set(['03000200-0400-0500-0006-000700080009', '12345678-1234-5678-90ab-cddeefaabbcc'])

/** A system UUID (SMBIOS type 1) in lower case; null for what many boards have. */
export function uuidOf(given: string | null | undefined): string | null {
  const text = (given ?? '').trim().toLowerCase()
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) || noUuids.has(text)) return null
  return /^([0f])\1*$/.test(text.replaceAll('-', '')) ? null : text
}

/** Of adapters that programs make: VMware's and VirtualBox' host side, Docker's bridge, Cisco's and TAP's tunnels. */
const noMacs = /^(00:50:56:c0:00|0a:00:27:00|02:42:|00:05:9a:3c:7[a8]|00:ff:|00:00:00:00:00:00|ff:ff:ff:ff:ff:ff)/

/** MAC addresses as `00:1a:2b:3c:4d:5e`, each once, in order; without those that many machines have. */
export const macsOf = (given: readonly string[]): string[] =>
  [
    ...new Set(
      given.flatMap((text) => {
        const digits = text.toLowerCase().replace(/[^0-9a-f]/g, '')
        const mac = digits.match(/../g)?.join(':') ?? ''
        return digits.length === 12 && !noMacs.test(mac) ? [mac] : []
      }),
    ),
  ].sort()

const noNames = new Set(['localhost', 'localhost.localdomain', 'debian', 'ubuntu', 'raspberrypi', 'openwrt', 'host'])

/** A host name in lower case; null for what systems are called as they come. */
export function hostnameOf(given: string | null | undefined): string | null {
  const text = fold(given ?? '')
    .toLowerCase()
    .replace(/\.$/, '')
  return text === '' || noNames.has(text) ? null : text
}

/** `db01` and `db01.firm.example` are one name; `db01.a` and `db01.b` are two. */
export const sameHost = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`)

export interface Candidate extends Identity {
  readonly id: string
}

/** Which of the candidates it is, and by what that was told; `several` where it cannot be told which. */
export type Match = { readonly id: string; readonly by: IdentityKey } | 'several' | null

/**
 * Tells which machine this is: by its serial number, else its system UUID, its network cards, its name. What weighs less than
 * something that contradicts it tells nothing: a name that another machine now has, a UUID that a copied virtual machine kept.
 */
export function matchOf(found: Identity, candidates: readonly Candidate[]): Match {
  let among = candidates
  let narrowed = false
  for (const [weight, key] of keys.entries()) {
    const same = among.filter(
      (one) => compare(key, found, one) === 'same' && !contradicted(found, one, keys.slice(0, weight), key),
    )
    const [only] = same
    if (only && same.length === 1) return { id: only.id, by: key }
    if (same.length > 1) {
      among = same
      narrowed = true
    }
  }
  return narrowed ? 'several' : null
}

type Compared = 'same' | 'other' | 'unknown'

function compare(key: IdentityKey, one: Identity, other: Identity): Compared {
  if (key === 'mac') {
    if (one.macs.length === 0 || other.macs.length === 0) return 'unknown'
    return one.macs.some((mac) => other.macs.includes(mac)) ? 'same' : 'other'
  }
  const [a, b] = [one[key], other[key]]
  if (a === null || b === null) return 'unknown'
  return (key === 'hostname' ? sameHost(a, b) : a === b) ? 'same' : 'other'
}

/** By something surer; or, for a serial number that a chassis gives all its blades, by two of all the rest and for none. */
function contradicted(found: Identity, one: Identity, surer: readonly IdentityKey[], key: IdentityKey): boolean {
  if (surer.some((other) => compare(other, found, one) === 'other')) return true
  if (key !== 'serial') return false
  const rest = keys.slice(1).map((other) => compare(other, found, one))
  return !rest.includes('same') && rest.filter((said) => said === 'other').length >= 2
}
