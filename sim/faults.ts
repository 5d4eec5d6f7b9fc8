import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Answer, Gate } from './http.ts'
import type { PartCode } from './parts.ts'

/** How a part may be told to fail: gone, late, unwilling, or untrue (quotes stand still, others answer nothing of use). */
export const faultKinds = ['stop', 'slow', 'refuse', 'wrong'] as const
export type FaultKind = (typeof faultKinds)[number]

/**
 * A fault on loan. It is one file beside the part's log, and the part itself obeys it and drops it: it ends at `until` whatever
 * has become of whoever lent it, and with the process it was lent to.
 */
export interface Lease {
  readonly id: string
  readonly kind: FaultKind
  /** ISO 8601 in UTC. */
  readonly until: string
  readonly pid: number
}

/** No lease is obeyed that ends later than so many minutes from now: a clock that is wrong breaks nothing for good. */
export const longestMinutes = 60

/** How late an answer of a slow part comes, ms: later than whoever asks cares to wait. */
const lateMs = 1_500

const leaseFile = (home: string, code: PartCode): string => join(home, `${code}.fault.json`)

/** Lends a fault; one that the part has already is replaced. Whole or not at all, so a part never reads half a lease. */
export function lend(home: string, code: PartCode, lease: Lease): void {
  const file = leaseFile(home, code)
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(lease))
  renameSync(`${file}.${process.pid}`, file)
}

/** Takes back whatever fault a part has. */
export const takeBack = (home: string, code: PartCode): void => rmSync(leaseFile(home, code), { force: true })

/** The fault that this process has to show now; a lease that is over, or another process's, is dropped. */
export function leaseOf(home: string, code: PartCode, pid: number, now: number): Lease | undefined {
  let text: string
  try {
    text = readFileSync(leaseFile(home, code), 'utf8')
  } catch {
    return undefined
  }
  const lease = JSON.parse(text) as Lease
  const left = Date.parse(lease.until) - now
  if (lease.pid === pid && left > 0 && left <= longestMinutes * 60_000) return lease
  takeBack(home, code)
  return undefined
}

const refused: Answer = { status: 503, body: { code: 'refused' } }

/** What stands in front of every answer of a part. What moves money or orders is never done under a fault that answers in its place. */
export const gateOf =
  (code: PartCode, now: () => Lease | undefined): Gate =>
  async (route, answer) => {
    const kind = now()?.kind
    if (kind === 'stop') return 'nothing'
    if (kind === 'refuse') return refused
    if (kind === 'slow') await new Promise((resolve) => setTimeout(resolve, lateMs))
    // Its quotes stand still by themselves, and its health is what it believes of itself.
    if (kind === 'wrong' && code !== 'quote-feed' && route !== 'GET /health') return { status: 200, body: {} }
    return answer()
  }
