/** Runs the check that the settings ask for, within its time. */
import type { ProbeSettings } from '../../probe.settings.ts'
import { type CheckContext, type Finding, timedOut } from './check.ts'
import { databaseCheck } from './database.ts'
import { diskCheck } from './disk.ts'
import { dnsCheck } from './dns.ts'
import { fileCheck } from './file.ts'
import { fixCheck } from './fix.ts'
import { heartbeatFinding } from './heartbeat.ts'
import { httpCheck } from './http.ts'
import { logLineCheck } from './log-line.ts'
import { nagiosCheck } from './nagios.ts'
import { orderCheck } from './order.ts'
import { pingCheck } from './ping.ts'
import { processCheck } from './process.ts'
import { prometheusCheck } from './prometheus.ts'
import { quotesCheck } from './quotes.ts'
import { snmpCheck } from './snmp.ts'
import { sqlCheck } from './sql.ts'
import { sshCheck } from './ssh.ts'
import { tcpCheck } from './tcp.ts'
import { tlsCheck } from './tls.ts'
import { transferCheck } from './transfer.ts'

/** What {@link observe} needs from outside. */
export interface ObserveOptions
  extends Partial<Pick<CheckContext, 'target' | 'lastPush' | 'device' | 'plugin' | 'carry'>> {
  /** The probe's interval in milliseconds: a check ends before the next one begins. */
  intervalMs: number
  /** Now, milliseconds since 1970. */
  now: number
}

export interface Observation extends Finding {
  /** How long it took, milliseconds on the monotonic clock. */
  ms: number
  /** Work that did not end when its time was up, such as a read on a dead network drive; it settles when that lets go. */
  lingering: Promise<unknown> | null
}

/**
 * One observation. A target's fault is a finding, never an exception; what is thrown is a bug.
 * Answers at the latest after `timeoutMs` or nine tenths of the interval, whichever is less, even if the check hangs.
 */
export async function observe(settings: ProbeSettings, options: ObserveOptions): Promise<Observation> {
  const limitMs = Math.min(settings.timeoutMs, options.intervalMs * 0.9)
  const abort = new AbortController()
  const began = performance.now()
  const work = check(settings, {
    signal: abort.signal,
    limitMs,
    now: options.now,
    target: options.target ?? (() => null),
    lastPush: options.lastPush ?? null,
    device: options.device ?? (() => Promise.resolve(null)),
    plugin: options.plugin ?? (() => null),
    carry: options.carry ?? null,
  })

  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      resolve(null)
      abort.abort()
    }, limitMs)
  })
  try {
    const finding = await Promise.race([work, late])
    const ms = Math.round((performance.now() - began) * 10) / 10
    return finding ? { ...withPace(settings, finding, ms), ms, lingering: null } : { ...timedOut, ms, lingering: work }
  } finally {
    clearTimeout(timer)
  }
}

function check(settings: ProbeSettings, context: CheckContext): Promise<Finding> {
  switch (settings.kind) {
    case 'tcp':
      return tcpCheck(settings, context)
    case 'http':
      return httpCheck(settings, context)
    case 'ping':
      return pingCheck(settings, context)
    case 'tls':
      return tlsCheck(settings, context)
    case 'dns':
      return dnsCheck(settings, context)
    case 'prometheus':
      return prometheusCheck(settings, context)
    case 'snmp':
      return snmpCheck(settings, context)
    case 'fix':
      return fixCheck(settings, context)
    case 'quotes':
      return quotesCheck(settings, context)
    case 'order':
      return orderCheck(settings, context)
    case 'transfer':
      return transferCheck(settings, context)
    case 'sql':
      return sqlCheck(settings, context)
    case 'database':
      return databaseCheck(settings, context)
    case 'ssh':
      return sshCheck(settings, context)
    case 'process':
      return processCheck(settings, context)
    case 'disk':
      return diskCheck(settings)
    case 'file':
      return fileCheck(settings, context)
    case 'nagios':
      return nagiosCheck(settings, context)
    case 'log-line':
      return logLineCheck(settings, context)
    case 'heartbeat':
      return Promise.resolve(heartbeatFinding(settings, context.lastPush, context.now))
  }
}

/** What works but took longer than wished is slow. */
function withPace(settings: ProbeSettings, finding: Finding, ms: number): Finding {
  const limit = 'warnMs' in settings ? settings.warnMs : undefined
  if (finding.outcome !== 'up' || limit === undefined || ms <= limit) return finding
  return { ...finding, outcome: 'slow', note: `over ${limit} ms` }
}
